/**
 * How many faults a state still allows: of each kind, and where it is bounded in all. Variables of the state
 * like any other, so that a search compares them with the rest.
 */
import { FAULT_KINDS, type FaultKind } from '../scenario/scenario'
import type { HeaderFields } from './layout'

/** Takes one from what is left. When nothing is left in all, nothing is left of any kind. */
export function spendFault({ budgets, faults }: HeaderFields, words: Uint32Array, kind: FaultKind) {
  const budget = budgets[kind]
  budget.set(words, 0, budget.get(words, 0) - 1)
  if (faults.bits === 0) return
  const left = faults.get(words, 0) - 1
  faults.set(words, 0, left)
  if (left === 0) forgetBudgets({ budgets, faults }, words)
}

export function forgetBudgets(
  { budgets, faults }: Pick<HeaderFields, 'budgets' | 'faults'>,
  words: Uint32Array,
): void {
  for (const kind of FAULT_KINDS) budgets[kind].set(words, 0, 0)
  faults.set(words, 0, 0)
}

/** The kinds of fault that lead from what one state allows to what another does; undefined is no fault. */
export function faultsBetween(
  header: HeaderFields,
  from: Uint32Array,
  to: Uint32Array,
): readonly (FaultKind | undefined)[] {
  return [undefined, ...FAULT_KINDS].filter((kind) => {
    const words = from.slice()
    if (kind !== undefined) {
      if (header.budgets[kind].get(from, 0) === 0) return false
      spendFault(header, words, kind)
    }
    return allowsTheSame(header, words, to)
  })
}

function allowsTheSame({ budgets, faults }: HeaderFields, a: Uint32Array, b: Uint32Array): boolean {
  if (faults.get(a, 0) !== faults.get(b, 0)) return false
  return FAULT_KINDS.every((kind) => budgets[kind].get(a, 0) === budgets[kind].get(b, 0))
}
