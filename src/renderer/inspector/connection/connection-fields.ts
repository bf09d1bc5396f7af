/** Which fields of a line mean anything, by its protocol, in the order in which they are shown. */
import type { Connection, Protocol } from '../../../shared/scenario/connection'

export type ConnectionField = Exclude<
  keyof Connection,
  'id' | 'from' | 'to' | 'protocol' | 'waypoints'
>

interface Fields {
  /** Shown at once. */
  readonly main: readonly ConnectionField[]
  /** Shown when asked for. */
  readonly more: readonly ConnectionField[]
}

const CALL: Fields = {
  main: ['operation', 'timeout', 'retries', 'idempotencyKey'],
  more: ['tls', 'connectTimeout', 'backoff', 'latency', 'order', 'label'],
}
const PLAIN: Fields = { main: ['label', 'operation'], more: ['latency', 'order'] }
const SECURABLE: Fields = { ...PLAIN, more: ['tls', ...PLAIN.more] }
const BROKER_MORE: readonly ConnectionField[] = [
  'maxDeliveries',
  'timeout',
  'tls',
  'latency',
  'order',
  'label',
]

/** Kafka has groups and partitions where RabbitMQ has queues. */
function brokerFields(flavor: Connection['flavor']): Fields {
  return {
    main: ['event', 'flavor', 'ack'],
    more:
      flavor === 'kafka'
        ? ['group', 'partitions', 'idempotence', ...BROKER_MORE]
        : ['queue', ...BROKER_MORE],
  }
}

export function fieldsOf(protocol: Protocol, flavor: Connection['flavor']): Fields {
  switch (protocol) {
    case 'rest':
    case 'grpc':
      return CALL
    case 'broker':
      return brokerFields(flavor)
    case 'amqp':
      return {
        main: ['event', 'exchange', 'routingKey', 'queue', 'binding'],
        more: ['ack', 'prefetch', 'mandatory', 'deadLetterExchange', 'ttl', ...BROKER_MORE],
      }
    case 'websocket':
    case 'sql':
      return { main: ['label'], more: ['tls', 'latency', 'order'] }
    case 'tcp':
    case 'smtp':
    case 'ftp':
      return SECURABLE
    case 'udp':
    case 'ssh':
      return PLAIN
    case 'dependency':
      return { main: ['label'], more: [] }
  }
}
