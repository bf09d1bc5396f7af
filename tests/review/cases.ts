/** For each rule a drawing that has what it warns of, and one that comes close and has not. */
import type { Action } from '../../src/shared/scenario/action'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { type ScenarioBuilder, scenario } from '../support/builders'

export interface Case {
  readonly rule: string
  readonly fact: string
  readonly bad: Scenario
  readonly good: Scenario
  /** One click puts it right. */
  readonly fix: boolean
  /** A run proves it. */
  readonly show: boolean
}

const charged = (line: (drawing: ScenarioBuilder) => ScenarioBuilder, once: boolean) =>
  line(scenario().rest('client -> orders', { operation: 'POST /orders', timeout: 3000 }))
    .handler('orders', 'client-orders', [
      {
        transaction: [
          { save: 'order', as: 'new' },
          { publish: 'OrderCreated', outbox: true },
        ],
      },
      { reply: 201 },
    ])
    .handler('charging', { event: 'OrderCreated' }, [
      once ? { effect: 'charge', once: true } : { effect: 'charge' },
    ])
    .build()

const promising = (expression: string) =>
  scenario()
    .rest('client -> charging', { operation: 'POST /charges', timeout: 3000 })
    .handler('charging', 'client-charging', [{ effect: 'charge', once: true }, { reply: 200 }])
    .always('once', expression)
    .build()

const asked = (
  line: Parameters<ScenarioBuilder['rest']>[1],
  handler: Parameters<ScenarioBuilder['handler']>[3] = {},
) =>
  scenario()
    .rest('client -> orders', { timeout: 3000, ...line })
    .handler('orders', 'client-orders', [{ save: 'order', as: 'new' }, { reply: 201 }], {
      creates: 'order',
      ...handler,
    })
    .build()

/** Orders is within the boundary, its client is not. */
const trusted = (line: Parameters<ScenarioBuilder['rest']>[1]): Scenario => {
  const drawn = scenario()
    .rest('client -> orders', { operation: 'GET /orders', timeout: 3000, ...line })
    .build()
  const [position, size] = [
    { x: 0, y: 0 },
    { width: 400, height: 300 },
  ]
  return {
    ...drawn,
    zones: [{ id: 'inside', name: 'Inside', kind: 'boundary', trust: true, position, size }],
    services: drawn.services.map((one) => (one.id === 'orders' ? { ...one, zone: 'inside' } : one)),
  }
}

const twoCalls = (outer: number, inner: Parameters<ScenarioBuilder['rest']>[1]) =>
  scenario()
    .rest('client -> orders', { operation: 'GET /orders', timeout: outer })
    .rest('orders -> users', { operation: 'GET /users', timeout: 1000, ...inner })
    .build()

const provided = (effect: object) =>
  scenario()
    .rest('client -> charging', { operation: 'POST /charges', timeout: 60_000 })
    .rest('charging -> external', { operation: 'charge', timeout: 1000, retries: 1 })
    .handler('charging', 'client-charging', [{ effect: 'charge', ...effect }, { reply: 200 }])
    .build()

const paidFor = (look: Action[]) =>
  scenario()
    .service('bank', { kind: 'external', outcomes: { charge: 'declined' } })
    .rest('client -> orders', { operation: 'POST /orders', timeout: 9000 })
    .rest('orders -> bank', { operation: 'charge', timeout: 1000 })
    .handler('orders', 'client-orders', [
      { effect: 'charge', once: true },
      ...look,
      { save: 'order', as: 'paid' },
      { reply: 201 },
    ])
    .build()

const saga = (stages: readonly [object, object], charge: object = {}) => {
  const [order, money] = stages
  return scenario()
    .rest('client -> orchestrator', { operation: 'POST /orders', timeout: 60_000 })
    .rest('orchestrator -> payment', {
      operation: 'POST /payments',
      timeout: 1000,
      retries: 3,
      idempotencyKey: true,
      ...charge,
    })
    .handler(
      'payment',
      'orchestrator-payment',
      [{ effect: 'charge', once: true }, { reply: 200 }],
      {
        idempotent: true,
      },
    )
    .handler('orchestrator', 'client-orchestrator', [
      {
        saga: [
          { do: { save: 'order', as: 'new' }, ...order },
          { do: { call: 'orchestrator-payment' }, ...money },
        ],
      },
      { reply: 201 },
    ])
    .build()
}

