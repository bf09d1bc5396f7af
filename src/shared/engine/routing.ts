/**
 * Where a published event goes: which queues, who consumes each, by which line. Routing never changes while
 * a scenario runs, so it is all done here; AMQP's exchanges and bindings are nothing but this.
 */
import { type Connection, isBrokered } from '../scenario/connection'
import type { Assembly, BuildingFeed, BuildingQueue } from './assembly'
import { delayOf, toUs } from './delay'
import { eventOf } from './infer'
import type { Publication } from './op'
import { PROTOCOL_RULES } from './protocols/table'

const DELIVERIES_MAX = 5

/** One way from a publisher to a consumer. */
interface Way {
  readonly out: number
  /** The line it is delivered on: the same one, or one that leaves a drawn broker. */
  readonly delivery: number
  readonly broker?: number
}

/** The publishing of an event by a service, made once; undefined: no line of it carries the event. */
export function publicationOf(
  assembly: Assembly,
  service: number,
  event: string,
): Publication | undefined {
  const known = assembly.publications.find((one) => one.service === service && one.event === event)
  if (known !== undefined) return known
  const { names } = assembly
  const lines = names.outgoing(service).filter((line) => carries(names.connectionAt(line), event))
  const first = lines[0]
  if (first === undefined) return undefined
  const brokers = lines.flatMap((line) => brokerAt(assembly, line) ?? [])
  const connection = names.connectionAt(first)
  const publication: Publication = {
    index: assembly.publications.length,
    service,
    event,
    lines,
    brokers: [...new Set(brokers)],
    routes: [],
    delay: delayOf(connection.latency, PROTOCOL_RULES[connection.protocol].latencyMs),
    stored: assembly.reserve(),
    relayed: assembly.reserve(),
  }
  assembly.fill(publication.stored, { at: 'stored', publication })
  assembly.fill(publication.relayed, { at: 'relayed', publication })
  assembly.publications.push(publication)
  const routes = lines
    .flatMap((out) => waysOf(assembly, out, event))
    .map((way) => route(assembly, way, publication))
  // Filled in after it is known by name: its consumers may publish, and be reached by, the same event.
  const entered = publication.routes as { queue: number; feed: number }[]
  for (const one of routes) if (!entered.some(({ queue }) => queue === one.queue)) entered.push(one)
  return publication
}

function carries(line: Connection, event: string): boolean {
  return isBrokered(line.protocol) && (line.event === undefined ? true : line.event === event)
}

function brokerAt(assembly: Assembly, line: number): number | undefined {
  const service = assembly.names.service(assembly.names.connectionAt(line).to)
  if (service === undefined) return undefined
  return assembly.names.serviceAt(service).kind === 'broker' ? service : undefined
}

function waysOf(assembly: Assembly, out: number, event: string): readonly Way[] {
  const { names } = assembly
  const broker = brokerAt(assembly, out)
  if (broker === undefined) return [{ out, delivery: out }]
  const published = names.connectionAt(out)
  return names
    .outgoing(broker)
    .filter((line) => isRouted(published, names.connectionAt(line), event))
    .map((delivery) => ({ out, delivery, broker }))
}

/** Whether a drawn broker hands what came in on one line out on the other. */
function isRouted(published: Connection, delivered: Connection, event: string): boolean {
  if (!isBrokered(delivered.protocol)) return false
  const exchange = published.exchange ?? delivered.exchange
  if (published.protocol === 'amqp' && exchange !== undefined) {
    if (delivered.exchange !== undefined && delivered.exchange.name !== exchange.name) return false
    const key = published.routingKey ?? event
    return isBound(exchange.type, key, delivered.binding ?? delivered.event ?? key)
  }
  if (delivered.event !== undefined) return delivered.event === event
  return delivered.binding === undefined || isBound('topic', event, delivered.binding)
}

/** AMQP 0-9-1 section 3.1.3: direct by equality, fanout always, topic by words, `*` one, `#` any number. */
export function isBound(
  type: 'direct' | 'fanout' | 'topic',
  key: string,
  binding: string,
): boolean {
  switch (type) {
    case 'fanout':
      return true
    case 'direct':
      return key === binding
    case 'topic':
      return isTopicBound(key.split('.'), binding.split('.'))
  }
}

function isTopicBound(key: readonly string[], pattern: readonly string[]): boolean {
  const [first, ...rest] = pattern
  if (first === undefined) return key.length === 0
  if (first === '#') {
    for (let taken = 0; taken <= key.length; taken += 1)
      if (isTopicBound(key.slice(taken), rest)) return true
    return false
  }
  if (key.length === 0 || (first !== '*' && first !== key[0])) return false
  return isTopicBound(key.slice(1), rest)
}

