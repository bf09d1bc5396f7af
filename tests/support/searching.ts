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
 * state known by its text, nearest first and those of fewer faults before all others. Knows nothing of packed
 * systems.
 */
export function plainSearch(program: Program, statesMax: number): PlainSearch {
  const system = machine(program)
  const fewest = new Map<string, readonly [number, number]>()
  const limits = new Set<string>()
  const seen = new Set<string>([textOf(system.initial)])
  const layers: State[][][] = [[[system.initial]]]
  for (let faults = 0; faults < layers.length; faults += 1) {
    const levels = layers[faults] ?? []
    for (let depth = 0; depth < levels.length; depth += 1) {
      for (const state of levels[depth] ?? []) {
        for (const choice of system.enabled(state)) {
          const { state: reached, steps } = system.apply(state, choice)
          const limit = system.limit?.(reached)
          if (limit !== undefined) {
            limits.add(limit)
            continue
          }
          const spent = faults + budgetOf(program, state) - budgetOf(program, reached)
          for (const { kind, invariant = '' } of steps) {
            const known = fewest.get(invariant)
            const isBetter = known === undefined || spent < known[0]
            const isShorter = known?.[0] === spent && depth + 1 < known[1]
            if (kind === 'invariant.violated' && (isBetter || isShorter))
              fewest.set(invariant, [spent, depth + 1])
          }
          const text = textOf(reached)
          // A state of more faults may be reached by a shorter way later: its layer looks for it again.
          if (seen.has(text)) continue
          if (spent === faults) seen.add(text)
          place(layers, spent, depth + 1, reached)
        }
        if (seen.size > statesMax) return { states: seen.size, fewest: [], limits: [], isWhole: false }
      }
    }
  }
}
