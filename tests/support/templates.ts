/** The built-in scenarios for tests, and what a search finds in one. */
import { readFileSync } from 'node:fs'
import { counterexampleOf } from '../../src/shared/engine/counterexample'
import { searchable } from '../../src/shared/engine/searchable'
import type { FaultBudgets } from '../../src/shared/engine/searched-faults'
import { parseScenario } from '../../src/shared/scenario/parse'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { notStopping, searched } from './searching'

const KINDS = ['crash', 'lose-request', 'lose-response', 'duplicate', 'delay'] as const

/** Every budget of two faults of these kinds. */
export const TWO_FAULTS: readonly FaultBudgets[] = KINDS.flatMap((one, index) =>
  KINDS.slice(index).map((other) => (one === other ? { [one]: 2 } : { [one]: 1, [other]: 1 })),
)

/** Every budget of one. */
export const ONE_FAULT: readonly FaultBudgets[] = KINDS.map((kind) => ({ [kind]: 1 }))

export function template(id: string): Scenario {
  const parsed = parseScenario(readFileSync(`resources/templates/${id}.dryrun.json`, 'utf8'))
  if (parsed.ok) return parsed.value
  throw new Error(`${id}: ${parsed.problems.map(({ message }) => message).join('; ')}`)
}

/** Ids of the promises that can be broken, and for each the faults that the run found takes, by kind. */
export type Broken = Readonly<Record<string, string>>

/** What can be broken within the budgets; a search that was not whole is a mistake of the test. */
export function brokenWithin(scenario: Scenario, budgets: FaultBudgets = {}): Broken {
  const made = searchable(scenario, { budgets })
  if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join('\n'))
  const found = searched(notStopping(made.value.system))
  if (!found.isWhole) throw new Error(`not searched whole: ${found.ranOut.join(', ')}`)
  const broken = found.violations.map((violation) => {
    const told = counterexampleOf(made.value, violation)
    if (told === undefined) throw new Error('a run was found that cannot be told')
    const faults = told.faults.map(({ kind, service, connection }) => {
      return [kind, service ?? connection].join(' ')
    })
    return [told.invariant, faults.join(', ')] as const
  })
  return Object.fromEntries(broken.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** How many states there are within the budgets, after every reduction. */
export function statesWithin(scenario: Scenario, budgets: FaultBudgets): number {
  const made = searchable(scenario, { budgets })
  if (!made.ok) throw new Error('does not compile')
  return searched(made.value.system).states
}
