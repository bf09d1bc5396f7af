/**
 * How a program falls into parts that know nothing of one another but what is written in the header and in the
 * blocks of the keys: what a service does looks at its own tokens and at those of whom it asks, is asked by or
 * takes messages from, and at no others. Events that are published only ever add to somebody else's part.
 *
 * 1. A token belongs to the part of its place. Whatever looks for tokens by their place, queue, handler or
 *    caller finds them all in one part.
 * 2. Where anything looks further, the program is one part.
 */
import type { Place } from '../place'
import type { Program } from '../program'
import { PROTOCOL_RULES } from '../protocols/table'

export interface Parts {
  readonly count: number
  /** By place. */
  readonly ofPlace: Int32Array
  /** By service. */
  readonly ofService: Int32Array
  /** By service: all parts that notice at once when it stops. */
  readonly ofStop: readonly (readonly number[])[]
}

/** undefined: it is one part. */
export function partsOf(program: Program): Parts | undefined {
  if (looksEverywhere(program)) return undefined
  const joined = new Joined(program.services.length + program.queues.length)
  const nodeOf = (queue: number) => program.services.length + queue
  for (const { from, to, protocol } of program.lines)
    if (PROTOCOL_RULES[protocol].use !== 'publish') joined.join(from, to)
  for (const { index, consumers } of program.queues) {
    for (const { service } of consumers) joined.join(nodeOf(index), service)
  }
  const numbers = new Map<number, number>()
  const partOf = (node: number) => {
    const root = joined.rootOf(node)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  }
  const ofPlace = Int32Array.from(program.places, (place) => {
    const node = nodeAt(program, place, nodeOf)
    return node === undefined ? -1 : partOf(node)
  })
  const ofService = Int32Array.from(program.services, ({ index }) => partOf(index))
  const ofStop = program.services.map(({ index }) => [
    ...new Set(metByBroker(program, index, nodeOf).map(partOf)),
  ])
  return numbers.size < 2 ? undefined : { count: numbers.size, ofPlace, ofService, ofStop }
}

/** What a broker that stops takes back from its consumers, and the publishers that then get no confirm. */
function metByBroker(
  { publications, queues }: Program,
  broker: number,
  nodeOf: (queue: number) => number,
): readonly number[] {
  const publishing = publications.filter(({ brokers }) => brokers.includes(broker))
  const queueing = queues.filter((queue) => queue.broker === broker)
  return [
    ...publishing.map(({ service }) => service),
    ...queueing.map(({ index }) => nodeOf(index)),
  ]
}

/** Lines that are cut hold up anything anywhere; some conditions count all messages. */
function looksEverywhere({ ops, places }: Program): boolean {
  return (
    places.some(({ at }) => at === 'cut' || at === 'script') ||
    ops.some((op) => op.op === 'branch' && op.condition.countsTokens)
  )
}

function nodeAt(
  { handlers, lines }: Program,
  place: Place,
  nodeOf: (queue: number) => number,
): number | undefined {
  switch (place.at) {
    case 'stimulus':
    case 'op':
    case 'waiting':
    case 'connecting':
    case 'backoff':
    case 'request':
    case 'confirm':
    case 'unconfirmed':
    case 'frame':
      return handlers[place.op.handler]?.service
    case 'response':
    case 'socket':
    case 'cut':
      return lines[place.line]?.from
    case 'queued':
    case 'dead':
      return nodeOf(place.queue)
    case 'stored':
    case 'relayed':
      return place.publication.service
    case 'down':
      return place.service
    case 'gone':
    case 'script':
      return undefined
  }
}

/** Union-find over small numbers. Tarjan, 1975. */
class Joined {
  private readonly parents: number[]

  constructor(count: number) {
    this.parents = Array.from({ length: count }, (_, node) => node)
  }

  rootOf(node: number): number {
    let root = node
    while (this.parents[root] !== root) root = this.parents[root] as number
    return root
  }

  join(a: number, b: number): void {
    this.parents[this.rootOf(a)] = this.rootOf(b)
  }
}
