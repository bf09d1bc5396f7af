/** Every layer that repeats multiplies the tries of those below it. domain.md 5.4, MS-14. */
import { chained } from '../finding'
import type { CallRead } from '../reading/calls'
import { DEPTH_MAX } from '../reading/depth'
import { callAt } from '../reading/flow'
import type { Reading } from '../reading/reading'
import type { Rule } from '../rule'

export const retriesAtSeveralLayers: Rule = {
  id: 'retries-at-several-layers',
  severity: 'fragile',
  find: (reading) => {
    const below = new Set<string>()
    const known = new Map<CallRead, readonly CallRead[]>()
    return reading.calls.flatMap((call) => {
      if (call.retries === 0 || below.has(call.path)) return []
      const layers = repeatingLayers(reading, call, known, 0)
      if (layers.length < 2) return []
      for (const layer of layers) below.add(layer.path)
      const last = layers[layers.length - 1] ?? call
      return [
        {
          path: call.path,
          things: [...new Set(layers.flatMap(({ line, to }) => [line.id, to.id]))],
          values: {
            chain: chained(...layers.map(({ to }) => to.id)),
            last: chained(last.to.id),
            layers: layers.length,
            count: triesOf(layers),
          },
        },
      ]
    })
  },
}

/** The calls that repeat on the way down that multiplies most. */
function repeatingLayers(
  reading: Reading,
  call: CallRead,
  known: Map<CallRead, readonly CallRead[]>,
  depth: number,
): readonly CallRead[] {
  const before = known.get(call)
  if (before) return before
  if (depth > DEPTH_MAX) return []
  known.set(call, [])
  let most: readonly CallRead[] = []
  for (const site of call.callee?.sites ?? []) {
    const next = callAt(reading, site)
    const layers = next ? repeatingLayers(reading, next, known, depth + 1) : []
    if (triesOf(layers) > triesOf(most)) most = layers
  }
  const own = call.retries > 0 ? [call, ...most] : most
  known.set(call, own)
  return own
}

function triesOf(layers: readonly CallRead[]): number {
  return layers.reduce((tries, { retries }) => tries * (retries + 1), 1)
}
