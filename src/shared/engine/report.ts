/** What came of a run: rows, effects and replies at its end, and how the promises stand. */
import type { InvariantId, Key, Order } from '../base/ids'
import { effectsOf, repliesOf, rowsOf, toldOf } from './decode'
import { limitIn } from './machine'
import type { Limit, Program } from './program'
import type { State } from './state'
import type { Step } from './step'
import { View } from './view'

/** The parts of `dryrun run --json` that are about the whole run. */
export interface RunReport {
  /** By order: `{ o1: { order: 'new' } }`. */
  readonly rows: Readonly<Record<Order, Readonly<Record<string, string>>>>
  /** By order: `{ o1: { charge: 1 } }`. */
  readonly effects: Readonly<Record<Order, Readonly<Record<string, number>>>>
  /** By key: what the customer got, in order; 0 for no answer. */
  readonly replies: Readonly<Record<Key, readonly number[]>>
  /** The same in words: gRPC's codes by name, '' for no answer. */
  readonly told: Readonly<Record<Key, readonly (string | number)[]>>
  readonly invariants: readonly InvariantReport[]
  /** The engine's own limit that the run met, where it did. */
  readonly limit?: Limit
}

export interface InvariantReport {
  readonly id: InvariantId
  /** As far as the run went: a `finally` that was never put to the test has not been broken. */
  readonly status: 'holds' | 'violated'
  /** The first step that broke it, for which order, with which values. */
  readonly seq?: number
  readonly key?: Order
  readonly values?: Readonly<Record<string, string | number>>
}

export function runReport(program: Program, steps: readonly Step[], end: State): RunReport {
  const view = new View(program).open(end)
  const limit = limitIn(program, end)
  return {
    rows: rowsOf(view),
    effects: effectsOf(view),
    replies: repliesOf(view),
    told: toldOf(view),
    invariants: program.invariants.map(({ id }) => invariantReport(id, steps)),
    ...(limit !== undefined && { limit }),
  }
}

function invariantReport(id: InvariantId, steps: readonly Step[]): InvariantReport {
  const broken = steps.find((step) => step.kind === 'invariant.violated' && step.invariant === id)
  if (broken === undefined) return { id, status: 'holds' }
  const { seq, order, detail } = broken
  return {
    id,
    status: 'violated',
    seq,
    ...(order !== undefined && { key: order }),
    ...(detail !== undefined && { values: detail }),
  }
}