/** Layers from the top down, one part in each: `ui`, `logic`, `store`. */
const layered = (arrow: string, open = false) =>
  ['ui', 'logic', 'store']
    .reduce(
      (drawing, id, order) =>
        drawing
          .zone({
            id: `${id}Layer`,
            name: id,
            kind: 'layer',
            order,
            ...(open && { open: true }),
            position: { x: 0, y: order * 200 },
            size: { width: 400, height: 180 },
          })
          .service(id, { zone: `${id}Layer` }),
      scenario(),
    )
    .line('dependency', arrow)

/** Rings from the centre: `model`, `useCase`, then `adapter` and what it adapts. */
const onion = () =>
  ['model', 'useCase', 'adapter'].reduce(
    (drawing, id, order) =>
      drawing
        .zone({
          id: `${id}Ring`,
          name: id,
          kind: 'ring',
          order,
          position: { x: -200 * order, y: -200 * order },
          size: { width: 400 * (order + 1), height: 400 * (order + 1) },
        })
        .service(id, { zone: `${id}Ring` }),
    scenario(),
  )

const monolith = () =>
  scenario()
    .zone({
      id: 'shop',
      name: 'Shop',
      kind: 'monolith',
      position: { x: 0, y: 0 },
      size: { width: 800, height: 400 },
    })
    .service('orders', { zone: 'shop' })
    .service('payment', { zone: 'shop' })

const handing = (logic: boolean) =>
  layered('ui -> logic')
    .rest('client -> ui', { timeout: 1 })
    .rest('ui -> logic', { id: 'ask', timeout: 1 })
    .rest('logic -> store', { id: 'next', timeout: 1 })
    .rest('logic -> store', { id: 'again', timeout: 1 })
    .handler('logic', 'ask', [
      ...(logic ? [{ save: 'order', as: 'new' }] : []),
      { call: 'next' },
      { reply: 200 },
    ])
    .handler('logic', { operation: 'GET /x' }, [
      ...(logic ? [{ save: 'order', as: 'new' }] : []),
      { call: 'again' },
      { reply: 200 },
    ])
    .build()

