import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newScenario } from '../../src/shared/scenario/create'
import { applyEdit, type Edit } from '../../src/shared/scenario/edits'
import {
  canRedo,
  canUndo,
  commitEdit,
  commitReplacement,
  type Edited,
  editedFrom,
  HISTORY_ENTRIES_MAX,
  redo,
  undo,
} from '../../src/shared/scenario/history'
import { parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'
import { scenarios } from '../support/arbitraries'
import { scenario } from '../support/builders'
import { editRuns } from '../support/edit-arbitraries'

const runs = scenarios().chain((start) =>
  fc.record({ start: fc.constant(start), run: editRuns(start, 8) }),
)

const title = (text: string): Edit => ({ edit: 'setTitle', title: text })
const committed = (edited: Edited, edits: readonly Edit[]) =>
  edits.reduce((before, edit) => commitEdit(before, edit), edited)

test('undo gives the bytes before, redo the bytes after, over any run of edits', () => {
  fc.assert(
    fc.property(runs, ({ start, run }) => {
      const states = [editedFrom(start)]
      for (const edit of run) states.push(commitEdit(states.at(-1) ?? editedFrom(start), edit))
      const changed = states.filter((state, i) => i === 0 || state !== states[i - 1])
      const texts = changed.map((state) => printScenario(state.scenario))
      let current = changed.at(-1) ?? editedFrom(start)
      for (const text of texts.slice(0, -1).reverse()) {
        current = undo(current)
        expect(printScenario(current.scenario)).toBe(text)
      }
      expect(canUndo(current)).toBe(false)
      for (const text of texts.slice(1)) {
        current = redo(current)
        expect(printScenario(current.scenario)).toBe(text)
      }
      expect(canRedo(current)).toBe(false)
    }),
  )
})

test('every scenario that edits lead to can be saved and read again', () => {
  fc.assert(
    fc.property(runs, ({ start, run }) => {
      const end = run.reduce(applyEdit, start)
      expect(parseScenario(printScenario(end))).toMatchObject({ ok: true, value: end })
    }),
  )
})

test('an edit is pure: the scenario before stays as it was', () => {
  fc.assert(
    fc.property(runs, ({ start, run }) => {
      const before = printScenario(start)
      run.reduce(applyEdit, start)
      expect(printScenario(start)).toBe(before)
    }),
  )
})

describe('gestures', () => {
  const start = editedFrom(scenario().client('client').build())
  const to = (x: number): Edit => ({ edit: 'move', positions: { client: { x, y: 0 } } })

  test('edits of one gesture are one undo step', () => {
    const dragged = [10, 20, 30].reduce((now, x) => commitEdit(now, to(x), 'drag-1'), start)
    expect(dragged.past).toHaveLength(1)
    expect(undo(dragged).scenario).toEqual(start.scenario)
    expect(redo(undo(dragged)).scenario).toEqual(dragged.scenario)
  })

  test('another gesture, or none, starts another step', () => {
    const both = commitEdit(commitEdit(start, to(10), 'drag-1'), to(20), 'drag-2')
    expect(both.past).toHaveLength(2)
    const plain = commitEdit(commitEdit(start, to(10)), to(20))
    expect(plain.past).toHaveLength(2)
    const empty = commitEdit(commitEdit(start, to(10), ''), to(20), '')
    expect(empty.past).toHaveLength(2)
  })

  test('a merged step is about everything that its edits were about', () => {
    const both = commitEdit(commitEdit(start, to(10), 'g'), title('New'), 'g')
    expect(both.past).toMatchObject([{ label: 'move', touched: ['client'], gesture: 'g' }])
    expect(undo(both).scenario).toEqual(start.scenario)
  })

  test('after an undo the same gesture starts a new step', () => {
    const undone = undo(commitEdit(commitEdit(start, to(10), 'g'), title('New'), 'h'))
    const again = commitEdit(undone, to(40), 'g')
    expect(again.past).toHaveLength(2)
    expect(again.future).toEqual([])
  })
})

test('an edit that changes nothing adds no step and keeps redo possible', () => {
  const two = committed(editedFrom(newScenario()), [title('One'), title('Two')])
  const undone = undo(two)
  for (const edit of [
    title('One'),
    { edit: 'remove', ids: ['nobody'] },
    { edit: 'move', positions: {} },
    { edit: 'updateService', id: 'nobody', changes: { name: 'X' } },
    { edit: 'setSummary', summary: undefined },
    { edit: 'setStimuli', stimuli: [] },
    { edit: 'insert', services: [], connections: [], zones: [], notes: [] },
  ] satisfies Edit[]) {
    expect(commitEdit(undone, edit), edit.edit).toBe(undone)
  }
  expect(redo(undone).scenario).toEqual(two.scenario)
})

test('an equal value written again is no change', () => {
  const start = editedFrom(scenario().rest('client -> orders').build())
  const [first] = start.scenario.services
  if (!first) throw new Error('no service')
  const same: Edit = {
    edit: 'updateService',
    id: first.id,
    changes: { name: first.name, position: { ...first.position }, note: undefined },
  }
  expect(commitEdit(start, same)).toBe(start)
})

test('a new edit after an undo forgets what could be redone', () => {
  const undone = undo(committed(editedFrom(newScenario()), [title('One'), title('Two')]))
  const branched = commitEdit(undone, title('Three'))
  expect(canRedo(branched)).toBe(false)
  expect(redo(branched)).toBe(branched)
})

test('at most a thousand steps are kept, the latest ones', () => {
  let edited = editedFrom(newScenario())
  for (let i = 0; i < HISTORY_ENTRIES_MAX + 5; i += 1) edited = commitEdit(edited, title(`${i}`))
  expect(edited.past).toHaveLength(HISTORY_ENTRIES_MAX)
  while (canUndo(edited)) edited = undo(edited)
  expect(edited.scenario.title).toBe('4')
})

test('a replacement is one step, and undoing it brings back what was there', () => {
  const before = editedFrom(newScenario())
  const other = { ...newScenario(), title: 'From the disk' }
  const after = commitReplacement(before, other)
  expect(after.scenario).toEqual(other)
  expect(after.past).toHaveLength(1)
  expect(undo(after).scenario).toEqual(before.scenario)
  expect(redo(undo(after)).scenario).toEqual(other)
  expect(commitReplacement(before, newScenario())).toBe(before)
})
