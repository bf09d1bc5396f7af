/**
 * What of a drawing can be cut: each line on which something travels. One that implies its broker is two
 * connections, as if the broker were drawn: one from the publisher, shared by all its lines to that broker, and
 * one to each consumer. Places of cuts are the last of all: a program in which nothing is cut is the same
 * without them.
 */
import type { Assembly } from './assembly'
import type { ImpliedBrokers } from './implied-brokers'
import type { Line } from './program'
import { PROTOCOL_RULES } from './protocols/table'

export function cuttable(
  assembly: Assembly,
  lines: readonly Line[],
  implied: ImpliedBrokers,
): readonly Line[] {
  const whole = lines.map((line) => {
    if (PROTOCOL_RULES[line.protocol].use === 'none') return line
    const isImplying = implied.some((group) => group.includes(line.index))
    const half = isImplying ? ({ half: 'consumer' } as const) : {}
    return { ...line, cut: assembly.put({ at: 'cut', line: line.index, ...half }) }
  })
  const halves = new Map(implied.flatMap((group) => [...publisherHalves(assembly, whole, group)]))
  return whole.map((line) => {
    const publisherHalf = halves.get(line.index)
    return publisherHalf === undefined ? line : { ...line, publisherHalf }
  })
}

/** By line: of the lines to one broker those of one publisher begin on the same connection. */
function publisherHalves(
  assembly: Assembly,
  lines: readonly Line[],
  group: readonly number[],
): ReadonlyMap<number, NonNullable<Line['publisherHalf']>> {
  const byPublisher = new Map<number, NonNullable<Line['publisherHalf']>>()
  return new Map(
    group.map((index) => {
      const publisher = lines[index]?.from ?? 0
      const half = byPublisher.get(publisher) ?? {
        line: index,
        cut: assembly.put({ at: 'cut', line: index, half: 'publisher' }),
      }
      byPublisher.set(publisher, half)
      return [index, half]
    }),
  )
}
