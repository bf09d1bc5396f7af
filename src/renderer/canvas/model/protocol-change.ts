/** Another protocol for a line: what it said before stays where it still means something. */
import type { Connection, Protocol } from '../../../shared/scenario/connection'
import type { Changes, Edit } from '../../../shared/scenario/edits'
import { connectionById, serviceById } from '../../../shared/scenario/lookup'
import { wordsOf } from '../../../shared/scenario/new-connection'
import type { Scenario } from '../../../shared/scenario/scenario'

type Field = Exclude<keyof Connection, 'id' | 'from' | 'to' | 'protocol'>

const CALL: readonly Field[] = ['operation', 'timeout', 'retries', 'backoff', 'idempotencyKey']
const MESSAGE: readonly Field[] = ['event', 'queue', 'ack', 'maxDeliveries', 'prefetch']

/** The fields that a protocol reads, beside those that every line may have. */
const READ: Readonly<Record<Protocol, readonly Field[]>> = {
  rest: CALL,
  grpc: CALL,
  broker: [...MESSAGE, 'flavor', 'group', 'partitions'],
  amqp: [...MESSAGE, 'exchange', 'routingKey', 'binding'],
  websocket: ['event'],
  sql: [],
  tcp: [],
  udp: [],
  smtp: [],
  ftp: [],
  ssh: [],
  dependency: [],
}

const ALL_READ: readonly Field[] = [...new Set(Object.values(READ).flat())]

/** A protocol of the picker: a broker's two flavours are two choices. */
export interface ProtocolChoice {
  readonly protocol: Protocol
  readonly flavor?: 'rabbitmq' | 'kafka'
}

export const COMMON_CHOICES: readonly ProtocolChoice[] = [
  { protocol: 'rest' },
  { protocol: 'grpc' },
  { protocol: 'broker', flavor: 'rabbitmq' },
  { protocol: 'broker', flavor: 'kafka' },
  { protocol: 'amqp' },
  { protocol: 'websocket' },
  { protocol: 'sql' },
  { protocol: 'dependency' },
]

export const RARE_CHOICES: readonly ProtocolChoice[] = [
  { protocol: 'tcp' },
  { protocol: 'udp' },
  { protocol: 'smtp' },
  { protocol: 'ftp' },
  { protocol: 'ssh' },
]

export function isChosen(connection: Connection, choice: ProtocolChoice): boolean {
  if (connection.protocol !== choice.protocol) return false
  return choice.flavor === undefined || (connection.flavor ?? 'rabbitmq') === choice.flavor
}

/** `rest`, `rabbitmq`: the key of its words. */
export function keyOfChoice({ protocol, flavor }: Pick<Connection, 'protocol' | 'flavor'>): string {
  return protocol === 'broker' ? (flavor ?? protocol) : protocol
}

/** The edit that gives a line another protocol; undefined when the line is not there. */
export function protocolEdit(
  scenario: Scenario,
  id: string,
  choice: ProtocolChoice,
): Edit | undefined {
  const connection = connectionById(scenario).get(id)
  const services = serviceById(scenario)
  const from = connection && services.get(connection.from)
  const to = connection && services.get(connection.to)
  if (!connection || !from || !to) return undefined
  const { protocol } = choice
  const isOtherCall = connection.protocol !== protocol && READ[protocol] === CALL
  const before: Partial<Connection> = isOtherCall
    ? { ...connection, operation: undefined }
    : connection
  const fresh: Partial<Connection> = wordsOf(protocol, from, to, scenario)
  const kept = (field: Field) =>
    READ[protocol].includes(field) ? (before[field] ?? fresh[field]) : undefined
  const changes = Object.fromEntries(ALL_READ.map((field) => [field, kept(field)]))
  const flavor = choice.flavor === undefined ? {} : { flavor: choice.flavor }
  return {
    edit: 'updateConnection',
    id,
    changes: { ...(changes as Changes<Connection>), protocol, ...flavor },
  }
}

/** The same line the other way round. */
export function reverseEdit({ id, from, to }: Connection): Edit {
  return { edit: 'updateConnection', id, changes: { from: to, to: from } }
}
