/** Effects that somebody decides about: a charge, and whatever a provider of the drawing may decline. */
import type { Reading } from './reading'

const kept = new WeakMap<Reading, ReadonlySet<string>>()

export function decidedEffects(reading: Reading): ReadonlySet<string> {
  const known = kept.get(reading)
  if (known) return known
  const declinable = reading.scenario.services.flatMap(({ outcomes }) =>
    Object.keys(outcomes ?? {}),
  )
  const effects = new Set(['charge', ...declinable])
  // A notice can fail too, but nothing is decided by it.
  effects.delete('notify')
  kept.set(reading, effects)
  return effects
}
