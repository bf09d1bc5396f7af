/** A line between two services and the protocol it speaks. */
import { durationSchema, millisecondsSchema } from './duration'
import { idSchema, pointSchema } from './place'
import { textSchema } from './text'
import { z } from './zod'

export const PROTOCOLS = [
  'rest',
  'grpc',
  'broker',
  'amqp',
  'websocket',
  'sql',
  'tcp',
  'udp',
  'smtp',
  'ftp',
  'ssh',
  'dependency',
] as const
export type Protocol = (typeof PROTOCOLS)[number]

const word = z.string().min(1).max(200)
const count = z.number().int().min(1)

export const connectionSchema = z.strictObject({
  id: idSchema,
  from: idSchema,
  to: idSchema,
  protocol: z.enum(PROTOCOLS),
  label: textSchema.optional(),
  operation: word.optional(),
  event: word.optional(),
  flavor: z.enum(['rabbitmq', 'kafka']).optional(),
  queue: word.optional(),
  group: word.optional(),
  partitions: count.max(64).optional(),
  /** An addition to version 1. Kafka's `enable.idempotence`: true where not said, as in its producer since 3.0. */
  idempotence: z.boolean().optional(),
  ack: z.enum(['after', 'before']).optional(),
  maxDeliveries: count.max(100).optional(),
  timeout: millisecondsSchema.optional(),
  /**
   * An addition to version 1: each request opens a connection of its own, for at most so long. On a line that is
   * cut nothing is sent then, and the caller knows. Where not given a connection is open already.
   */
  connectTimeout: millisecondsSchema.optional(),
  retries: z.number().int().min(0).max(20).optional(),
  backoff: durationSchema.optional(),
  idempotencyKey: z.boolean().optional(),
  /** An addition to version 1: the encryption that it goes over; where not said the drawing shows none. */
  tls: z.enum(['none', '1.2', '1.3']).optional(),
  latency: durationSchema.optional(),
  exchange: z.strictObject({ name: word, type: z.enum(['direct', 'fanout', 'topic']) }).optional(),
  routingKey: word.optional(),
  binding: word.optional(),
  /** What no queue is bound to comes back to the publisher instead of being dropped. AMQP 0-9-1, 1.8.3.3. */
  mandatory: z.boolean().optional(),
  /** Where the queue's rejected, expired and given-up messages are published again. */
  deadLetterExchange: word.optional(),
  /** How long a message may wait in the queue. */
  ttl: millisecondsSchema.optional(),
  prefetch: z.number().int().min(0).max(1_000).optional(),
  order: z.number().int().min(1).max(1_000).optional(),
  waypoints: z.array(pointSchema).max(100).optional(),
})
export type Connection = z.infer<typeof connectionSchema>

/** The caller waits for the answer. */
export function isSynchronous(protocol: Protocol): boolean {
  return protocol === 'rest' || protocol === 'grpc'
}

/** TLS says nothing to a datagram; SSH brings its own. */
export function canHaveTls(protocol: Protocol): boolean {
  return protocol !== 'udp' && protocol !== 'ssh'
}

/** A broker stands between the two ends. */
export function isBrokered(protocol: Protocol): boolean {
  return protocol === 'broker' || protocol === 'amqp'
}
