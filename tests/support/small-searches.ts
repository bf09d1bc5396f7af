/** Searching small scenarios within the same bounds, for every test that compares searches. */

import type { Reductions } from '../../src/shared/engine/representative'
import { type Searchable, searchable } from '../../src/shared/engine/searchable'
import type { FaultBudgets } from '../../src/shared/engine/searched-faults'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { LONG } from './counts'
import { notStopping, searched } from './searching'

export const STATES_MAX = 2_000
export const RUNS = {
  numRuns: Number(process.env.N ?? (process.env.DRYRUN_LONG === undefined ? 200 : 250)),
}
/** Of what is searched whole twice as often, for as many comparisons. */
export const WHOLE_RUNS = { numRuns: LONG ? RUNS.numRuns : Math.ceil(RUNS.numRuns * 0.7) }
export const FEWER_RUNS = { numRuns: Math.ceil(RUNS.numRuns / 2) }
export const NONE: Reductions = { symmetry: false, reduction: false }
export const ALL: Reductions = { symmetry: true, reduction: true }

export function made(
  scenario: Scenario,
  budgets: FaultBudgets,
  reductions: Reductions,
  faultsMax?: number,
): Searchable {
  const inAll = faultsMax === undefined ? {} : { faultsMax }
  const result = searchable(scenario, { budgets, reductions, ...inAll })
  if (result.ok) return result.value
  throw new Error(result.problems.map(({ message }) => message).join('\n'))
}

/** Each broken promise with the fewest faults that break it, and how many choices the run has. */
export function brokenBy({ system, untimed }: Searchable, statesMax = STATES_MAX) {
  const found = searched(notStopping(system), { statesMax })
  const broken = found.violations.map(
    ({ promise, faults, path }) =>
      [untimed.invariants[promise]?.id ?? '', faults, path.length - 1] as const,
  )
  return { found, broken: broken.sort(([a], [b]) => (a < b ? -1 : 1)) }
}
