/** What the explorer finds, told, minimal, and no less than a walker finds, on small scenarios drawn at random. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  counterexampleOf,
  type FaultTaken,
  faultsTaken,
} from '../../src/shared/engine/counterexample'
import { searched } from '../support/searching'
import { ALL, brokenBy, FEWER_RUNS, made, NONE, STATES_MAX } from '../support/small-searches'
import { fewFaults, smallSystems } from '../support/small-systems'
import { brokenOnWalks } from '../support/walking'

describe('for every small scenario', () => {
  test('whoever walks about at random breaks no promise that the explorer says holds', () => {
    let broken = 0
    fc.assert(
      fc.property(smallSystems, fewFaults, fc.nat(), (scenario, budgets, seed) => {
        const search = made(scenario, budgets, ALL)
        const { found, broken: known } = brokenBy(search)
        if (!found.isWhole) return
        const ids = known.map(([id]) => id)
        for (const id of brokenOnWalks(search.untimed, { walks: 10, seed })) {
          expect(ids).toContain(id)
          broken += 1
        }
      }),
      FEWER_RUNS,
    )
    expect(broken).toBeGreaterThan(FEWER_RUNS.numRuns / 4)
  })

  test('no run that is found can do without any one of its faults', () => {
    let tried = 0
    fc.assert(
      fc.property(smallSystems, fewFaults, (scenario, budgets) => {
        const search = made(scenario, budgets, ALL)
        for (const violation of searched(search.system, { statesMax: STATES_MAX }).violations) {
          const taken = faultsTaken(search, violation)
          for (const [kind, count = 0] of Object.entries(taken)) {
            const less = made(scenario, { ...taken, [kind]: count - 1 }, ALL)
            const { promise } = violation
            const without = searched(less.system, { statesMax: STATES_MAX, promise })
            expect(without.violations).toEqual([])
            tried += 1
          }
        }
      }),
      FEWER_RUNS,
    )
    expect(tried).toBeGreaterThan(FEWER_RUNS.numRuns / 10)
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
            expect(faultsTaken(search, violation)).toEqual(countedByKind(one?.faults ?? []))
            told += 1
          }
        }),
        FEWER_RUNS,
      )
      expect(told).toBeGreaterThan(FEWER_RUNS.numRuns / 4)
    },
  )
})

function countedByKind(faults: readonly FaultTaken[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { kind } of faults) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
