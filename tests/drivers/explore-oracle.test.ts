/** The explorer against a plain search over the same rules, on small scenarios drawn at random. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counterexampleOf } from '../../src/shared/engine/counterexample'
import type { Reductions } from '../../src/shared/engine/representative'
import { type Searchable, searchable } from '../../src/shared/engine/searchable'
import type { FaultBudgets } from '../../src/shared/engine/searched-faults'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { notStopping, plainSearch, searched } from '../support/searching'
import { fewFaults, smallSystems } from '../support/small-systems'

const STATES_MAX = 2_000
const RUNS = { numRuns: Number(process.env.N ?? 250) }
const NONE: Reductions = { symmetry: false, reduction: false }
const ALL: Reductions = { symmetry: true, reduction: true }

function made(scenario: Scenario, budgets: FaultBudgets, reductions: Reductions): Searchable {
  const result = searchable(scenario, { budgets, reductions })
  if (result.ok) return result.value
  throw new Error(result.problems.map(({ message }) => message).join('\n'))
}

/** Each broken promise with the fewest faults that break it, and how many choices the run has. */
function brokenBy({ system, untimed }: Searchable) {
  const found = searched(notStopping(system), { statesMax: STATES_MAX })
  const broken = found.violations.map(
    ({ promise, faults, path }) =>
      [untimed.invariants[promise]?.id ?? '', faults, path.length - 1] as const,
  )
  return { found, broken: broken.sort(([a], [b]) => (a < b ? -1 : 1)) }
}

describe('for every small scenario', () => {
  test('the explorer finds the same states and breaks the same promises, with as few faults', () => {
    let whole = 0
    let count = 0
    fc.assert(
      fc.property(smallSystems, fewFaults, (scenario, budgets) => {
        const plainly = made(scenario, budgets, NONE)
        const plain = plainSearch(plainly.untimed, STATES_MAX)
        if (!plain.isWhole) return
        const { found, broken } = brokenBy(plainly)
        whole += 1
        count += broken.length
        expect(found.states).toBe(plain.states)
        expect([...found.ranOut].sort()).toEqual([...plain.limits].sort())
        expect(broken).toEqual(plain.fewest)
      }),
      RUNS,
    )
    expect(whole).toBeGreaterThan(RUNS.numRuns / 2)
    expect(count).toBeGreaterThan(RUNS.numRuns / 4)
  })

  test('the answer is the same with every reduction on, and fewer states are visited', () => {
    let states = 0
    let reduced = 0
    fc.assert(
      fc.property(smallSystems, fewFaults, (scenario, budgets) => {
        const plain = brokenBy(made(scenario, budgets, NONE))
        if (plain.found.ranOut.includes('states')) return
        const less = brokenBy(made(scenario, budgets, ALL))
        expect(less.broken.map(([id, faults]) => [id, faults])).toEqual(
          plain.broken.map(([id, faults]) => [id, faults]),
        )
        expect(less.found.states).toBeLessThanOrEqual(plain.found.states)
        states += plain.found.states
        reduced += less.found.states
      }),
      RUNS,
    )
    expect(reduced).toBeLessThan(0.9 * states)
  })

  test.each([
    ['off', NONE],
    ['on', ALL],
  ])(
    'every run found with reductions %s is told by the timed machine, and ends broken',
    (_, how) => {
      let told = 0
      fc.assert(
        fc.property(smallSystems, fewFaults, (scenario, budgets) => {
          const search = made(scenario, budgets, how)
          for (const violation of searched(search.system, { statesMax: STATES_MAX }).violations) {
            const one = counterexampleOf(search, violation)
            const { id } = search.untimed.invariants[violation.promise] ?? {}
            expect(one?.steps.at(-1)?.invariant).toBe(id)
            expect(one?.faults.length).toBe(violation.faults)
            told += 1
          }
        }),
        RUNS,
      )
      expect(told).toBeGreaterThan(RUNS.numRuns / 4)
    },
  )
})
