/**
 * Where the orders of a scenario wait for each other: at the workers of a service, which a handler occupies
 * from its start to its end, waits for others' answers included; at a database that says how much it does
 * at a time; and behind the message before in a partition, which is handled one at a time. semantics.md, "The
 * load driver".
 */
import type { Station } from '../../base/load-system'
import type { Scenario } from '../../scenario/scenario'
import type { Service } from '../../scenario/service'
import type { Program } from '../program'
import type { Token, View } from '../view'

export interface Stations {
  readonly list: readonly Station[]
  /** What the token occupies, in the order that it takes them. */
  heldBy(view: View, token: Token): readonly number[]
}

/** Whom nobody waits for unless the drawing says how many they serve. */
const UNLIMITED: ReadonlySet<Service['kind']> = new Set(['client', 'external', 'database', 'cache'])

/** One station a service, by its index, then one for each Kafka queue with a lane a partition. */
export function stationsOf(program: Program, scenario: Scenario): Stations {
  const workers = scenario.services.map(({ kind, workers }) => {
    if (workers !== undefined) return workers
    return UNLIMITED.has(kind) ? Number.POSITIVE_INFINITY : 1
  })
  const list: Station[] = program.services.map(({ index, replicas }) => ({
    capacity: (workers[index] as number) * replicas,
    lanes: 1,
  }))
  const partitioned = new Map<number, number>()
  for (const { index, flavor, partitions } of program.queues) {
    if (flavor !== 'kafka') continue
    partitioned.set(index, list.length)
    list.push({ capacity: 1, lanes: partitions, isOnTheWay: true })
  }
  const known = program.places.map((_, place) => heldAt(program, place, partitioned))
  return { list, heldBy: (view, token) => known[view.placeNumber(token)] as readonly number[] }
}

const NOTHING: readonly number[] = []

function heldAt(
  program: Program,
  index: number,
  partitioned: ReadonlyMap<number, number>,
): readonly number[] {
  const place = program.places[index]
  switch (place?.at) {
    case 'op':
    case 'waiting':
    case 'backoff':
    case 'confirm':
    case 'unconfirmed':
      break
    default:
      return NOTHING
  }
  const handler = program.handlers[place.op.handler]
  if (handler === undefined || program.services[handler.service]?.kind === 'client') return NOTHING
  const lane = handler.queue === undefined ? undefined : partitioned.get(handler.queue)
  const { op } = place
  const line =
    place.at === 'op' && op.op === 'commit' && op.line !== undefined
      ? program.lines[op.line]
      : undefined
  return [
    ...(lane === undefined ? [] : [lane]),
    handler.service,
    ...(line === undefined ? [] : [line.to]),
  ]
}
