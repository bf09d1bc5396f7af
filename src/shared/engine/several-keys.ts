/** The scenario with several customers at once: each wants what the first one does, under a key of its own. */
import type { Scenario } from '../scenario/scenario'
import { stimuliOf } from './flatten-handlers'
import { Names } from './names'

/**
 * The scenario with `count` keys: its own in their order as far as they go, then copies of what is sent for
 * the first, under keys `o1`, `o2`, ... that are free. Nothing else changes.
 */
export function withKeys(scenario: Scenario, count: number): Scenario {
  const drawn = stimuliOf(new Names(scenario))
  const keys = [...new Set(drawn.map(({ key }) => key))]
  const [first] = keys
  if (first === undefined || keys.length === count) return scenario
  const kept = keys.slice(0, count)
  const pattern = drawn.filter(({ key }) => key === first)
  const added = freeKeys(count - kept.length, new Set(keys))
  const stimuli = [
    ...drawn.filter(({ key }) => kept.includes(key)),
    ...added.flatMap((key) => pattern.map((stimulus) => ({ ...stimulus, key }))),
  ]
  return { ...scenario, stimuli }
}

function freeKeys(count: number, taken: ReadonlySet<string>): readonly string[] {
  const keys: string[] = []
  for (let number = 1; keys.length < count; number += 1)
    if (!taken.has(`o${number}`)) keys.push(`o${number}`)
  return keys
}
