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
  'stop-broker',
] as const satisfies readonly FaultKind[]
export type SearchedFault = (typeof SEARCHED_FAULTS)[number]
export type FaultBudgets = Readonly<Partial<Record<SearchedFault, number>>>

/**
 * What a search tries only if it is named: both hold up whatever travels on a line, at every moment. `crash`
 * takes a broker that is drawn down with the other services.
 */
export const ASKED_FOR: readonly SearchedFault[] = ['partition', 'stop-broker']

/** So many of each kind that need not be asked for by name. */
export function ofEveryKind(count: number): FaultBudgets {
  const kinds = SEARCHED_FAULTS.filter((kind) => !ASKED_FOR.includes(kind))
  return Object.fromEntries(kinds.map((kind) => [kind, count]))
}

/** A bound on all kinds alone, where none has a budget, means whatever kind. */
export function budgetsWithin(budgets: FaultBudgets, faultsMax: number | undefined): FaultBudgets {
  const isNoneNamed = Object.values(budgets).every((count) => count === 0)
  return faultsMax !== undefined && isNoneNamed ? ofEveryKind(faultsMax) : budgets
}
