/** The explorer against a plain search over the same rules, on small scenarios drawn at random. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counterexampleOf } from '../../src/shared/engine/counterexample'
import type { Reductions } from '../../src/shared/engine/representative'
import { notStopping, plainSearch, searched, tryingAllFaults } from '../support/searching'
import { ALL, brokenBy, made, NONE, RUNS, STATES_MAX, WHOLE_RUNS } from '../support/small-searches'
import { smallOrders, smallSearches, twoAlike } from '../support/small-systems'

const SYMMETRY: Reductions = { ...NONE, symmetry: true }
const WAYS: readonly Reductions[] = [SYMMETRY, { ...NONE, reduction: true }, ALL]

const HALF = { numRuns: Math.ceil(WHOLE_RUNS.numRuns / 2) }

describe('for every small scenario', () => {
  test('the explorer finds the same states and breaks the same promises, with as few faults', () => {
    let whole = 0
    let tooLarge = 0
    let count = 0
    fc.assert(
      fc.property(smallSearches, ([scenario, budgets]) => {
        const plainly = made(scenario, budgets, NONE)
        const { found, broken } = brokenBy(plainly)
        if (found.ranOut.includes('states')) {
          // The plain search takes its longest to say the same: it is asked of every tenth.
          if (tooLarge % 10 === 0)
            expect(plainSearch(plainly.untimed, STATES_MAX - 1).isWhole).toBe(false)
          tooLarge += 1
          return
        }
        const plain = plainSearch(plainly.untimed, STATES_MAX)
        expect(plain.isWhole).toBe(true)
        whole += 1
        count += broken.length
        expect(found.states).toBe(plain.states)
        expect([...found.ranOut].sort()).toEqual([...plain.limits].sort())
        expect(broken).toEqual(plain.fewest)
      }),
      WHOLE_RUNS,
    )
    expect(whole).toBeGreaterThan(RUNS.numRuns / 3)
    expect(count).toBeGreaterThan(RUNS.numRuns / 4)
  })

  test('the answer is the same with each reduction alone and with both, and fewer states are visited', () => {
    let states = 0
    const reduced = WAYS.map(() => 0)
    fc.assert(
      fc.property(smallSearches, ([scenario, budgets]) => {
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
      HALF,
    )
    const [bySymmetry = 1, bySteps = 1, byBoth = 1] = reduced.map((count) => count / states)
    expect(bySymmetry).toBeLessThanOrEqual(1)
    expect(bySteps).toBeLessThan(0.7)
    expect(byBoth).toBeLessThan(0.7)
  })

  test('a fault that is not tried again breaks nothing else', () => {
    let [fewer, all] = [0, 0]
    fc.assert(
      fc.property(smallSearches, ([scenario, budgets]) => {
        const { system } = made(scenario, budgets, ALL)
        const options = { statesMax: STATES_MAX }
        const less = searched(notStopping(system), options)
        const more = searched(tryingAllFaults(notStopping(system)), options)
        if (!more.isWhole) return
        const broken = ({ violations }: typeof less) =>
          violations.map(({ promise, faults }) => [promise, faults]).sort()
        expect(broken(less)).toEqual(broken(more))
        expect(less.states).toBeLessThanOrEqual(more.states)
        fewer += less.transitions
        all += more.transitions
      }),
      HALF,
    )
    expect(fewer).toBeLessThan(all)
  })

  test('two customers who want the same are one to a search, and the answer is the same', () => {
    let [states, bySymmetry, byBoth] = [0, 0, 0]
    fc.assert(
      fc.property(twoAlike, fc.constantFrom({}, { duplicate: 1 }), (scenario, budgets) => {
        const searchedBy = (how: Reductions) =>
          brokenBy(made(scenario, budgets, how), 3 * STATES_MAX)
        const plain = searchedBy(NONE)
        if (!plain.found.isWhole) return
        const [symmetric, both] = [searchedBy(SYMMETRY), searchedBy(ALL)]
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
      fc.property(smallOrders, (scenario) => {
        const search = made(scenario, { crash: 1, 'lose-response': 1, duplicate: 1 }, ALL, 1)
        const inAll = brokenBy(search)
        if (!inAll.found.isWhole) return
        const one = kinds.map((kind) => brokenBy(made(scenario, { [kind]: 1 }, ALL)))
        expect(one.every(({ found }) => found.isWhole)).toBe(true)
        const ids = one.flatMap(({ broken }) => broken.map(([id]) => id))
        expect(inAll.broken.map(([id]) => id)).toEqual([...new Set(ids)].sort())
        for (const violation of inAll.found.violations)
          expect(counterexampleOf(search, violation)?.faults).toHaveLength(violation.faults)
        compared += 1
      }),
      HALF,
    )
    expect(compared).toBeGreaterThan(RUNS.numRuns / 8)
  })
})
