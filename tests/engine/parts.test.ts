/** What is learned of the parts of a program, held against the rules, state by state. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PackedSystem } from '../../src/shared/base/packed-system'
import { compile } from '../../src/shared/engine/compile'
import { counterexampleOf } from '../../src/shared/engine/counterexample'
import { machine } from '../../src/shared/engine/machine'
import { parted } from '../../src/shared/engine/parts/parted'
import type { Program } from '../../src/shared/engine/program'
import type { FaultBudgets } from '../../src/shared/engine/searched-faults'
import type { State } from '../../src/shared/engine/state'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { faultsOfParts, partedSystems, smallPartedSystems } from '../support/parted-systems'
import { plainSearch } from '../support/searching'
import { brokenBy, made, NONE, RUNS } from '../support/small-searches'

/** Each state costs two ways to say all that follows it: many in the long run only. */
const FEW = { numRuns: Math.ceil(RUNS.numRuns / (process.env.DRYRUN_LONG === undefined ? 16 : 3)) }

const STATES_MAX = 80
const SEARCHED_MAX = 1_200

/** From which number of a part's content on it is kept elsewhere: soon, so that it happens. */
const width = fc.constantFrom(undefined, 3)

interface Reached {
  readonly words: Uint32Array
  /** As the rules have it. */
  readonly shown: string
  readonly broken: readonly number[]
  readonly limit: string | undefined
}

function untimed(drawn: Scenario, budgets: FaultBudgets): Program {
  const compiled = compile(drawn, { timed: false, budgets })
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('\n'))
  return compiled.value
}

/** Everything that one choice leads to, by what is known of the parts. */
function reachedByParts(system: PackedSystem, from: Uint32Array): readonly Reached[] {
  return (['natural', 'faults'] as const).flatMap((which) => {
    system.open(from, 0, from.length, which)
    const count = system.choices.length
    return Array.from({ length: count }, (_, at) => {
      system.take(system.choices.at(at))
      const words = system.next.slice(0, system.nextEnd)
      const { broken, limit } = system
      return { words, shown: shownBy(system, words), broken: [...broken], limit }
    })
  })
}

function shownBy(system: PackedSystem, words: Uint32Array): string {
  return (system.shown?.(words) ?? words).join()
}

describe('for every small scenario that falls into parts', () => {
  test('each state has the choices that the rules give it, and each leads to the same state', () => {
    let compared = 0
    let together = 0
    fc.assert(
      fc.property(partedSystems, faultsOfParts, width, (drawn, budgets, wide) => {
        const program = untimed(drawn, budgets)
        const system = parted(program, wide)
        if (system === undefined) {
          together += 1
          return
        }
        const rules = machine(program)
        expect(shownBy(system, system.initial)).toBe(rules.initial.join())
        const waiting: Uint32Array[] = [system.initial]
        const seen = new Set([shownBy(system, system.initial)])
        for (let at = 0; at < waiting.length && at < STATES_MAX; at += 1) {
          const from = waiting[at] as Uint32Array
          const reached = reachedByParts(system, from)
          const state = (system.shown?.(from) ?? from) as State
          const byRules = rules
            .enabled(state)
            .map((choice) => rules.apply(state, choice).state)
            .map((after) => `${after.join()} ${rules.limit?.(after) ?? ''}`)
          const byParts = reached.map(({ shown, limit }) => `${shown} ${limit ?? ''}`)
          expect(byParts.sort()).toEqual(byRules.sort())
          for (const { words, shown, limit } of reached) {
            if (limit !== undefined || seen.has(shown)) continue
            seen.add(shown)
            waiting.push(words)
          }
          compared += 1
        }
      }),
      FEW,
    )
    expect(compared).toBeGreaterThan(25 * FEW.numRuns)
    expect(together).toBe(0)
  })

  test('there are no parts where a line may be cut', () => {
    fc.assert(
      fc.property(partedSystems, (drawn) => {
        expect(parted(untimed(drawn, {}))).toBeDefined()
        expect(parted(untimed(drawn, { partition: 1 }))).toBeUndefined()
      }),
      FEW,
    )
  })

  test('a search finds the same states and breaks the same promises as a plain one', () => {
    let broken = 0
    fc.assert(
      fc.property(smallPartedSystems, faultsOfParts, (drawn, budgets) => {
        const search = made(drawn, budgets, NONE)
        const { found, broken: promises } = brokenBy(search, SEARCHED_MAX)
        if (found.ranOut.includes('states')) return
        const plain = plainSearch(search.untimed, SEARCHED_MAX)
        expect(found.states).toBe(plain.states)
        expect([...found.ranOut].sort()).toEqual([...plain.limits].sort())
        expect(promises).toEqual(plain.fewest)
        for (const violation of found.violations)
          expect(counterexampleOf(search, violation)?.faults).toHaveLength(violation.faults)
        broken += promises.length
      }),
      FEW,
    )
    expect(broken).toBeGreaterThan(0)
  })
})
