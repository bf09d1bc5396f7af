/** Which faults a search may try, and how many of them. */
import { isBrokered } from '../scenario/connection'
import { serviceById } from '../scenario/lookup'
import type { FaultKind, Scenario } from '../scenario/scenario'

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
 * What a search tries only if it is named: both hold up whatever travels on a line, at every moment. The rule of
 * those that stop something: `crash` takes down whatever is drawn, a broker's box like any other; `stop-broker`
 * takes down any broker, drawn or implied by a line. A drawn broker is stopped at either price.
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

/** Whether what is drawn may crash in such a search while a broker that only lines imply stays up. */
export function leavesBrokersUp(scenario: Scenario, budgets: FaultBudgets): boolean {
  if ((budgets.crash ?? 0) === 0 || (budgets['stop-broker'] ?? 0) > 0) return false
  const services = serviceById(scenario)
  return scenario.connections.some(
    ({ protocol, from, to }) =>
      isBrokered(protocol) && [from, to].every((end) => services.get(end)?.kind !== 'broker'),
  )
}
