/** Which faults a search may try, and how many of them. */
import type { FaultKind } from '../scenario/scenario'

export const SEARCHED_FAULTS = [
  'crash',
  'lose-request',
  'lose-response',
  'duplicate',
  'delay',
  'reorder',
  'partition',
] as const satisfies readonly FaultKind[]
export type SearchedFault = (typeof SEARCHED_FAULTS)[number]
export type FaultBudgets = Readonly<Partial<Record<SearchedFault, number>>>

/**
 * So many of each kind that need not be asked for by name. A cut line holds up whatever travels on it: a search
 * of every moment of that is asked for.
 */
export function ofEveryKind(count: number): FaultBudgets {
  const kinds = SEARCHED_FAULTS.filter((kind) => kind !== 'partition')
  return Object.fromEntries(kinds.map((kind) => [kind, count]))
}

/** A bound on all kinds alone, where none has a budget, means whatever kind. */
export function budgetsWithin(budgets: FaultBudgets, faultsMax: number | undefined): FaultBudgets {
  const isNoneNamed = Object.values(budgets).every((count) => count === 0)
  return faultsMax !== undefined && isNoneNamed ? ofEveryKind(faultsMax) : budgets
}
