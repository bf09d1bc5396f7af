/** The search itself, on systems that have nothing to do with services. */
import { describe, expect, test } from 'vitest'
import type { PackedSystem } from '../../src/shared/base/packed-system'
import { explore } from '../../src/shared/drivers/explore'
import { searched } from '../support/searching'

/** A system of states of a few numbers, from what may happen in each. */
function toy(rules: {
  readonly initial: readonly number[]
  natural(state: readonly number[]): readonly (readonly number[])[]
  faults?(state: readonly number[]): readonly (readonly number[])[]
  broken?(state: readonly number[]): readonly number[]
  brokenAtRest?(state: readonly number[]): readonly number[]
  readonly promises?: number
  limit?(state: readonly number[]): string | undefined
  readonly allowance?: PackedSystem['allowance']
}): PackedSystem {
  let ways: readonly (readonly number[])[] = []
  let standing: readonly number[] = []
  let reached: readonly number[] = []
  return {
    initial: Uint32Array.from(rules.initial),
    allowance: rules.allowance,
    promises: rules.promises ?? 1,
    open(words, start, end, which) {
      standing = [...words.subarray(start, end)]
      ways = which === 'natural' ? rules.natural(standing) : (rules.faults?.(standing) ?? [])
    },
    choices: {
      get length() {
        return ways.length
      },
      at: (index) => index,
    },
    concerned: -1,
    mayGoOn: false,
    goOn: () => false,
    passed: () => [],
    brokenAtRest: () => rules.brokenAtRest?.(standing) ?? [],
    take(choice) {
      reached = ways[choice] ?? []
    },
    get next() {
      return Uint32Array.from(reached)
    },
    get nextEnd() {
      return reached.length
    },
    get broken() {
      return rules.broken?.(reached) ?? []
    },
    get limit() {
      return rules.limit?.(reached)
    },
  }
}

/** Two jugs of 3 and 5 gallons; the promise is that nobody ever measures four. */
const jugsOf = (promises: number) =>
  toy({
    promises,
    initial: [0, 0],
    natural: ([small = 0, large = 0]) => {
      const toLarge = Math.min(small, 5 - large)
      const toSmall = Math.min(large, 3 - small)
      return [
        [3, large],
        [small, 5],
        [0, large],
        [small, 0],
        [small - toLarge, large + toLarge],
        [small + toSmall, large - toSmall],
      ]
    },
    broken: ([, large]) => (large === 4 ? [0] : []),
  })

/** Counts up to nine by itself; a fault, three at most, skips two. Broken at 7 and, at rest, at 9. */
const counter = toy({
  initial: [0, 0],
  promises: 2,
  natural: ([at = 0, faults = 0]) => (at < 9 && at % 4 !== 3 ? [[at + 1, faults]] : []),
  faults: ([at = 0, faults = 0]) => (faults < 3 && at < 8 ? [[at + 2, faults + 1]] : []),
  broken: ([at]) => (at === 7 ? [0] : []),
  brokenAtRest: ([at]) => (at === 9 ? [1] : []),
})

describe('the search', () => {
  test('water jugs: four gallons take six moves', () => {
    const { verdict, violations } = searched(jugsOf(1))
    expect(verdict).toBe('violated')
    expect(violations[0]?.path.map((state) => [...state])).toEqual([
      [0, 0],
      [0, 5],
      [3, 2],
      [0, 2],
      [2, 0],
      [2, 5],
      [3, 4],
    ])
  })

  test('water jugs: all there is are 16 states', () => {
    const found = searched(jugsOf(2))
    expect(found).toMatchObject({ states: 16, isWhole: true, ranOut: [] })
  })

  test('a run with fewer faults is found before a shorter one with more', () => {
    const { violations } = searched(counter)
    // One fault jumps over the wall at three; with more of them it would be shorter.
    expect(violations.map(({ promise, faults, path }) => [promise, faults, path.length])).toEqual([
      [0, 1, 7],
      [1, 2, 8],
    ])
  })

  test('of two shortest runs the states follow one another by one choice each', () => {
    for (const { path } of searched(counter).violations)
      for (let at = 1; at < path.length; at += 1) {
        const [before = 0, after = 0] = [path[at - 1]?.[0], path[at]?.[0]]
        expect([1, 2]).toContain(after - before)
      }
  })

  test('where nothing is promised the whole space is searched', () => {
    const found = searched(jugsOf(0))
    expect(found.states).toBe(16)
  })
})

test('of two states the one that is allowed more stands for both', () => {
  // The state is a number, and how many faults are left beside it in the first word; a fault changes nothing.
  const bits = 0xf0
  const stuck = (allowance: PackedSystem['allowance']) =>
    searched(
      toy({
        initial: [0x30],
        natural: ([word = 0]) => ((word & 0xf) < 5 ? [[word + 1]] : []),
        faults: ([word = 0]) => (word >= 0x10 ? [[word - 0x10]] : []),
        allowance,
      }),
    ).states
  expect(stuck(undefined)).toBe(4 * 6)
  expect(stuck({ bits, covers: (more, less) => (more & bits) >= (less & bits) })).toBe(6)
})

const endless = toy({ initial: [0], natural: ([at = 0]) => [[at + 1], [at + 2]] })

describe('a limit', () => {
  test('of states is met and said', () => {
    const found = searched(endless, { statesMax: 100 })
    expect(found).toMatchObject({ verdict: 'limit', ranOut: ['states'], states: 100 })
  })

  test('of depth is met and said', () => {
    const found = searched(endless, { depthMax: 10 })
    expect(found).toMatchObject({ verdict: 'limit', ranOut: ['depth'], depth: 10, states: 21 })
  })

  test('of time is met and said', () => {
    let seconds = 0
    const nowSeconds = () => {
      seconds += 0.01
      return seconds
    }
    const found = searched(endless, { nowSeconds, secondsMax: 1 })
    expect(found).toMatchObject({ verdict: 'limit', ranOut: ['seconds'] })
    expect(found.seconds).toBeGreaterThanOrEqual(1)
  })

  test("of the system's own is not followed, and said", () => {
    const found = searched(limited)
    expect(found).toMatchObject({ verdict: 'limit', ranOut: ['room'], states: 10 })
  })

  test('as large as the space is none', () => {
    expect(searched(jugsOf(2), { statesMax: 16 })).toMatchObject({ isWhole: true })
    expect(searched(jugsOf(2), { statesMax: 15 })).toMatchObject({
      isWhole: false,
      ranOut: ['states'],
    })
  })
})

const limited = toy({
  initial: [0],
  natural: ([at = 0]) => [[at + 1]],
  limit: ([at = 0]) => (at >= 10 ? 'room' : undefined),
})

test('progress is reported by the clock that is given, and states only get more', () => {
  let seconds = 0
  const running = explore(endless, {
    nowSeconds: () => {
      seconds += 0.03
      return seconds
    },
    statesMax: 5_000,
  })
  const reports: number[] = []
  for (let { done, value } = running.next(); !done; { done, value } = running.next())
    reports.push(value.states)
  expect(reports.length).toBeGreaterThan(10)
  expect(reports).toEqual([...reports].sort((a, b) => a - b))
})
