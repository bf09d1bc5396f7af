import { describe, expect, it } from 'vitest'
import {
  currentRow,
  filterSteps,
  keysOf,
  NO_FILTER,
} from '../../../src/renderer/timeline/step-filter'
import type { Step } from '../../../src/shared/engine/step'

const steps: readonly Step[] = [
  {
    seq: 1,
    atUs: 0,
    kind: 'request.sent',
    service: 'client',
    from: 'client',
    to: 'orders',
    key: 'o1',
  },
  { seq: 2, atUs: 5, kind: 'row.saved', service: 'orders', key: 'o1' },
  { seq: 3, atUs: 9, kind: 'event.delivered', service: 'charging', key: 'o2' },
  { seq: 4, atUs: 9, kind: 'service.crashed', service: 'charging' },
]
const sentence = (step: Step) => `${step.kind} at ${step.service}`
const seqs = (filter: Partial<typeof NO_FILTER>) =>
  filterSteps(steps, { ...NO_FILTER, ...filter }, sentence).map((step) => step.seq)

describe('the filter of the step list', () => {
  it('shows every step without a filter, the very same list', () => {
    expect(filterSteps(steps, NO_FILTER, sentence)).toBe(steps)
  })

  it('counts a message to a service as the service’s own', () => {
    expect(seqs({ service: 'orders' })).toEqual([1, 2])
  })

  it('narrows by key, by sort and by a part of the sentence in any case', () => {
    expect(seqs({ key: 'o2' })).toEqual([3])
    expect(seqs({ group: 'faults' })).toEqual([4])
    expect(seqs({ text: ' ROW.saved ' })).toEqual([2])
  })

  it('needs every part of a filter to pass', () => {
    expect(seqs({ service: 'charging', group: 'events', key: 'o1' })).toEqual([])
  })

  it('lists keys in the order they appear', () => {
    expect(keysOf(steps)).toEqual(['o1', 'o2'])
  })
})

describe('the current row', () => {
  it('is the step at the position', () => {
    expect(currentRow(steps, 3)).toBe(2)
  })

  it('is the one before it where the filter hides the step', () => {
    expect(
      currentRow(
        steps.filter((step) => step.seq !== 3),
        3,
      ),
    ).toBe(1)
  })

  it('is none before the first step', () => {
    expect(currentRow(steps, 0)).toBe(-1)
    expect(currentRow([], 4)).toBe(-1)
  })
})
