/** Another protocol for a line: what it said before stays where it still means something. */
import type { Connection, Protocol } from './connection'
import type { Changes, Edit } from './edits'
import { connectionById, serviceById } from './lookup'
import { wordsOf } from './new-connection'
import type { Scenario } from './scenario'

type Field = Exclude<keyof Connection, 'id' | 'from' | 'to' | 'protocol'>

const CALL: readonly Field[] = [
  'operation',
  'timeout',
  'connectTimeout',
  'retries',
  'backoff',
  'idempotencyKey',
]
const MESSAGE: readonly Field[] = ['event', 'queue', 'ack', 'maxDeliveries', 'prefetch']

/** The fields that a protocol reads, beside those that every line may have. */
const READ: Readonly<Record<Protocol, readonly Field[]>> = {
  rest: CALL,
  grpc: CALL,
  broker: [...MESSAGE, 'flavor', 'group', 'partitions', 'idempotence'],
  amqp: [...MESSAGE, 'exchange', 'routingKey', 'binding', 'mandatory', 'deadLetterExchange', 'ttl'],
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

/** A protocol to choose: a broker's two flavours are two choices. */
export interface ProtocolChoice {
  readonly protocol: Protocol
  readonly flavor?: 'rabbitmq' | 'kafka'
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
