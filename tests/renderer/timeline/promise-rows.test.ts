import { describe, expect, it } from 'vitest'
import { promiseRows } from '../../../src/renderer/timeline/promise-rows'
import type { Moment } from '../../../src/shared/engine/moment'
import type { Step } from '../../../src/shared/engine/step'

const once = { id: 'once', title: 'At most once', always: 'effects.charge <= 1' }
const charged = { id: 'charged', title: 'Charged', finally: 'effects.charge >= 1' }
const broke: Step = {
  seq: 16,
  atUs: 5,
  kind: 'invariant.violated',
  service: 'charging',
  invariant: 'once',
  order: 'o1',
  detail: { 'effects.charge': 2 },
}
const moment = (status: Moment['invariants'][number]['status']): Moment => ({
  atUs: 0,
  services: {},
  rows: {},
  effects: {},
  replies: {},
  told: {},
  queues: [],
  flights: [],
  cuts: [],
  stopped: [],
  invariants: [
    { id: 'once', status: 'holds' },
    { id: 'charged', status },
  ],
})
const ran = [once, charged].map((one) =>
  'always' in one
    ? ({ id: one.id, when: 'always', condition: { source: one.always } } as const)
    : ({ id: one.id, when: 'finally', condition: { source: one.finally } } as const),
)
const statuses = (position: number, status: 'holds' | 'undecided' = 'undecided') =>
  promiseRows([once, charged], [broke], position, moment(status), ran).map((row) => row.status)

describe('promises', () => {
  it('that the run breaks later say so before', () => {
    expect(statuses(15)).toEqual(['breaks-later', 'undecided'])
  })

  it('are broken from the step on that broke them', () => {
    expect(statuses(16)).toEqual(['violated', 'undecided'])
    expect(statuses(19, 'holds')).toEqual(['violated', 'holds'])
  })

  it('say for which order, after which step, with which values', () => {
    const [row] = promiseRows([once], [broke], 16, null, ran)
    expect(row?.breaks).toEqual([{ seq: 16, order: 'o1', values: { 'effects.charge': 2 } }])
    expect(row?.expression).toBe('effects.charge <= 1')
  })

  it('that were changed since the run began are not judged by it', () => {
    const changed = [{ ...once, always: 'effects.charge <= 0' }, charged]
    const rows = promiseRows(changed, [broke], 16, moment('holds'), ran)
    expect(rows.map(({ status, isNew }) => [status, isNew])).toEqual([
      ['undecided', true],
      ['holds', false],
    ])
    expect(rows[0]?.breaks).toEqual([])
    expect(promiseRows([{ ...once, id: 'late' }], [], 16, moment('holds'), ran)[0]?.isNew).toBe(
      true,
    )
  })
})
