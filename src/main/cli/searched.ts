/** What `dryrun explore` has to tell, before it is put into words or into JSON. */
import type { ShortestExploration } from '../../shared/drivers/explore-shortest'
import type { Counterexample } from '../../shared/engine/counterexample'
import type { Searchable } from '../../shared/engine/searchable'
import type { FaultBudgets } from '../../shared/engine/searched-faults'

/** What was searched and what came of it. */
export interface Searched {
  readonly budgets: FaultBudgets
  readonly searchable: Searchable
  readonly exploration: ShortestExploration<Searchable>
  readonly counterexamples: readonly Counterexample[]
}
