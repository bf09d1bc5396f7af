/** The explorer against a plain search over the same rules, on small scenarios drawn at random. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counterexampleOf, faultsTaken } from '../../src/shared/engine/counterexample'
import type { Reductions } from '../../src/shared/engine/representative'
import { type Searchable, searchable } from '../../src/shared/engine/searchable'
import type { FaultBudgets } from '../../src/shared/engine/searched-faults'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { notStopping, plainSearch, searched } from '../support/searching'
import { fewFaults, smallSystems, twoAlike } from '../support/small-systems'
import { brokenOnWalks } from '../support/walking'

const STATES_MAX = 2_000
const RUNS = { numRuns: Number(process.env.N ?? 250) }
const FEWER_RUNS = { numRuns: Math.ceil(RUNS.numRuns / 2) }
const NONE: Reductions = { symmetry: false, reduction: false }
const ALL: Reductions = { symmetry: true, reduction: true }
const SYMMETRY: Reductions = { ...NONE, symmetry: true }
const WAYS: readonly Reductions[] = [SYMMETRY, { ...NONE, reduction: true }, ALL]

function made(
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
function brokenBy({ system, untimed }: Searchable, statesMax = STATES_MAX) {
  const found = searched(notStopping(system), { statesMax })
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

  test('the answer is the same with each reduction alone and with both, and fewer states are visited', () => {
    let states = 0
    const reduced = WAYS.map(() => 0)
    fc.assert(
      fc.property(smallSystems, fewFaults, (scenario, budgets) => {
        const plain = brokenBy(made(scenario, budgets, NONE))
        if (plain.found.ranOut.includes('states')) return
        states += plain.found.states
        WAYS.forEach((how, way) => {
          const less = brokenBy(made(scenario, budgets, how))
          expect(less.broken.map(([id, faults]) => [id, faults])).toEqual(
            plain.broken.map(([id, faults]) => [id, faults]),
          )
          expect(less.found.states).toBeLessThanOrEqual(plain.found.states)
          reduced[way] = (reduced[way] ?? 0) + less.found.states
        })
      }),
      FEWER_RUNS,
    )
    const [bySymmetry = 1, bySteps = 1, byBoth = 1] = reduced.map((count) => count / states)
    expect(bySymmetry).toBeLessThanOrEqual(1)
    expect(bySteps).toBeLessThan(0.7)
    expect(byBoth).toBeLessThan(0.7)
  })

  test('two customers who want the same are one to a search, and the answer is the same', () => {
    let [states, bySymmetry, byBoth] = [0, 0, 0]
    fc.assert(
      fc.property(twoAlike, fc.constantFrom({}, { duplicate: 1 }), (scenario, budgets) => {
        const [plain, symmetric, both] = [NONE, SYMMETRY, ALL].map((how) =>
          brokenBy(made(scenario, budgets, how), 3 * STATES_MAX),
        )
        if (plain?.found.isWhole !== true || !symmetric?.found.isWhole || !both) return
        const promises = ({ broken }: typeof plain) => broken.map(([id, faults]) => [id, faults])
        expect(promises(symmetric)).toEqual(promises(plain))
        expect(promises(both)).toEqual(promises(plain))
        states += plain.found.states
        bySymmetry += symmetric.found.states
        byBoth += both.found.states
      }),
      { numRuns: Math.ceil(RUNS.numRuns / 6) },
    )
    expect(bySymmetry).toBeLessThan(0.6 * states)
    expect(byBoth).toBeLessThan(0.45 * states)
  })

  test('one fault in all breaks what some one fault breaks', () => {
    const kinds = ['crash', 'lose-response', 'duplicate'] as const
    let compared = 0
    fc.assert(
      fc.property(smallSystems, (scenario) => {
        const search = made(scenario, { crash: 1, 'lose-response': 1, duplicate: 1 }, ALL, 1)
        const inAll = brokenBy(search)
        const one = kinds.map((kind) => brokenBy(made(scenario, { [kind]: 1 }, ALL)))
        if ([inAll, ...one].some(({ found }) => !found.isWhole)) return
        const ids = one.flatMap(({ broken }) => broken.map(([id]) => id))
        expect(inAll.broken.map(([id]) => id)).toEqual([...new Set(ids)].sort())
        for (const violation of searched(search.system).violations)
          expect(counterexampleOf(search, violation)?.faults).toHaveLength(violation.faults)
        compared += 1
      }),
      FEWER_RUNS,
    )
    expect(compared).toBeGreaterThan(FEWER_RUNS.numRuns / 4)
  })

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
            told += 1
          }
        }),
        FEWER_RUNS,
      )
      expect(told).toBeGreaterThan(FEWER_RUNS.numRuns / 4)
    },
  )
})
