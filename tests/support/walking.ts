/** Walking about in a scenario's states without any plan: what comes up by chance. */
import { hashWords } from '../../src/shared/base/random'
import { machine } from '../../src/shared/engine/machine'
import type { Program } from '../../src/shared/engine/program'
import type { State } from '../../src/shared/engine/state'

const STEPS_MAX = 200

/** Ids of the promises broken on so many walks, each to where nothing more happens or a limit is met. */
export function brokenOnWalks(
  program: Program,
  { walks, seed }: { readonly walks: number; readonly seed: number },
): ReadonlySet<string> {
  const system = machine(program)
  const broken = new Set<string>()
  for (let walk = 0; walk < walks; walk += 1) {
    let state: State = system.initial
    for (let step = 0; step < STEPS_MAX && system.limit?.(state) === undefined; step += 1) {
      const choices = system.enabled(state)
      const choice = choices[hashWords(seed, walk, step) % choices.length]
      if (choice === undefined) break
      const applied = system.apply(state, choice)
      for (const { kind, invariant } of applied.steps)
        if (kind === 'invariant.violated' && invariant !== undefined) broken.add(invariant)
      state = applied.state
    }
  }
  return broken
}
