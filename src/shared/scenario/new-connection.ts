/** A new line's protocol and words, guessed from what it joins: as one would draw it on a whiteboard. */
import type { Connection, Protocol } from './connection'
import { isBrokered } from './connection'
import { connectionsOf, serviceById, takenIds } from './lookup'
import { freshStem, pascal } from './readable-id'
import { roleTraits } from './role'
import type { Scenario } from './scenario'
import type { Service } from './service'
import { textIn } from './text'

/** Milliseconds a new synchronous call waits for its answer: a call without a limit can wait for ever. */
const NEW_CALL_TIMEOUT_MS = 3_000
const ID_CHARACTERS_MAX = 60

/** A line from one service to another; without a `protocol` the likeliest for what they are. */
export function newConnection(
  from: Service,
  to: Service,
  protocol: Protocol | undefined,
  scenario: Scenario,
): Connection {
  const spoken = protocol ?? likelyProtocol(from, to)
  const id = freshStem(`${from.id}-${to.id}`.slice(0, ID_CHARACTERS_MAX), takenIds(scenario))
  return { id, from: from.id, to: to.id, protocol: spoken, ...wordsOf(spoken, from, to, scenario) }
}

/** What a line between two such services most often is. */
function likelyProtocol(from: Service, to: Service): Protocol {
  if (from.kind === 'database') return 'dependency'
  if (to.kind === 'database') return 'sql'
  if (to.kind === 'cache' || from.kind === 'cache') return 'tcp'
  if (to.kind === 'broker' || from.kind === 'broker') return 'broker'
  if (from.kind === 'client' || from.kind === 'gateway' || to.kind === 'external') return 'rest'
  if (from.kind === 'orchestrator' || from.role === 'payment') return 'rest'
  const isTold = to.role === 'notifications' || to.role === 'charging'
  return isTold ? 'broker' : 'rest'
}

/** The fields beside the protocol itself that make such a line run and read well. */
export function wordsOf(
  protocol: Protocol,
  from: Service,
  to: Service,
  scenario: Scenario,
): Omit<Connection, 'id' | 'from' | 'to' | 'protocol'> {
  switch (protocol) {
    case 'rest':
      return { operation: restOperation(to), timeout: NEW_CALL_TIMEOUT_MS }
    case 'grpc':
      return { operation: grpcOperation(to), timeout: NEW_CALL_TIMEOUT_MS }
    case 'broker':
      return { event: eventOf(from, to, scenario), flavor: flavorOf(from, to) }
    case 'amqp':
      return amqpWords(from, to, scenario)
    case 'websocket':
    case 'sql':
    case 'tcp':
    case 'udp':
    case 'smtp':
    case 'ftp':
    case 'ssh':
    case 'dependency':
      return {}
  }
}

function restOperation(to: Service): string {
  return roleTraits(to)?.restOperation ?? `POST /${pathWord(to.id)}`
}

function grpcOperation(to: Service): string {
  return roleTraits(to)?.grpcOperation ?? `${pascal(to.id)}/Run`
}

/** `stockLevels` gives `stock-levels`. */
function pathWord(id: string): string {
  return id.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()
}

/** The event that the sender already announces, so that a second line fans the same one out. */
function eventOf(from: Service, to: Service, scenario: Scenario): string {
  const { incoming, outgoing } = connectionsOf(scenario, from.id)
  const through = from.kind === 'broker' ? [...outgoing, ...incoming] : outgoing
  const announced = through.find((one) => isBrokered(one.protocol) && one.event !== undefined)
  if (announced?.event !== undefined) return announced.event
  const source = from.kind === 'broker' ? to : from
  return roleTraits(source)?.event ?? `${pascal(source.id)}Changed`
}

function flavorOf(from: Service, to: Service): 'rabbitmq' | 'kafka' {
  const isKafka = [from, to].some(
    ({ id, name, kind }) => kind === 'broker' && /kafka/i.test(`${id} ${textIn(name, 'en')}`),
  )
  return isKafka ? 'kafka' : 'rabbitmq'
}

/** Into a broker box: an exchange and a routing key. Out of it: a queue and its binding. Else both. */
function amqpWords(
  from: Service,
  to: Service,
  scenario: Scenario,
): Omit<Connection, 'id' | 'from' | 'to' | 'protocol'> {
  const event = eventOf(from, to, scenario)
  const key = event.replace(/([a-z0-9])([A-Z])/g, '$1.$2').toLowerCase()
  const sender = from.kind === 'broker' ? senderInto(from, scenario) : from.id
  const exchange = { name: pathWord(sender), type: 'topic' as const }
  const publishing = { routingKey: key }
  const consuming = { queue: `${pathWord(to.id)}.${key}`, binding: key }
  if (to.kind === 'broker') return { event, exchange, ...publishing }
  if (from.kind === 'broker') return { event, exchange, ...consuming }
  return { event, exchange, ...publishing, ...consuming }
}

function senderInto(broker: Service, scenario: Scenario): string {
  const [first] = connectionsOf(scenario, broker.id).incoming
  return (first && serviceById(scenario).get(first.from)?.id) ?? broker.id
}
