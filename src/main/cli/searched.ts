/** What `dryrun explore` has to tell, before it is put into words or into JSON. */
import type { ShortestExploration } from '../../shared/drivers/explore-shortest'
import type { Counterexample } from '../../shared/engine/counterexample'
import type { Searchable } from '../../shared/engine/searchable'
import type { FaultsAllowed } from './fault-budgets'

/** What was searched and what came of it. */
export interface Searched {
  readonly allowed: FaultsAllowed
  readonly searchable: Searchable
  readonly exploration: ShortestExploration<Searchable>
  readonly counterexamples: readonly Counterexample[]
}
