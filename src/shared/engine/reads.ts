/**
 * What the expressions of a program read. What none of them reads may be anything: states that differ in
 * nothing else are one to a search.
 */
import type { Condition } from './condition'
import type { Program } from './program'

export interface Reads {
  readonly entities: readonly boolean[]
  /** Counts that an expression reads, or a provider that does a thing once. */
  readonly effects: readonly boolean[]
  readonly says: readonly boolean[]
  readonly replies: boolean
  /** How many messages and handlers there are. */
  readonly pending: boolean
}

export function readsOf(program: Program): Reads {
  const names = new Set(conditionsOf(program).flatMap((condition) => condition.names))
  // A name without a member is the whole: an expression may reach any of it.
  const reads = (...paths: readonly string[]) => paths.some((path) => names.has(path))
  const isOnce = new Set(
    program.ops.flatMap((op) => (op.op === 'effect' && op.once ? [op.effect] : [])),
  )
  return {
    entities: program.entities.map(({ name }) => reads('rows', `rows.${name}`)),
    effects: program.effects.map(
      ({ name }, index) =>
        isOnce.has(index) ||
        reads('effects', `effects.${name}`, 'intent', 'intent.effects', `intent.effects.${name}`),
    ),
    says: program.effects.map(({ name }) => reads('last', `last.${name}`)),
    replies: reads('intent', 'intent.replies', 'intent.unanswered'),
    pending: reads('pending'),
  }
}

function conditionsOf(program: Program): readonly Condition[] {
  return [
    ...program.invariants.map(({ condition }) => condition),
    ...program.ops.flatMap((op) => (op.op === 'branch' ? [op.condition] : [])),
  ]
}
