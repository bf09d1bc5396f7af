import { writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { printScenario } from '../../src/shared/scenario/print'
import { type ScenarioBuilder, scenario } from '../support/builders'

const post = { operation: 'POST /orders' }
const orders = (b: ScenarioBuilder, fields = {}, more: any[] = []) =>
  b.handler('orders', 'client-orders', [{ save: 'order', as: 'new' }, ...more, { reply: 201 }], {
    creates: 'order',
    ...fields,
  })
const S: Record<string, ScenarioBuilder> = {}
const make = (name: string, b: ScenarioBuilder) => {
  S[name] = b
}

make(
  'rest-happy',
  orders(scenario().rest('client -> orders', post).sql('orders -> ordersDb')).stimulus(
    'client-orders',
  ),
)
make(
  'rest-lost-response-retried',
  orders(scenario().rest('client -> orders', post).sql('orders -> ordersDb'))
    .stimulus('client-orders', 'o1', { retries: 1 })
    .fault({ kind: 'lose-response', at: { connection: 'client-orders' } })
    .always('one-order', 'intent.orders <= 1'),
)
make(
  'rest-lost-response-idempotent',
  orders(scenario().rest('client -> orders', post).sql('orders -> ordersDb'), { idempotent: true })
    .stimulus('client-orders', 'o1', { retries: 1, idempotencyKey: true })
    .fault({ kind: 'lose-response', at: { connection: 'client-orders' } })
    .always('one-order', 'intent.orders <= 1'),
)
make(
  'rest-refused-until-restart',
  orders(scenario().rest('client -> orders', { ...post, retries: 3, backoff: 2000 }))
    .stimulus('client-orders')
    .fault({ kind: 'crash', at: { service: 'orders' } }),
)
make(
  'rest-callee-crashes',
  orders(scenario().rest('client -> orders', post).sql('orders -> ordersDb'))
    .stimulus('client-orders', 'o1', { retries: 0 })
    .fault({ kind: 'crash', at: { service: 'orders', after: { action: 'save', nth: 1 } } }),
)
make(
  'rest-delayed-past-timeout',
  orders(scenario().rest('client -> orders', { ...post, timeout: 1000 }))
    .stimulus('client-orders')
    .fault({ kind: 'delay', at: { connection: 'client-orders' } }),
)
make(
  'rest-lost-request',
  orders(scenario().rest('client -> orders', { ...post, timeout: 1000 }))
    .stimulus('client-orders', 'o1', { retries: 1 })
    .fault({ kind: 'lose-request', at: { connection: 'client-orders' } }),
)
make(
  'rest-nested-failure',
  scenario()
    .rest('client -> gateway', post)
    .rest('gateway -> orders', { timeout: 1000 })
    .handler('gateway', 'client-gateway', [
      { call: 'gateway-orders', onFailure: 'continue' },
      { if: "last.outcome == 'ok'", then: [{ reply: 201 }], else: [{ reply: 202 }] },
    ])
    .handler('orders', 'gateway-orders', [{ fail: 500 }])
    .stimulus('client-gateway'),
)
make(
  'rest-not-found',
  scenario()
    .rest('client -> orders', post)
    .handler('orders', { operation: 'GET /orders' }, [{ reply: 200 }])
    .stimulus('client-orders'),
)
make(
  'grpc-deadline',
  scenario()
    .rest('client -> gateway', post)
    .grpc('gateway -> payment', { timeout: 1000 })
    .grpc('payment -> charging', { timeout: 5000 })
    .handler('gateway', 'client-gateway', [{ call: 'gateway-payment' }, { reply: 201 }])
    .handler('payment', 'gateway-payment', [{ call: 'payment-charging' }, { reply: 0 }])
    .handler('charging', 'payment-charging', [{ wait: 2000 }, { effect: 'charge' }, { reply: 0 }])
    .stimulus('client-gateway'),
)
const three = (b = scenario()) =>
  orders(
    b
      .rest('client -> orders', post)
      .sql('orders -> ordersDb')
      .broker('orders -> notifications')
      .broker('orders -> charging'),
    {},
    [{ publish: 'OrderCreated' }],
  )
make('broker-fan-out', three().stimulus('client-orders'))
make(
  'broker-crash-before-ack',
  three()
    .stimulus('client-orders')
    .always('charge-once', 'effects.charge <= 1')
    .fault({ kind: 'crash', at: { service: 'charging', after: { action: 'charge', nth: 1 } } }),
)
make(
  'broker-lost-ack',
  three()
    .stimulus('client-orders')
    .always('charge-once', 'effects.charge <= 1')
    .fault({
      kind: 'lose-response',
      at: { connection: 'orders-charging', after: { action: 'charge' } },
    }),
)
make(
  'broker-lost-confirm',
  three()
    .stimulus('client-orders')
    .always('charge-once', 'effects.charge <= 1')
    .fault({ kind: 'lose-response', at: { connection: 'orders-notifications' } }),
)
make(
  'broker-lost-publish',
  three()
    .stimulus('client-orders')
    .fault({ kind: 'lose-request', at: { connection: 'orders-notifications' } }),
)
make(
  'broker-lost-publish-unconfirmed',
  orders(scenario().rest('client -> orders', post).broker('orders -> charging'), {}, [
    { publish: 'OrderCreated', confirm: false },
  ])
    .stimulus('client-orders')
    .finally('charged', 'effects.charge >= 1')
    .fault({ kind: 'lose-request', at: { connection: 'orders-charging' } }),
)
make(
  'broker-duplicate',
  three()
    .stimulus('client-orders')
    .fault({ kind: 'duplicate', at: { connection: 'orders-charging' } }),
)
make(
  'broker-ack-before',
  orders(
    scenario().rest('client -> orders', post).broker('orders -> charging', { ack: 'before' }),
    {},
    [{ publish: 'OrderCreated' }],
  )
    .stimulus('client-orders')
    .finally('charged', 'effects.charge >= 1')
    .fault({ kind: 'crash', at: { service: 'charging', after: { step: 'handler.started' } } }),
)
make(
  'broker-dead-letter',
  orders(
    scenario().rest('client -> orders', post).broker('orders -> charging', { maxDeliveries: 3 }),
    {},
    [{ publish: 'OrderCreated' }],
  )
    .handler('charging', { event: 'OrderCreated' }, [{ fail: 500 }])
    .stimulus('client-orders')
    .finally('no-dead-letters', 'deadLetters == 0'),
)
make(
  'broker-poison',
  orders(
    scenario().rest('client -> orders', post).broker('orders -> charging', { maxDeliveries: 2 }),
    {},
    [{ publish: 'OrderCreated' }],
  )
    .stimulus('client-orders', 'o1', { poison: 'charging' })
    .stimulus('client-orders', 'o2', { at: 1 }),
)
const boxed = (b = scenario()) =>
  orders(
    b
      .rest('client -> orders', post)
      .brokerBox('rabbit')
      .broker('orders -> rabbit')
      .broker('rabbit -> notifications')
      .broker('rabbit -> charging'),
    {},
    [{ publish: 'OrderCreated' }],
  )
make('broker-box', boxed().stimulus('client-orders'))
make(
  'broker-box-crashes',
  boxed()
    .stimulus('client-orders')
    .fault({
      kind: 'crash',
      at: { service: 'rabbit', after: { step: 'event.delivered', nth: 2 } },
    }),
)
make(
  'broker-box-crashes-holding',
  boxed()
    .stimulus('client-orders')
    .fault({ kind: 'crash', at: { service: 'charging', after: { step: 'handler.started' } } }),
)
make(
  'broker-box-is-down',
  boxed()
    .stimulus('client-orders')
    .fault({ kind: 'crash', at: { service: 'rabbit' } }),
)
make(
  'broker-competing',
  orders(
    scenario()
      .rest('client -> orders', post)
      .service('worker1')
      .service('worker2')
      .broker('orders -> worker1', { queue: 'jobs' })
      .broker('orders -> worker2', { queue: 'jobs' })
      .handler('worker1', { queue: 'jobs' }, [{ effect: 'charge' }])
      .handler('worker2', { queue: 'jobs' }, [{ effect: 'charge' }]),
    {},
    [{ publish: 'OrderCreated' }],
  )
    .stimulus('client-orders', 'o1')
    .stimulus('client-orders', 'o2')
    .stimulus('client-orders', 'o3'),
)
make(
  'broker-replicas',
  orders(
    scenario()
      .rest('client -> orders', post)
      .service('charging', { role: 'charging', replicas: 2 })
      .broker('orders -> charging'),
    {},
    [{ publish: 'OrderCreated' }],
  )
    .stimulus('client-orders', 'o1')
    .stimulus('client-orders', 'o2')
    .stimulus('client-orders', 'o3')
    .fault({ kind: 'crash', at: { service: 'charging', after: { action: 'charge' } } }),
)
make(
  'kafka-partitions',
  orders(
    scenario()
      .rest('client -> orders', post)
      .broker('orders -> charging', { flavor: 'kafka', partitions: 2 }),
    {},
    [{ publish: 'OrderCreated' }],
  )
    .stimulus('client-orders', 'o1')
    .stimulus('client-orders', 'o2')
    .stimulus('client-orders', 'o3')
    .fault({ kind: 'crash', at: { service: 'charging', after: { action: 'charge' } } }),
)
make(
  'sql-is-down',
  orders(scenario().rest('client -> orders', post).sql('orders -> ordersDb'))
    .stimulus('client-orders')
    .fault({ kind: 'crash', at: { service: 'ordersDb' } }),
)
const bank = (effect: any, b = scenario()) =>
  b
    .rest('client -> charging', { operation: 'POST /charges', timeout: 5000 })
    .external('bank', {})
    .rest('charging -> bank', { timeout: 1000 })
    .handler('charging', 'client-charging', [effect, { reply: 200 }])
make('effect-at-external', bank({ effect: 'charge' }).stimulus('client-charging'))
make(
  'effect-lost-response-retried',
  bank({ effect: 'charge', retries: 1 })
    .stimulus('client-charging')
    .always('once', 'effects.charge <= 1')
    .fault({ kind: 'lose-response', at: { connection: 'charging-bank' } }),
)
make(
  'effect-lost-response-once',
  bank({ effect: 'charge', retries: 1, once: true })
    .stimulus('client-charging')
    .always('once', 'effects.charge <= 1')
    .fault({ kind: 'lose-response', at: { connection: 'charging-bank' } }),
)
make(
  'effect-declined',
  scenario()
    .external('bank', { outcomes: { charge: 'declined' } })
    .rest('client -> charging', { operation: 'POST /charges' })
    .rest('charging -> bank')
    .handler('charging', 'client-charging', [
      { effect: 'charge' },
      {
        if: "last.outcome == 'error'",
        then: [{ save: 'payment', as: 'declined' }, { reply: 402 }],
        else: [{ save: 'payment', as: 'paid' }, { reply: 200 }],
      },
    ])
    .stimulus('client-charging')
    .finally('told', "rows.payment != 'none'"),
)
make(
  'dedupe-duplicate',
  orders(
    scenario()
      .rest('client -> orders', post)
      .broker('orders -> charging')
      .handler('charging', { event: 'OrderCreated' }, [
        { dedupe: true },
        { effect: 'charge' },
        { save: 'charge', as: 'done' },
      ]),
    {},
    [{ publish: 'OrderCreated' }],
  )
    .stimulus('client-orders')
    .fault({ kind: 'duplicate', at: { connection: 'orders-charging' } }),
)
make(
  'outbox-relay-crashes',
  scenario()
    .rest('client -> orders', post)
    .sql('orders -> ordersDb')
    .broker('orders -> charging')
    .handler(
      'orders',
      'client-orders',
      [
        {
          transaction: [
            { save: 'order', as: 'new' },
            { publish: 'OrderCreated', outbox: true },
          ],
        },
        { reply: 201 },
      ],
      { creates: 'order' },
    )
    .stimulus('client-orders')
    .fault({ kind: 'crash', at: { service: 'orders', after: { step: 'event.published' } } }),
)
make(
  'inbox-transaction',
  orders(
    scenario()
      .rest('client -> orders', post)
      .broker('orders -> charging')
      .handler('charging', { event: 'OrderCreated' }, [
        { effect: 'charge', once: true },
        { transaction: [{ dedupe: true }, { save: 'charge', as: 'done' }] },
      ]),
    {},
    [{ publish: 'OrderCreated' }],
  )
    .stimulus('client-orders')
    .fault({ kind: 'crash', at: { service: 'charging', after: { action: 'save' } } }),
)
make(
  'saga-undone',
  scenario()
    .rest('client -> orchestrator', post)
    .grpc('orchestrator -> orders')
    .grpc('orchestrator -> charging')
    .grpc('orchestrator -> notifications', { operation: 'Send' })
    .handler('orchestrator', 'client-orchestrator', [
      {
        saga: [
          { do: { call: 'orchestrator-orders' }, undo: { save: 'order', as: 'cancelled' } },
          { do: { call: 'orchestrator-charging' }, undo: { effect: 'refund' } },
          { do: { call: 'orchestrator-notifications' } },
        ],
      },
      { reply: 201 },
    ])
    .handler('orders', 'orchestrator-orders', [{ save: 'order', as: 'new' }, { reply: 0 }])
    .handler('charging', 'orchestrator-charging', [{ effect: 'charge' }, { reply: 0 }])
    .handler('notifications', 'orchestrator-notifications', [{ fail: 13 }])
    .stimulus('client-orchestrator')
    .finally(
      'no-money-for-dead',
      "rows.order != 'cancelled' || effects.charge - effects.refund == 0",
    ),
)
make(
  'websocket-push',
  scenario()
    .rest('client -> orders', post)
    .websocket('client -> notifications', { operation: 'order.paid' })
    .broker('orders -> notifications')
    .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }, { reply: 201 }])
    .handler('notifications', { event: 'OrderCreated' }, [{ push: 'client-notifications' }])
    .stimulus('client-orders')
    .fault({ kind: 'crash', at: { service: 'notifications', after: { step: 'frame.sent' } } }),
)
make(
  'wait-and-branch',
  orders(scenario().rest('client -> orders', post), {}, [
    { wait: { uniform: [10, 50] } },
    {
      if: "rows.order == 'new' && effects.notify == 0",
      then: [{ effect: 'notify', says: 'accepted' }],
    },
  ])
    .stimulus('client-orders', 'o1', { times: 2 })
    .finally('told', "last.notify == 'accepted'"),
)
make(
  'drawing-alone',
  scenario()
    .client('client')
    .service('orders')
    .rest('client -> orders', post)
    .sql('orders -> ordersDb')
    .broker('orders -> notifications')
    .broker('orders -> charging')
    .rest('orders -> users')
    .finally('told', 'effects.notify == 1'),
)
make(
  'amqp-topic',
  scenario()
    .rest('client -> orders', post)
    .brokerBox('rabbit')
    .amqp('orders -> rabbit', {
      event: 'OrderCreated',
      exchange: { name: 'orders', type: 'topic' },
      routingKey: 'order.created.eu',
    })
    .amqp('rabbit -> notifications', { queue: 'mail', binding: 'order.#' })
    .amqp('rabbit -> charging', { queue: 'pay', binding: 'order.*.us' })
    .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }, { reply: 201 }])
    .stimulus('client-orders'),
)
test('make', () => {
  for (const [n, b] of Object.entries(S)) {
    try {
      writeFileSync(`tests/golden/${n}.dryrun.json`, printScenario({ ...b.build(), title: n }))
    } catch (e) {
      console.log(n, String(e))
    }
  }
})