export const CASES: readonly Case[] = [
  {
    rule: 'redelivery-repeats-effect',
    fact: "a consumer's effect without a key happens again with a redelivery",
    bad: charged((drawing) => drawing.broker('orders -> charging'), false),
    good: charged((drawing) => drawing.broker('orders -> charging'), true),
    fix: true,
    show: true,
  },
  {
    rule: 'effect-without-once',
    fact: 'a provider that is asked again without a key does it again',
    bad: provided({}),
    good: provided({ once: true }),
    fix: true,
    show: true,
  },
  {
    rule: 'double-trigger',
    fact: 'an event and a call that both charge charge twice',
    bad: scenario()
      .rest('client -> orders', { operation: 'POST /orders', timeout: 9000 })
      .broker('orders -> charging')
      .rest('orders -> charging', { id: 'pay', operation: 'POST /charges', timeout: 3000 })
      .build(),
    good: scenario()
      .rest('client -> orders', { operation: 'POST /orders', timeout: 9000 })
      .rest('orders -> charging', { id: 'pay', operation: 'POST /charges', timeout: 3000 })
      .build(),
    fix: true,
    show: true,
  },
  {
    rule: 'retry-without-key',
    fact: 'a POST that is repeated without a key makes a second order',
    bad: asked({ operation: 'POST /orders', retries: 1 }),
    good: asked({ operation: 'PUT /orders/{id}', retries: 1 }),
    fix: true,
    show: true,
  },
  {
    rule: 'key-not-honoured',
    fact: 'a key that no handler looks at does not stop the second order',
    bad: asked({ operation: 'POST /orders', retries: 1, idempotencyKey: true }),
    good: asked(
      { operation: 'POST /orders', retries: 1, idempotencyKey: true },
      { idempotent: true },
    ),
    fix: true,
    show: true,
  },
  {
    rule: 'double-submit',
    fact: 'a customer who presses twice gets two orders',
    bad: scenario()
      .rest('client -> orders', { operation: 'POST /orders', timeout: 3000 })
      .stimulus('client-orders', 'o1', { times: 2 })
      .build(),
    good: scenario()
      .rest('client -> orders', { operation: 'POST /orders', timeout: 3000 })
      .stimulus('client-orders', 'o1')
      .build(),
    fix: true,
    show: true,
  },
  {
    rule: 'dual-write',
    fact: 'a row saved before its event is published can stay without it',
    bad: scenario()
      .rest('client -> orders', { operation: 'POST /orders', timeout: 3000 })
      .sql('orders -> ordersDb')
      .broker('orders -> notifications')
      .build(),
    good: charged((drawing) => drawing.broker('orders -> charging'), false),
    fix: true,
    show: true,
  },
  {
    rule: 'publish-then-save',
    fact: 'an event published before its row is saved can stay without it',
    bad: scenario()
      .rest('client -> orders', { operation: 'POST /orders', timeout: 3000 })
      .broker('orders -> notifications')
      .sql('orders -> ordersDb')
      .build(),
    good: charged((drawing) => drawing.broker('orders -> charging'), false),
    fix: true,
    show: true,
  },
  {
    rule: 'publish-unconfirmed',
    fact: 'an event sent without waiting for its confirm is lost unnoticed',
    bad: scenario()
      .rest('client -> orders', { timeout: 3000 })
      .broker('orders -> notifications')
      .handler('orders', 'client-orders', [{ publish: 'OrderCreated', confirm: false }])
      .build(),
    good: scenario()
      .rest('client -> orders', { timeout: 3000 })
      .broker('orders -> notifications')
      .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }])
      .build(),
    fix: true,
    show: true,
  },
  {
    rule: 'ack-before',
    fact: 'a consumer that acknowledges first loses the message with a crash',
    bad: charged((drawing) => drawing.broker('orders -> charging', { ack: 'before' }), true),
    good: charged((drawing) => drawing.broker('orders -> charging', { ack: 'after' }), true),
    fix: true,
    show: true,
  },
  {
    rule: 'inbox-loses-effect',
    fact: 'an inbox marked before the effect drops the redelivery that would do it',
    bad: scenario()
      .broker('client -> charging')
      .handler('charging', { event: 'OrderCreated' }, [{ dedupe: true }, { effect: 'charge' }])
      .build(),
    good: scenario()
      .broker('client -> charging')
      .handler('charging', { event: 'OrderCreated' }, [
        { dedupe: true },
        { effect: 'charge', once: true },
        { save: 'charge', as: 'done' },
      ])
      .build(),
    fix: true,
    show: true,
  },
  {
    rule: 'push-carries-work',
    fact: 'work asked for by a frame is not done when the frame is lost',
    bad: scenario()
      .websocket('client -> charging')
      .handler('charging', 'client-charging', [{ effect: 'charge', once: true }])
      .stimulus('client-charging', 'o1', { at: 1000 })
      .build(),
    good: scenario()
      .websocket('client -> charging')
      .handler('charging', 'client-charging', [{ push: 'client-charging' }])
      .stimulus('client-charging', 'o1', { at: 1000 })
      .build(),
    fix: false,
    show: true,
  },
  {
    rule: 'no-taken-for-yes',
    fact: 'a declined card is no payment',
    bad: paidFor([]),
    // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
    good: paidFor([{ if: "last.outcome == 'error'", then: [{ fail: 402 }] }]),
    fix: true,
    show: true,
  },
  {
    rule: 'saga-stage-without-undo',
    fact: 'a saga that cannot take back its first stage leaves the order when the second fails',
    bad: saga([{}, {}]),
    good: saga([{ undo: { save: 'order', as: 'cancelled' } }, {}]),
    fix: true,
    show: false,
  },
  {
    rule: 'saga-gives-up',
    fact: 'a saga that takes silence for a no goes back over work that was done',
    bad: saga([{ undo: { save: 'order', as: 'cancelled' } }, {}], { retries: 0 }),
    good: saga([{ undo: { save: 'order', as: 'cancelled' } }, {}]),
    fix: true,
    show: true,
  },
  {
    rule: 'safe-method-changes',
    fact: 'a GET that charges a card is no safe method',
    bad: scenario().rest('client -> charging', { operation: 'GET /pay', timeout: 3000 }).build(),
    good: scenario().rest('client -> charging', { operation: 'POST /pay', timeout: 3000 }).build(),
    fix: true,
    show: false,
  },
  {
    rule: 'clear-text-outside',
    fact: 'a line out of the trust boundary that says no TLS is read by anybody on the way',
    bad: trusted({}),
    good: trusted({ tls: '1.3' }),
    fix: true,
    show: false,
  },
  {
    rule: 'inverted-timeouts',
    fact: 'a caller that waits less than the tries below it add up to gives up first',
    bad: twoCalls(2000, { retries: 2 }),
    good: twoCalls(4000, { retries: 2 }),
    fix: true,
    show: true,
  },
  {
    rule: 'missing-timeout',
    fact: 'a call on which nobody says a time has no limit of its own',
    bad: scenario().rest('client -> orders', { operation: 'GET /orders' }).build(),
    good: scenario().rest('client -> orders', { operation: 'GET /orders', timeout: 1 }).build(),
    fix: true,
    show: false,
  },
  {
    rule: 'retries-at-several-layers',
    fact: 'two layers that repeat multiply',
    bad: scenario()
      .rest('client -> orders', { operation: 'GET /orders', timeout: 60_000, retries: 2 })
      .rest('orders -> users', { operation: 'GET /users', timeout: 1000, retries: 3 })
      .build(),
    good: scenario()
      .rest('client -> orders', { operation: 'GET /orders', timeout: 60_000 })
      .rest('orders -> users', { operation: 'GET /users', timeout: 1000, retries: 3 })
      .build(),
    fix: false,
    show: false,
  },
  {
    rule: 'retries-without-backoff',
    fact: 'tries without a pause are over before a restart is',
    bad: asked({ operation: 'GET /orders', retries: 2, backoff: 0 }),
    good: asked({ operation: 'GET /orders', retries: 2 }),
    fix: true,
    show: false,
  },
  {
    rule: 'delivery-limit',
    fact: 'a queue that delivers once gives up at the first crash',
    bad: charged((drawing) => drawing.broker('orders -> charging', { maxDeliveries: 1 }), true),
    good: charged((drawing) => drawing.broker('orders -> charging', { maxDeliveries: 20 }), true),
    fix: true,
    show: false,
  },
  {
    rule: 'told-too-early',
    fact: 'a notice that does not wait for the charge may be wrong',
    bad: scenario()
      .rest('client -> orders', { operation: 'POST /orders', timeout: 3000 })
      .broker('orders -> notifications')
      .broker('orders -> charging')
      .build(),
    good: scenario()
      .rest('client -> orders', { operation: 'POST /orders', timeout: 3000 })
      .broker('orders -> charging')
      .broker('charging -> notifications', { event: 'CardCharged' })
      .build(),
    fix: false,
    show: true,
  },
  {
    rule: 'no-way-back',
    fact: 'a charge whose outcome nobody publishes is never heard of',
    bad: charged((drawing) => drawing.broker('orders -> charging'), true),
    good: scenario()
      .rest('client -> orders', { operation: 'POST /orders', timeout: 3000 })
      .broker('orders -> charging')
      .broker('charging -> orders', { event: 'CardCharged' })
      .build(),
    fix: false,
    show: false,
  },
  {
    rule: 'half-done',
    fact: 'an order saved before a payment that is refused stays as it was',
    bad: scenario()
      .rest('client -> orders', { operation: 'POST /orders', timeout: 9000 })
      .sql('orders -> ordersDb')
      .rest('orders -> charging', { operation: 'POST /charges', timeout: 1000 })
      .build(),
    good: scenario()
      .rest('client -> orders', { operation: 'POST /orders', timeout: 9000 })
      .rest('orders -> charging', { operation: 'POST /charges', timeout: 1000 })
      .sql('orders -> ordersDb')
      .build(),
    fix: false,
    show: true,
  },
  {
    rule: 'orchestrator-without-memory',
    fact: 'an orchestrator that saves nothing forgets its orders with a crash',
    bad: scenario()
      .rest('client -> orchestrator', { operation: 'POST /orders', timeout: 9000 })
      .rest('orchestrator -> users', { operation: 'GET /users', timeout: 1000 })
      .rest('orchestrator -> payment', { operation: 'POST /payments', timeout: 1000 })
      .build(),
    good: scenario()
      .rest('client -> orchestrator', { operation: 'POST /orders', timeout: 9000 })
      .sql('orchestrator -> sagaDb')
      .rest('orchestrator -> users', { operation: 'GET /users', timeout: 1000 })
      .rest('orchestrator -> payment', { operation: 'POST /payments', timeout: 1000 })
      .build(),
    fix: false,
    show: false,
  },
  {
    rule: 'long-chain',
    fact: 'an answer that waits for four services in a row is as weak as all of them',
    bad: scenario()
      .rest('client -> gateway', { operation: 'GET /', timeout: 9000 })
      .rest('gateway -> orders', { operation: 'GET /orders', timeout: 5000 })
      .rest('orders -> users', { operation: 'GET /users', timeout: 3000 })
      .rest('users -> payment', { operation: 'GET /payments', timeout: 1000 })
      .build(),
    good: scenario()
      .rest('client -> gateway', { operation: 'GET /', timeout: 9000 })
      .rest('gateway -> orders', { operation: 'GET /orders', timeout: 5000 })
      .rest('orders -> users', { operation: 'GET /users', timeout: 3000 })
      .build(),
    fix: false,
    show: false,
  },
  {
    rule: 'synchronous-cycle',
    fact: 'services that ask each other in a circle are found, whoever begins',
    bad: scenario()
      .rest('orders -> users', { operation: 'GET /users', timeout: 1000 })
      .rest('users -> payment', { operation: 'GET /payments', timeout: 1000 })
      .rest('payment -> orders', { operation: 'GET /orders', timeout: 1000 })
      .build(),
    good: scenario()
      .rest('orders -> users', { operation: 'GET /users', timeout: 1000 })
      .rest('users -> payment', { operation: 'GET /payments', timeout: 1000 })
      .broker('payment -> orders')
      .build(),
    fix: false,
    show: false,
  },
  {
    rule: 'shared-database',
    fact: 'a database that two services write to is shared',
    bad: scenario().sql('orders -> ordersDb').sql('payment -> ordersDb').build(),
    good: scenario().sql('orders -> ordersDb').sql('payment -> paymentDb').build(),
    fix: false,
    show: false,
  },
  {
    rule: 'client-to-database',
    fact: 'a client must not talk to a database itself',
    bad: scenario().sql('client -> ordersDb').build(),
    good: scenario().rest('client -> orders', { timeout: 1 }).sql('orders -> ordersDb').build(),
    fix: false,
    show: false,
  },
  {
    rule: 'upward-dependency',
    fact: 'a lower layer must not depend on a higher one',
    bad: layered('logic -> ui').build(),
    good: layered('ui -> logic').build(),
    fix: false,
    show: false,
  },
  {
    rule: 'layer-skipped',
    fact: 'a closed layer must not be passed by, an open one may',
    bad: layered('ui -> store').build(),
    good: layered('ui -> store', true).build(),
    fix: false,
    show: false,
  },
  {
    rule: 'outward-dependency',
    fact: 'an inner ring must not know an outer one, whatever lies between',
    bad: onion().line('dependency', 'model -> adapter').build(),
    good: onion().line('dependency', 'adapter -> model').build(),
    fix: false,
    show: false,
  },
  {
    rule: 'adapter-knows-adapter',
    fact: 'two parts of the outermost ring must not know each other, a driver of theirs they may',
    bad: onion()
      .service('page', { zone: 'adapterRing' })
      .line('dependency', 'page -> adapter')
      .build(),
    good: onion().database('ordersDb').line('dependency', 'adapter -> ordersDb').build(),
    fix: false,
    show: false,
  },
  {
    rule: 'infrastructure-inside',
    fact: 'a database belongs to the outermost ring',
    bad: onion().database('ordersDb', { zone: 'useCaseRing' }).sql('adapter -> ordersDb').build(),
    good: onion().database('ordersDb', { zone: 'adapterRing' }).sql('adapter -> ordersDb').build(),
    fix: false,
    show: false,
  },
  {
    rule: 'call-without-port',
    fact: 'a call outward goes through an interface of the inside that the outside implements',
    bad: onion().rest('useCase -> adapter', { timeout: 1 }).build(),
    good: onion()
      .service('port', { zone: 'useCaseRing' })
      .rest('useCase -> adapter', { timeout: 1 })
      .line('dependency', 'useCase -> port')
      .line('dependency', 'adapter -> port')
      .build(),
    fix: false,
    show: false,
  },
  {
    rule: 'network-inside-monolith',
    fact: 'modules of one unit call each other in process',
    bad: monolith().rest('orders -> payment', { timeout: 1 }).build(),
    good: monolith().line('dependency', 'orders -> payment').build(),
    fix: false,
    show: false,
  },
  {
    rule: 'dependency-cycle',
    fact: 'parts that depend on each other in a circle cannot be moved alone',
    bad: monolith()
      .line('dependency', 'orders -> payment')
      .line('dependency', 'payment -> orders')
      .build(),
    good: monolith().line('dependency', 'orders -> payment').build(),
    fix: false,
    show: false,
  },
  {
    rule: 'promise-about-nothing',
    fact: 'a promise about a misspelt effect holds whatever happens',
    bad: promising('effects.chrge <= 1 && intent.effects.chrge <= 1'),
    good: promising('effects.charge <= 1 && pending >= 0'),
    fix: true,
    show: false,
  },
  {
    rule: 'idle-consumers',
    fact: 'a Kafka consumer beyond the number of partitions gets nothing',
    bad: scenario()
      .service('charging', { replicas: 3 })
      .broker('client -> charging', { flavor: 'kafka', partitions: 2 })
      .build(),
    good: scenario()
      .service('charging', { replicas: 3 })
      .broker('client -> charging', { flavor: 'kafka', partitions: 3 })
      .build(),
    fix: true,
    show: false,
  },
  {
    rule: 'event-nobody-consumes',
    fact: 'an event that no queue is bound to is dropped by the broker',
    bad: scenario()
      .rest('client -> orders', { timeout: 1 })
      .broker('orders -> broker')
      .broker('broker -> notifications', { event: 'OrderPaid' })
      .build(),
    good: scenario()
      .rest('client -> orders', { timeout: 1 })
      .broker('orders -> broker')
      .broker('broker -> notifications')
      .build(),
    fix: false,
    show: false,
  },
  {
    rule: 'event-never-published',
    fact: 'a line for an event that no handler publishes carries nothing',
    bad: scenario()
      .rest('client -> orders', { timeout: 1 })
      .broker('orders -> notifications')
      .handler('orders', 'client-orders', [{ reply: 201 }])
      .build(),
    good: scenario()
      .rest('client -> orders', { timeout: 1 })
      .broker('orders -> notifications')
      .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }, { reply: 201 }])
      .build(),
    fix: false,
    show: false,
  },
  {
    rule: 'no-way-in',
    fact: 'a service that nothing comes to never runs',
    bad: scenario().broker('orders -> notifications').build(),
    good: scenario().broker('client -> notifications').build(),
    fix: false,
    show: false,
  },
  {
    rule: 'monolith-database',
    fact: 'the database of a monolith is its own, and one',
    bad: monolith().sql('orders -> shopDb').sql('reports -> shopDb').build(),
    good: monolith().sql('orders -> shopDb').sql('payment -> shopDb').build(),
    fix: false,
    show: false,
  },
  {
    rule: 'outside-the-layers',
    fact: 'a part that knows a layer is in one itself',
    bad: layered('ui -> logic').service('helper').line('dependency', 'logic -> helper').build(),
    good: layered('ui -> logic').service('helper').build(),
    fix: false,
    show: false,
  },
  {
    rule: 'sinkhole',
    fact: 'a layer that only hands through is in the way',
    bad: handing(false),
    good: handing(true),
    fix: false,
    show: false,
  },
  {
    rule: 'orphan',
    fact: 'a service that is joined to nothing takes no part',
    bad: scenario().rest('client -> orders', { timeout: 1 }).service('users').build(),
    good: scenario().rest('client -> orders', { timeout: 1 }).build(),
    fix: false,
    show: false,
  },
]
