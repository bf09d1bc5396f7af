/** Undo as an editor's user counts it: gestures, not edits; and neither a click nor a save takes any of it away. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseFragment, printFragment } from '../../../src/renderer/commands/fragment-text'
import { useDocument } from '../../../src/renderer/state/document'
import { useSelection } from '../../../src/renderer/state/selection'
import type { CommandId } from '../../../src/shared/commands/command-table'
import { fragmentOf, pasted } from '../../../src/shared/scenario/fragment'
import { threeServices } from '../../support/three-services'

let run: (id: CommandId) => void

beforeAll(async () => {
  // The stores ask the browser for the system's theme and language when they are made.
  vi.stubGlobal('window', { matchMedia: () => ({ matches: false, addEventListener: () => {} }) })
  vi.stubGlobal('navigator', { language: 'en', userAgent: '' })
  vi.stubGlobal('cancelAnimationFrame', () => {})
  vi.useFakeTimers({ toFake: ['performance'] })
  const { commandById } = await import('../../../src/renderer/commands/commands')
  run = (id) => commandById(id).run()
  const { useBoard } = await import('../../../src/renderer/state/board')
  useBoard.getState().show('board')
})

const steps = () => useDocument.getState().edited.past.length
const ahead = () => useDocument.getState().edited.future.length
const placeOf = (id: string) =>
  useDocument.getState().scenario.services.find((one) => one.id === id)?.position

describe('the undo history', () => {
  beforeEach(() => {
    useDocument.getState().open(threeServices, { readOnly: false })
    useSelection.getState().select(['orders'])
    vi.advanceTimersByTime(10_000)
  })

  it('takes a burst of arrow keys as one step, and one after a rest as another', () => {
    const before = placeOf('orders')
    for (const id of ['edit.nudgeLeft', 'edit.nudgeLeft', 'edit.nudgeUpFar'] as const) {
      run(id)
      vi.advanceTimersByTime(100)
    }
    expect(steps()).toBe(1)
    vi.advanceTimersByTime(2_000)
    run('edit.nudgeLeft')
    expect(steps()).toBe(2)
    run('edit.undo')
    run('edit.undo')
    expect(placeOf('orders')).toEqual(before)
    expect(useDocument.getState().scenario).toEqual(threeServices)
  })

  it('takes the arrow keys of another thing as another step, however soon they come', () => {
    run('edit.nudgeLeft')
    useSelection.getState().select(['client'])
    run('edit.nudgeLeft')
    expect(steps()).toBe(2)
  })

  it('keeps what can be done again through clicks, and gives it up for an edit alone', () => {
    run('edit.nudgeLeft')
    run('edit.undo')
    expect(ahead()).toBe(1)
    useSelection.getState().select(['client'])
    useSelection.getState().clear()
    run('edit.selectAll')
    expect(ahead()).toBe(1)
    run('edit.nudgeDown')
    expect(ahead()).toBe(0)
  })

  it('says what each step touched, for the view to bring into sight', () => {
    run('edit.nudgeLeft')
    useSelection.getState().clear()
    run('edit.undo')
    expect(useDocument.getState().touched).toEqual(['orders'])
    run('edit.redo')
    expect(useDocument.getState().touched).toEqual(['orders'])
  })

  it('survives a save, on both sides of it', () => {
    const { markSaved } = useDocument.getState()
    run('edit.nudgeLeft')
    vi.advanceTimersByTime(2_000)
    run('edit.nudgeUp')
    run('edit.undo')
    markSaved(useDocument.getState().scenario, { readOnly: false, handle: 'h', name: 'n' })
    expect([steps(), ahead()]).toEqual([1, 1])
    run('edit.redo')
    run('edit.undo')
    run('edit.undo')
    expect(useDocument.getState().scenario).toEqual(threeServices)
  })
})

it('what is copied in one window keeps its inner lines in another, whatever is there', () => {
  const text = printFragment(fragmentOf(threeServices, ['orders', 'ordersDb', 'charging']))
  const arrived = parseFragment(text)
  if (!arrived) throw new Error('the text is a fragment')
  const document = useDocument.getState()
  document.open(threeServices, { readOnly: false })
  for (const _ of ['once', 'twice']) {
    const { scenario, edit } = useDocument.getState()
    const fresh = pasted(arrived, scenario, { at: { x: 900, y: 900 } })
    edit({ edit: 'insert', ...fresh })
    const inside = new Set(fresh.services.map(({ id }) => id))
    expect(inside.size).toBe(3)
    expect(fresh.connections).toHaveLength(arrived.connections.length)
    expect(arrived.connections.length).toBeGreaterThan(1)
    for (const { from, to } of fresh.connections) {
      expect([inside.has(from), inside.has(to)]).toEqual([true, true])
    }
  }
  const ids = useDocument.getState().scenario.services.map(({ id }) => id)
  expect(new Set(ids).size).toBe(threeServices.services.length + 6)
})
