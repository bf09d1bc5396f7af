/** The explorer against a plain search over the same rules, on small scenarios drawn at random. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counterexampleOf } from '../../src/shared/engine/counterexample'
import { searchable } from '../../src/shared/engine/searchable'
import { notStopping, plainSearch, searched } from '../support/searching'
import { fewFaults, smallSystems } from '../support/small-systems'

const STATES_MAX = 1_500

describe('for every small scenario', () => {
  test('the explorer finds the same states and breaks the same promises, with as few faults', () => {
    let whole = 0
    let broken = 0
    fc.assert(
      fc.property(smallSystems, fewFaults, (scenario, faults) => {
        const made = searchable(scenario, { budgets: faults })
        if (!made.ok) throw new Error(JSON.stringify(made.problems))
        const { untimed, system } = made.value
        const plain = plainSearch(untimed, STATES_MAX)
        if (!plain.isWhole) return
        whole += 1
        const found = searched(notStopping(system))
        expect(found.states).toBe(plain.states)
        expect([...found.ranOut].sort()).toEqual([...plain.limits].sort())
        const told = new Map(
          found.violations.map(({ promise, faults: count, path }) => [
            untimed.invariants[promise]?.id ?? '',
            [count, path.length - 1],
          ]),
        )
        broken += told.size
        expect([...told.keys()].sort()).toEqual([...plain.broken])
        for (const [id, [count]] of plain.fewest) expect(told.get(id)?.[0]).toBe(count)
      }),
      { numRuns: Number(process.env.N ?? 300) },
    )
    console.log(whole, broken)
    expect(whole).toBeGreaterThan(100)
    expect(broken).toBeGreaterThan(20)
  })

  test('every run found is told by the timed machine, to the same broken promise', () => {
    let told = 0
    fc.assert(
      fc.property(smallSystems, fewFaults, (scenario, faults) => {
        const made = searchable(scenario, { budgets: faults })
        if (!made.ok) throw new Error(JSON.stringify(made.problems))
        const { untimed, timed, system } = made.value
        for (const violation of searched(system, { statesMax: STATES_MAX }).violations) {
          const one = counterexampleOf(timed, untimed, violation)
          expect(one?.steps.at(-1)?.invariant).toBe(untimed.invariants[violation.promise]?.id)
          expect(one?.faults.length).toBe(violation.faults)
          told += 1
        }
      }),
      { numRuns: Number(process.env.N ?? 300) },
    )
    expect(told).toBeGreaterThan(20)
  })
})
