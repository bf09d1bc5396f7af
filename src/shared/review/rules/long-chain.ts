/** One answer that waits for many others, one behind the other. domain.md 5.4, MS-5. */
import { chained } from '../finding'
import type { CallRead } from '../reading/calls'
import { DEPTH_MAX } from '../reading/depth'
import { callAt } from '../reading/flow'
import type { Reading } from '../reading/reading'
import type { Rule } from '../rule'

/** Hops from the client on; our own services only, as an external's availability is not ours to design. */
const HOPS_MAX = 3

export const longChain: Rule = {
  id: 'long-chain',
  severity: 'fragile',
  find: (reading) => {
    const told = new Set<string>()
    return reading.calls.flatMap((call) => {
      if (!call.stimulus || told.has(call.line.id)) return []
      const chain = longestChain(reading, call, new Map(), 0)
      if (chain.length <= HOPS_MAX) return []
      told.add(call.line.id)
      const services = [call.from.id, ...chain.map(({ to }) => to.id)]
      return [
        {
          path: `connections[${call.lineIndex}]`,
          things: [...services, ...chain.map(({ line }) => line.id)],
          values: { chain: chained(...services), count: chain.length },
        },
      ]
    })
  },
}

function longestChain(
  reading: Reading,
  call: CallRead,
  known: Map<CallRead, readonly CallRead[]>,
  depth: number,
): readonly CallRead[] {
  if (call.to.kind === 'external' || depth > DEPTH_MAX) return []
  const before = known.get(call)
  if (before) return before
  // Round a circle there is no longest way; of circles another rule speaks.
  known.set(call, [])
  let longest: readonly CallRead[] = []
  for (const site of call.callee?.sites ?? []) {
    const next = callAt(reading, site)
    const chain = next ? longestChain(reading, next, known, depth + 1) : []
    if (chain.length > longest.length) longest = chain
  }
  known.set(call, [call, ...longest])
  return [call, ...longest]
}
