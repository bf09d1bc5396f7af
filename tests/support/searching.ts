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
  readonly broken: readonly string[]
  /** The fewest faults that break each promise, and with so few the fewest choices. */
  readonly fewest: ReadonlyMap<string, readonly [number, number]>
  readonly limits: readonly string[]
  readonly isWhole: boolean
}

/**
 * The same question asked without any art: breadth first over the untimed machine of the rules, every state
 * known by its text, every step reported. Knows nothing of packed systems.
 */
export function plainSearch(program: Program, statesMax: number): PlainSearch {
  const system = machine(program)
  const spent = (state: State) => budgetOf(program, system.initial) - budgetOf(program, state)
  const best = new Map<string, readonly [number, number]>()
  const fewest = new Map<string, readonly [number, number]>()
  const limits = new Set<string>()
  let frontier: State[] = [system.initial]
  const seen = new Map<string, State>([[textOf(system.initial), system.initial]])
  for (let depth = 1; frontier.length > 0; depth += 1) {
    const next: State[] = []
    for (const state of frontier) {
      for (const choice of system.enabled(state)) {
        const { state: reached, steps } = system.apply(state, choice)
        const limit = system.limit?.(reached)
        if (limit !== undefined) {
          limits.add(limit)
          continue
        }
        for (const { kind, invariant = '' } of steps) {
          if (kind !== 'invariant.violated') continue
          const known = fewest.get(invariant)
          const now = [spent(reached), depth] as const
          if (known === undefined || now[0] < known[0]) fewest.set(invariant, now)
        }
        const text = textOf(reached)
        if (seen.has(text)) continue
        if (seen.size >= statesMax)
          return { states: seen.size, broken: [], fewest: best, limits: [], isWhole: false }
        seen.set(text, reached)
        next.push(reached)
      }
    }
    frontier = next
  }
  return {
    states: seen.size,
    broken: [...fewest.keys()].sort(),
    fewest,
    limits: [...limits],
    isWhole: true,
  }
}

function textOf(state: State): string {
  return JSON.stringify([...state])
}

function budgetOf(program: Program, state: State): number {
  const fields = Object.values(program.layout.header.budgets)
  return fields.reduce((sum, field) => sum + field.get(state, 0), 0)
}