function route(assembly: Assembly, way: Way, publication: Publication) {
  const { names } = assembly
  const line = names.connectionAt(way.delivery)
  const consumer = names.service(line.to) as number
  const queue = queueFor(assembly, way, consumer, publication.event)
  const feed = feedFor(assembly, queue, publication)
  if (!queue.consumers.some((one) => one.service === consumer))
    queue.consumers.push({ service: consumer })
  const position = queue.consumers.findIndex((one) => one.service === consumer)
  const { deliveries } = queue.feeds[feed] as BuildingQueue['feeds'][number]
  deliveries[position] ??= {
    line: way.delivery,
    handler: consumerHandler(assembly, way.delivery, consumer, queue, feed, publication.event),
  }
  routeDeadLetters(assembly, way, publication, queue.feeds[feed] as BuildingFeed)
  return { queue: queue.index, feed }
}

/** Under the routing key it came with, to whatever is bound to the queue's dead-letter exchange. */
function routeDeadLetters(
  assembly: Assembly,
  way: Way,
  publication: Publication,
  feed: BuildingFeed,
): void {
  const { names } = assembly
  const { deadLetterExchange } = names.connectionAt(way.delivery)
  if (deadLetterExchange === undefined || way.broker === undefined) return
  if (feed.deadRoutes.length > 0) return
  const key = names.connectionAt(way.out).routingKey ?? publication.event
  const bound = names.outgoing(way.broker).filter((line) => {
    const { exchange, binding, event } = names.connectionAt(line)
    return (
      line !== way.delivery &&
      exchange?.name === deadLetterExchange &&
      isBound(exchange.type, key, binding ?? event ?? key)
    )
  })
  feed.deadRoutes = bound.map((delivery) => route(assembly, { ...way, delivery }, publication))
}

/** Services that name the same queue (or Kafka group) compete; otherwise each consumer has its own. */
function queueFor(assembly: Assembly, way: Way, consumer: number, event: string): BuildingQueue {
  const { names } = assembly
  const line = names.connectionAt(way.delivery)
  const own = `${event} → ${names.serviceAt(consumer).id}`
  const group = line.group === undefined ? undefined : `${event} → ${line.group}`
  const name = line.queue ?? group ?? own
  const known = assembly.queues.find((one) => one.name === name && one.broker === way.broker)
  if (known !== undefined) return known
  const out = names.connectionAt(way.out)
  const queue: BuildingQueue = {
    index: assembly.queues.length,
    name,
    flavor: line.flavor ?? out.flavor ?? 'rabbitmq',
    ...(way.broker !== undefined && { broker: way.broker }),
    maxDeliveries: line.maxDeliveries ?? DELIVERIES_MAX,
    ackBefore: (line.ack ?? out.ack) === 'before',
    partitions: line.partitions ?? out.partitions ?? 1,
    prefetch: line.prefetch ?? 0,
    ttlUs: toUs(line.ttl ?? 0),
    feeds: [],
    consumers: [],
  }
  assembly.queues.push(queue)
  return queue
}

function feedFor(assembly: Assembly, queue: BuildingQueue, publication: Publication): number {
  const name = `${publication.service} ${publication.event}`
  const known = queue.feeds.findIndex((one) => one.name === name)
  if (known >= 0) return known
  const feed = queue.feeds.length
  queue.feeds.push({
    name,
    event: publication.event,
    queued: assembly.put({ at: 'queued', queue: queue.index, feed }),
    dead: assembly.put({ at: 'dead', queue: queue.index, feed }),
    deadRoutes: [],
    deliveries: [],
  })
  return feed
}

function consumerHandler(
  assembly: Assembly,
  line: number,
  service: number,
  queue: BuildingQueue,
  feed: number,
  event: string,
): number {
  const { names } = assembly
  const found = assembly.matching(service, line, { event, queue: queue.name })
  if (found === undefined)
    names.warn('engine/not-handled', `connections[${line}]`, {
      service: names.serviceAt(service).id,
      event,
    })
  const handler = found?.handler
  const name = `${service}/${found?.index ?? 'none'} consumes ${queue.index}/${feed} ${line}`
  return assembly.handler(name, () => ({
    service,
    actions: handler?.do ?? [],
    path: found === undefined ? '' : assembly.pathOf(service, found.index),
    trigger: event,
    line,
    queue: queue.index,
    feed,
    consumer: queue.consumers.findIndex((one) => one.service === service),
    creates: handler?.creates === 'order',
  }))
}

/** Every event that the drawing shows, published or not: its queues exist, and its handlers are checked. */
export function routeDrawnEvents(assembly: Assembly): void {
  const { names } = assembly
  names.connections.forEach((line) => {
    const from = names.service(line.from)
    if (from === undefined || !isBrokered(line.protocol)) return
    if (names.serviceAt(from).kind !== 'broker') publicationOf(assembly, from, eventOf(line))
  })
}
