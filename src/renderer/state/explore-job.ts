/** What the page and its searching worker say to each other. Plain values: they are copied on the way. */
import type { InvariantId, Order } from '../../shared/base/ids'
import type { Problem } from '../../shared/base/problem'
import type { ExploreProgress } from '../../shared/drivers/explore'
import type { ChoiceRecord } from '../../shared/engine/choices'
import type { FaultTaken } from '../../shared/engine/counterexample'
import type { FaultBudgets } from '../../shared/engine/searched-faults'
import type { Scenario } from '../../shared/scenario/scenario'

export interface SearchJob {
  readonly scenario: Scenario
  readonly budgets: FaultBudgets
  /** Of all kinds together; undefined: as many as the kinds allow. */
  readonly faultsMax: number | undefined
  /** Customers at once. */
  readonly keys: number
  readonly statesMax: number
  readonly secondsMax: number
}

export interface SearchFound extends ExploreProgress {
  readonly verdict: 'holds' | 'violated' | 'limit'
  readonly isWhole: boolean
  readonly ranOut: readonly string[]
  readonly runs: readonly FoundRun[]
}

/** A run that breaks a promise, as the run store can show it. */
export interface FoundRun {
  readonly invariant: InvariantId
  readonly order: Order
  readonly faults: readonly FaultTaken[]
  readonly records: readonly ChoiceRecord[]
  readonly steps: number
}

export type SearchNews =
  | { readonly news: 'progress'; readonly progress: ExploreProgress }
  | { readonly news: 'found'; readonly found: SearchFound }
  | { readonly news: 'problems'; readonly problems: readonly Problem[] }
