/**
 * Random scenarios that fall into parts: a client and a service that it asks, and behind lines of events two
 * services that know nothing of one another, each with what it asks itself.
 */
import fc from 'fast-check'
import type { FaultBudgets } from '../../src/shared/engine/searched-faults'
import type { Action } from '../../src/shared/scenario/action'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { scenario } from './builders'

const TRIES = { name: 'tries', type: 'direct' } as const
const DEAD = { name: 'dead', type: 'fanout' } as const

const first = fc.constantFrom<readonly Action[]>(
  [{ publish: 'Created' }],
  [{ save: 'order', as: 'new' }, { publish: 'Created' }],
  [{ publish: 'Created', outbox: true }],
  [{ publish: 'Created', confirm: false }, { push: 'live' }],
  // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
  [{ if: "rows.seen == 'none'", then: [{ publish: 'Created' }], else: [{ fail: 409 }] }],
  [{ publish: 'Created' }, { publish: 'Created' }],
)
const consumed = fc.constantFrom<readonly Action[]>(
  [{ effect: 'charge' }],
  [{ effect: 'charge', once: true }],
  [{ dedupe: true }, { save: 'seen', as: 'yes' }],
  [
    { call: 'pay', onFailure: 'continue' },
    { save: 'seen', as: 'yes' },
  ],
  [{ effect: 'charge' }, { publish: 'Charged' }],
  [{ fail: 500 }],
  [{ fail: 500, requeue: false }],
  // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
  [{ if: 'effects.charge == 0', then: [{ effect: 'charge' }] }],
)
const alsoConsumed = fc.constantFrom<readonly Action[]>(
  [{ effect: 'notify' }],
  [{ effect: 'charge' }],
  [{ save: 'seen', as: 'yes' }],
  // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
  [{ if: "rows.seen == 'yes'", then: [{ effect: 'notify' }] }],
  [{ fail: 500 }],
)

const shape = fc.record({
  first,
  consumed,
  alsoConsumed,
  creates: fc.boolean(),
  flavor: fc.constantFrom('rabbitmq' as const, 'kafka' as const),
  ack: fc.constantFrom(undefined, 'before' as const),
  maxDeliveries: fc.integer({ min: 1, max: 2 }),
  isDrawnBroker: fc.boolean(),
  hasDeadLetters: fc.boolean(),
  ttl: fc.constantFrom(undefined, 1_000),
  replicas: fc.constantFrom(1, 2),
  keys: fc.constantFrom(['o1'], ['o1', 'o2']),
  retries: fc.constantFrom(0, 1),
})

type Drawn = typeof shape extends fc.Arbitrary<infer Shape> ? Shape : never

export const partedSystems: fc.Arbitrary<Scenario> = shape.map(scenarioOf)

/** The same with few states. */
export const smallPartedSystems: fc.Arbitrary<Scenario> = shape.map((one) =>
  scenarioOf({ ...one, keys: ['o1'], hasDeadLetters: false, retries: 0, creates: false }),
)

/** At most two faults, none of which holds up a line. */
export const faultsOfParts: fc.Arbitrary<FaultBudgets> = fc.constantFrom<FaultBudgets>(
  {},
  { crash: 1 },
  { duplicate: 1 },
  { crash: 1, duplicate: 1 },
  { 'lose-request': 1, delay: 1 },
  { 'lose-response': 1, crash: 1 },
  { reorder: 1, duplicate: 1 },
  { 'stop-broker': 1 },
)

function scenarioOf(drawn: Drawn): Scenario {
  const { flavor, isDrawnBroker, hasDeadLetters, keys, maxDeliveries } = drawn
  const created = { event: 'Created', flavor, maxDeliveries }
  const consuming = {
    ...created,
    ...(drawn.ack !== undefined && { ack: drawn.ack }),
    ...(drawn.ttl !== undefined && { ttl: drawn.ttl }),
  }
  const drawing = scenario()
    .client('client')
    .service('a')
    .service('b', { replicas: drawn.replicas })
    .service('c')
    .external('card')
    .rest('client -> a', { id: 'place', retries: drawn.retries })
    .websocket('a -> client', { id: 'live' })
    .rest('b -> card', { id: 'pay' })
  if (isDrawnBroker)
    drawing
      .brokerBox('mq')
      .broker('a -> mq', created)
      .broker('mq -> b', consuming)
      .broker('mq -> c', consuming)
      .broker('b -> mq', { id: 'charged', event: 'Charged', flavor })
  else
    drawing
      .broker('a -> b', consuming)
      .broker('a -> c', consuming)
      .broker('b -> c', { id: 'charged', event: 'Charged', flavor })
  if (hasDeadLetters)
    drawing
      .brokerBox('amqp')
      .service('d')
      .amqp('b -> amqp', { id: 'try', event: 'Charged', exchange: TRIES, routingKey: 'try' })
      .amqp('amqp -> c', {
        id: 'tried',
        event: 'Charged',
        exchange: TRIES,
        binding: 'try',
        queue: 'tries',
        deadLetterExchange: 'dead',
        maxDeliveries: 1,
      })
      .amqp('amqp -> d', { id: 'buried', event: 'Charged', exchange: DEAD, queue: 'dead' })
      .handler('d', { event: 'Charged' }, [{ effect: 'bury' }])
  drawing
    .handler('a', 'place', [...drawn.first, { reply: 201 }], {
      ...(drawn.creates && { creates: 'order' }),
    })
    .handler('b', { event: 'Created' }, drawn.consumed)
    .handler('c', { event: 'Created' }, drawn.alsoConsumed)
    .handler('c', { event: 'Charged' }, [{ fail: 500 }])
    .always('once', 'effects.charge <= 1')
    .finally('done', "rows.seen == 'yes' || effects.charge >= 1")
  for (const key of keys) drawing.stimulus('place', key)
  return drawing.build()
}
