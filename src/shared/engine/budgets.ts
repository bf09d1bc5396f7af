/**
 * How many faults a state still allows: of each kind, and where it is bounded in all. Variables of the state
 * like any other, so that a search compares them with the rest.
 */
import type { Allowance } from '../base/word-table'
import { FAULT_KINDS, type FaultKind } from '../scenario/scenario'
import type { HeaderFields, Layout } from './layout'

/**
 * Takes one from what is left. More of a kind than in all never happen, so that many count as one less: what
 * is left does not tell which kind of fault was taken.
 */
export function spendFault({ budgets, faults }: HeaderFields, words: Uint32Array, kind: FaultKind) {
  const budget = budgets[kind]
  budget.set(words, 0, budget.get(words, 0) - 1)
  if (faults.bits === 0) return
  const left = faults.get(words, 0) - 1
  faults.set(words, 0, left)
  for (const each of FAULT_KINDS)
    if (budgets[each].get(words, 0) > left) budgets[each].set(words, 0, left)
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

/**
 * How much a state still allows, as a part of its first word. undefined where budgets reach beyond it: then
 * they are compared like the rest.
 */
export function allowanceOf({ header, keysStart }: Layout): Allowance | undefined {
  const fields = [header.faults, ...FAULT_KINDS.map((kind) => header.budgets[kind])]
  const words = new Uint32Array(keysStart)
  for (const field of fields) field.set(words, 0, field.mask)
  const [bits = 0, ...others] = words
  if (bits === 0 || others.some((word) => word !== 0)) return undefined
  const [first, second] = [new Uint32Array(1), new Uint32Array(1)]
  return {
    bits,
    covers(more, less) {
      first[0] = more
      second[0] = less
      return fields.every(
        (field) => field.bits === 0 || field.get(first, 0) >= field.get(second, 0),
      )
    },
  }
}
