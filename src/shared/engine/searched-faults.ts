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
