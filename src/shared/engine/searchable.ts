/**
 * A scenario made ready for a search: the untimed program whose states are searched, and the timed one in
 * which a run that is found is told. Both are the same scenario with the same keys.
 */

import type { PackedSystem } from '../base/packed-system'
import type { Problem } from '../base/problem'
import type { Scenario } from '../scenario/scenario'
import { compile } from './compile'
import { explorable } from './explorable'
import type { Program } from './program'
import type { Reductions } from './representative'
import type { FaultBudgets } from './searched-faults'
import { withKeys } from './several-keys'

export interface SearchOptions {
  /** How many faults of each kind at most; a kind that is not named does not happen. */
  readonly budgets: FaultBudgets
  /** How many faults in all, of whatever kind; as many as the kinds allow where not given. */
  readonly faultsMax?: number
  /** How many customers at once; as many as are drawn where not given. */
  readonly keys?: number
  /** All of them where not given. */
  readonly reductions?: Reductions
}

const ALL_REDUCTIONS: Reductions = { symmetry: true, reduction: true }

export interface Searchable {
  readonly system: PackedSystem
  readonly untimed: Program
  readonly timed: Program
  /** What both were compiled from: the scenario with so many keys. Its own list of faults is left out. */
  readonly scenario: Scenario
  readonly reductions: Reductions
}

export type MadeSearchable =
  | { readonly ok: true; readonly value: Searchable; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Problems where the scenario does not compile. */
export function searchable(
  scenario: Scenario,
  { budgets, faultsMax, keys, reductions = ALL_REDUCTIONS }: SearchOptions,
): MadeSearchable {
  // The drawn faults have their moments in time; a search tries all moments, within its budgets.
  const { faults: _faults, ...drawn } = scenario
  const searched = keys === undefined ? drawn : withKeys(drawn, keys)
  const untimed = compile(searched, {
    timed: false,
    ...budgetsWithin(budgets, faultsMax),
  })
  if (!untimed.ok) return untimed
  const timed = compile(searched)
  if (!timed.ok) return timed
  const value = {
    system: explorable(untimed.value, reductions),
    untimed: untimed.value,
    timed: timed.value,
    scenario: searched,
    reductions,
  }
  return { ok: true, value, warnings: timed.warnings }
}

/** More of a kind than in all never happen; with none in all, none of any kind. */
function budgetsWithin(budgets: FaultBudgets, faultsMax: number | undefined) {
  if (faultsMax === undefined) return { budgets }
  const within = Object.entries(budgets).map(([kind, count]) => [kind, Math.min(count, faultsMax)])
  return { budgets: Object.fromEntries(within) as FaultBudgets, faultsMax }
}

/**
 * The same to be searched with nothing left out but what is interchangeable, and with other budgets: among
 * these runs the shortest is found. undefined: nothing more was left out before.
 */
export function unreduced(searched: Searchable, budgets: FaultBudgets): Searchable | undefined {
  if (!searched.reductions.reduction) return undefined
  const reductions = { ...searched.reductions, reduction: false }
  const made = searchable(searched.scenario, { budgets, reductions })
  if (!made.ok) throw new Error('what compiled before does not compile any more')
  return made.value
}
