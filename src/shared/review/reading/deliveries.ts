/** Events on their ways: who publishes what, through which queue and by which line it reaches whom. */
import type { BuildingQueue } from '../../engine/assembly'
import { eventOf } from '../../engine/infer'
import { PROTOCOL_RULES } from '../../engine/protocols/table'
import { publicationOf, routeDrawnEvents } from '../../engine/routing'
import { type Connection, isBrokered } from '../../scenario/connection'
import type { Service } from '../../scenario/service'
import type { Finder } from './finder'
import type { HandlerRead } from './parts'

/** An event that some handler or customer really publishes. */
export interface Publication {
  readonly publisher: Service
  readonly publisherIndex: number
  readonly event: string
  /** Lines that leave the publisher with it. */
  readonly lines: readonly Connection[]
}

export interface Delivery {
  readonly publisher: Service
  readonly publisherIndex: number
  readonly event: string
  readonly queue: BuildingQueue
  /** The lines that may say how the queue is, published along or not: into its broker, and out of the queue. */
  readonly lines: readonly Connection[]
  readonly line: Connection
  readonly to: Service
  readonly consumer?: HandlerRead
}

interface Published {
  readonly publications: readonly Publication[]
  readonly deliveries: readonly Delivery[]
}

export function deliveriesOf(finder: Finder): Published {
  // As the engine does, so that of two lines into one queue the same one says how the queue is.
  routeDrawnEvents(finder.assembly)
  const publications: Publication[] = []
  const deliveries: Delivery[] = []
  for (const [service, event] of publishedBy(finder)) {
    const known = publications.some((one) => one.publisherIndex === service && one.event === event)
    const publication = known ? undefined : publicationOf(finder.assembly, service, event)
    if (publication === undefined) continue
    const publisher = finder.names.serviceAt(service)
    const lines = publication.lines.map((line) => finder.names.connectionAt(line))
    publications.push({ publisher, publisherIndex: service, event, lines })
    for (const { queue, feed } of publication.routes)
      deliveries.push(
        ...deliveredFrom(finder, { publisher, publisherIndex: service, event, lines }, queue, feed),
      )
  }
  return { publications, deliveries }
}

/** Services by index and what they publish, in the order of the file. */
function publishedBy({ handlers, stimuli, names }: Finder): readonly (readonly [number, string])[] {
  const byHandlers = handlers.flatMap(({ serviceIndex, sites }) =>
    sites.flatMap(({ action }) =>
      'publish' in action ? [[serviceIndex, action.publish] as const] : [],
    ),
  )
  const byCustomers = stimuli.flatMap((stimulus) => {
    const line = names.line(stimulus.connection)
    const connection = line === undefined ? undefined : names.connectionAt(line)
    const service = connection && names.service(connection.from)
    if (!connection || service === undefined) return []
    if (PROTOCOL_RULES[connection.protocol].use !== 'publish') return []
    return [[service, stimulus.operation ?? eventOf(connection)] as const]
  })
  return [...byCustomers, ...byHandlers]
}

function deliveredFrom(
  finder: Finder,
  publication: Publication,
  queueIndex: number,
  feedIndex: number,
): readonly Delivery[] {
  const { names, assembly } = finder
  const queue = assembly.queues[queueIndex]
  const feed = queue?.feeds[feedIndex]
  if (!queue || !feed) return []
  const { publisher, publisherIndex, event } = publication
  return queue.consumers.flatMap(({ service }, position) => {
    const delivery = feed.deliveries[position]
    if (!delivery) return []
    const line = names.connectionAt(delivery.line)
    const consumer = finder.taker(service, delivery.line, { event, queue: queue.name })
    const to = names.serviceAt(service)
    const about = {
      publisher,
      publisherIndex,
      event,
      queue,
      lines: linesOf(finder, queue),
      line,
      to,
    }
    return [consumer ? { ...about, consumer } : about]
  })
}

function linesOf({ names }: Finder, { feeds, broker }: BuildingQueue): readonly Connection[] {
  const events = new Set(feeds.map(({ event }) => event))
  const box = broker === undefined ? undefined : names.serviceAt(broker).id
  const into = names.connections.filter(
    ({ to, event, protocol }) =>
      to === box && isBrokered(protocol) && (event === undefined || events.has(event)),
  )
  const delivered = feeds.flatMap(({ deliveries }) =>
    deliveries.flatMap((one) => (one ? names.connectionAt(one.line) : [])),
  )
  return [...new Set([...into, ...delivered])]
}
