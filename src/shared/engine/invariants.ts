/**
 * The promises, held against the packed state: `always` after every choice, `finally` when nothing more
 * happens of itself. A broken one is reported once for each order.
 */
import { valueAt } from './condition'
import { fillContext } from './context'
import type { Draft } from './draft'
import type { InvariantProgram, Program } from './program'
import type { View } from './view'

export type ConditionValues = Readonly<Record<string, string | number>>

/** undefined: it holds; otherwise what its names stood for. */
export function brokenBy(
  view: View,
  invariant: InvariantProgram,
  key: number,
  order: number,
): ConditionValues | undefined {
  const context = fillContext(view, invariant.condition, key, order)
  const result = invariant.condition.evaluate(context)
  if (result === true) return undefined
  const values: Record<string, string | number> = {}
  for (const name of invariant.condition.names) {
    const value = valueAt(context, name)
    if (value !== undefined) values[name] = value
  }
  if (typeof result === 'string') values.error = result
  return values
}

/** How many orders of a key a promise is about: while it has none, about the key itself. */
export function ordersOf(view: View, key: number): number {
  return Math.max(1, view.made(key))
}

/** Reports every promise that broke by the choice just applied, in the order of the file. */
export function reportBroken(draft: Draft, isQuiescent: boolean): void {
  const { program, cause } = draft
  program.invariants.forEach((invariant, index) => {
    if (invariant.when === 'finally' && !isQuiescent) return
    for (const key of keysToCheck(draft, invariant)) {
      for (let order = 0; order < ordersOf(draft, key); order += 1) {
        if (draft.violated(key, order, index)) continue
        const values = brokenBy(draft, invariant, key, order)
        if (values === undefined) continue
        draft.setViolated(key, order, index)
        draft.cause = cause
        const service = serviceOfLastStep(draft)
        draft.emit?.('invariant.violated', service, {
          key,
          order,
          message: invariant.id,
          invariant: invariant.id,
          detail: values,
        })
      }
    }
  })
}

/** An `always` over rows and effects can only break where a key's block was written to. */
function keysToCheck(draft: Draft, invariant: InvariantProgram): Iterable<number> {
  if (invariant.when === 'always' && !invariant.condition.countsTokens) return draft.touched
  return allKeys(draft.program)
}

const lists = new WeakMap<Program, readonly number[]>()

function allKeys(program: Program): readonly number[] {
  const known = lists.get(program) ?? program.keys.map((_, index) => index)
  lists.set(program, known)
  return known
}

function serviceOfLastStep(draft: Draft): number {
  const last = draft.steps.at(-1)
  const found = draft.program.services.findIndex((service) => service.id === last?.service)
  return Math.max(0, found)
}
