/** Searching scenarios in a line, and a second, plain way to do the same, for tests of the explorer. */

import type { PackedSystem } from '../../src/shared/base/packed-system'
import { type Exploration, type ExploreOptions, explore } from '../../src/shared/drivers/explore'
import { machine } from '../../src/shared/engine/machine'
import type { Program } from '../../src/shared/engine/program'
import type { State } from '../../src/shared/engine/state'

/** A search without a clock, to its end. */
export function searched(system: PackedSystem, options: Partial<ExploreOptions> = {}): Exploration {
  const running = explore(system, { nowSeconds: () => 0, ...options })
  for (;;) {
    const { done, value } = running.next()
    if (done) return value
  }
}

/** The same system with a promise that nothing breaks: the search goes on when all others are broken. */
export function notStopping(system: PackedSystem): PackedSystem {
  return Object.create(system, { promises: { value: system.promises + 1 } }) as PackedSystem
}

/** The same system that tries every fault in every state, whatever led there. */
export function tryingAllFaults(system: PackedSystem): PackedSystem {
  const open: PackedSystem['open'] = (words, start, end, which) =>
    system.open(words, start, end, which)
  return Object.create(system, { open: { value: open } }) as PackedSystem
}

export interface PlainSearch {
  readonly states: number
  /** Each broken promise with the fewest faults that break it, and with so few the fewest choices. */
  readonly fewest: readonly (readonly [id: string, faults: number, choices: number])[]
  readonly limits: readonly string[]
  /** Nothing was left out for want of room. */
  readonly isWhole: boolean
}

/**
 * The same question asked without any art: the untimed machine of the rules with every step reported, every
 * state known by its text; fewest faults first, then fewest choices (Dijkstra, 1959). Knows nothing of packed
 * systems.
 */
export function plainSearch(program: Program, statesMax: number): PlainSearch {
  const system = machine(program)
  const fewest = new Map<string, readonly [number, number]>()
  const limits = new Set<string>()
  const done = new Set<string>()
  /** By faults, then by choices: what is to be looked at. */
  const waiting: State[][][] = [[[system.initial]]]
  for (const [faults, levels] of waiting.entries())
    for (let depth = 0; depth < levels.length; depth += 1)
      for (const state of levels[depth] ?? []) {
        const text = state.join()
        if (done.has(text)) continue
        done.add(text)
        if (done.size > statesMax) return { states: 0, fewest: [], limits: [], isWhole: false }
        for (const choice of system.enabled(state)) {
          const { state: reached, steps } = system.apply(state, choice)
          const limit = system.limit?.(reached)
          if (limit !== undefined) {
            limits.add(limit)
            continue
          }
          const spent = faults + budgetOf(program, state) - budgetOf(program, reached)
          for (const { kind, invariant = '' } of steps) {
            const [least, shortest] = fewest.get(invariant) ?? [spent + 1, 0]
            const isLess = spent < least || (spent === least && depth + 1 < shortest)
            if (kind === 'invariant.violated' && isLess) fewest.set(invariant, [spent, depth + 1])
          }
          waiting[spent] ??= []
          const level = waiting[spent] as State[][]
          for (let empty = level.length; empty <= depth + 1; empty += 1) level.push([])
          level[depth + 1]?.push(reached)
        }
      }
  const broken = [...fewest].map(([id, [faults, choices]]) => [id, faults, choices] as const)
  return {
    states: done.size,
    fewest: broken.sort(([a], [b]) => (a < b ? -1 : 1)),
    limits: [...limits],
    isWhole: true,
  }
}

function budgetOf(program: Program, state: State): number {
  const fields = Object.values(program.layout.header.budgets)
  return fields.reduce((sum, field) => sum + field.get(state, 0), 0)
}
