import { beforeEach, expect, test, vi } from 'vitest'
import { fixFinding } from '../../../src/renderer/review/fix-finding'
import { showFinding } from '../../../src/renderer/review/show-finding'
import { planShow } from '../../../src/renderer/review/show-plan'
import { useBoard } from '../../../src/renderer/state/board'
import { useDocument } from '../../../src/renderer/state/document'
import { useNotices } from '../../../src/renderer/state/notices'
import { useRun } from '../../../src/renderer/state/run'
import { reviewScenario } from '../../../src/shared/review/review'
import { threeServices } from '../../support/three-services'

const findings = () => reviewScenario(useDocument.getState().scenario)
const doubleCharge = () => {
  const finding = findings().find(
    ({ rule, things }) => rule === 'redelivery-repeats-effect' && things[0] === 'charging',
  )
  if (!finding) throw new Error('the double charge is gone')
  return finding
}

beforeEach(() => {
  // The run's clock ticks with the frames of a page, and there is none here.
  vi.stubGlobal('requestAnimationFrame', () => 0)
  vi.stubGlobal('cancelAnimationFrame', () => {})
  useDocument.getState().open(threeServices, { readOnly: false })
  useBoard.getState().setMode('edit')
  useNotices.setState({ notices: [] })
})

test('a fix is one entry of the history, and the finding comes back with undo', () => {
  const before = findings().length
  fixFinding(doubleCharge(), 'Card charge')
  expect(useDocument.getState().edited.past).toHaveLength(1)
  expect(findings()).toHaveLength(before - 1)
  useDocument.getState().undo()
  expect(useDocument.getState().scenario).toEqual(threeServices)
})

test('two fixes one after the other are undone one by one', () => {
  fixFinding(doubleCharge(), '')
  const next = findings().find(({ fix }) => fix)
  if (next) fixFinding(next, '')
  expect(useDocument.getState().edited.past).toHaveLength(2)
})

test('a fix during a run unlocks the drawing first', () => {
  useBoard.getState().setMode('run')
  fixFinding(doubleCharge(), '')
  expect(useBoard.getState().mode).toBe('edit')
})

test('the double charge is shown: a branch with the crash, and the words that say what to watch', () => {
  const finding = doubleCharge()
  const plan = finding.show && planShow(threeServices, finding.show)
  if (!plan) throw new Error('there is no plan')
  showFinding(finding, plan, 'Watch')
  const { branches, branchId, steps, position } = useRun.getState()
  expect(useBoard.getState().mode).toBe('run')
  expect(branches?.all).toHaveLength(2)
  expect(branchId).toBe(1)
  expect(steps[position - 1]).toMatchObject({ kind: 'service.crashed', service: 'charging' })
  const charges = steps.filter(
    ({ kind, message }) => kind === 'effect.done' && message === 'charge',
  )
  expect(charges).toHaveLength(2)
  expect(useNotices.getState().notices.at(-1)).toMatchObject({ text: 'review:show.stepOn' })
})
