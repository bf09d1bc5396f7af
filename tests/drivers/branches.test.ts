import { describe, expect, test } from 'vitest'
import { branchAt, startBranches } from '../../src/shared/drivers/branches'
import { bells, waterJugs } from './toys'

describe('branches', () => {
  test('a choice at a position starts another branch, and the old one stays', () => {
    const begun = startBranches(bells([10, 25], 4), { stepsMax: 100 })
    const grown = branchAt(begun, 0, 1, 1)
    expect(grown.all.map(({ trace }) => trace.steps)).toEqual([
      ['0 at 10', '0 at 20', '1 at 25', '0 at 30'],
      ['0 at 10', '1 at 25', '0 at 25', '0 at 35'],
    ])
    expect(begun.all.length).toBe(1)
  })

  test('a branch knows where it came from', () => {
    const begun = startBranches(bells([10, 25], 4), { stepsMax: 100 })
    const grown = branchAt(branchAt(begun, 0, 2, 1), 1, 3, 1)
    expect(
      grown.all.map(({ id, parent, fromPosition, choice }) => [id, parent, fromPosition, choice]),
    ).toEqual([
      [0, undefined, 0, undefined],
      [1, 0, 2, 1],
      [2, 1, 3, 1],
    ])
  })

  test('a branch shares the states before it, unexecuted', () => {
    const system = bells([10, 25], 200)
    const begun = startBranches(system, { stepsMax: 100 })
    const applied = system.applied()
    const grown = branchAt(begun, 0, 99, 1)
    expect(system.applied()).toBe(applied + 1)
    expect(grown.all[1]?.trace.stateAt(50)).toBe(begun.all[0]?.trace.stateAt(50))
  })

  test('a branch of a run too large to keep goes on from the same state', () => {
    const system = { ...bells([7, 11], 900), stateBytes: 1024 * 1024 }
    const grown = branchAt(startBranches(system, { stepsMax: 900 }), 0, 333, 1)
    const small = branchAt(startBranches(bells([7, 11], 900), { stepsMax: 900 }), 0, 333, 1)
    expect(grown.all[1]?.trace.steps).toEqual(small.all[1]?.trace.steps)
    expect(grown.all[1]?.trace.stateAt(400)).toEqual(small.all[1]?.trace.stateAt(400))
  })

  test('a position amid the steps of one choice means after them', () => {
    const twice = {
      ...waterJugs,
      apply: (jugs: readonly [number, number], pour: 'fill5') => ({
        state: waterJugs.apply(jugs, pour).state,
        steps: ['begins', 'ends'],
      }),
      dueUs: ([five]: readonly [number, number]) => (five === 0 ? 1 : undefined),
    }
    const begun = startBranches(twice as typeof waterJugs, { stepsMax: 10 })
    const grown = branchAt(begun, 0, 1, 'fill3')
    expect(grown.all[1]?.fromPosition).toBe(2)
    expect(grown.all[1]?.trace.choices).toEqual(['fill5', 'fill3'])
  })
})
