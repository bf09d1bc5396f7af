/** Where a rule must tell two drawings apart that look alike. */
import { describe, expect, test } from 'vitest'
import { reviewScenario } from '../../src/shared/review/review'
import type { Action } from '../../src/shared/scenario/action'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { scenario } from '../support/builders'

const rulesOf = (drawing: Scenario) => reviewScenario(drawing).map(({ rule }) => rule)
const valuesOf = (drawing: Scenario, rule: string) =>
  reviewScenario(drawing).find((one) => one.rule === rule)?.values

const consumer = (actions: readonly Action[], line: { ack?: 'before' } = {}) =>
  scenario()
    .broker('client -> charging', line)
    .broker('charging -> notifications', { event: 'CardCharged' })
    .handler('charging', { event: 'OrderCreated' }, actions)
    .handler('notifications', { event: 'CardCharged' }, [{ effect: 'notify', once: true }])
    .build()

describe('redelivery', () => {
  test('an inbox that is marked after the effect does not keep it from happening again', () => {
    const drawing = consumer([
      { dedupe: true },
      { effect: 'charge' },
      { save: 'charge', as: 'done' },
    ])
    expect(rulesOf(drawing)).toContain('redelivery-repeats-effect')
  })

  test('an inbox that is marked before the effect loses it, key or not', () => {
    const drawing = consumer([
      { transaction: [{ dedupe: true }, { save: 'charge', as: 'started' }] },
      { effect: 'charge', once: true },
    ])
    expect(rulesOf(drawing)).toContain('inbox-loses-effect')
    expect(rulesOf(drawing)).not.toContain('redelivery-repeats-effect')
  })

  test('who asks first whether it was done does not do it again', () => {
    const guarded: Action = JSON.parse(
      '{ "if": "effects.charge == 0", "then": [{ "effect": "charge" }] }',
    )
    expect(rulesOf(consumer([guarded]))).not.toContain('redelivery-repeats-effect')
  })

  test('an effect that the consumer calls for is repeated too, unless a key is honoured', () => {
    const calling = (idempotencyKey: boolean) =>
      scenario()
        .broker('client -> payment')
        .rest('payment -> charging', { operation: 'POST /charges', timeout: 1000, idempotencyKey })
        .handler('payment', { event: 'OrderCreated' }, [{ call: 'payment-charging' }])
        .handler('charging', 'payment-charging', [{ effect: 'charge' }, { reply: 200 }], {
          idempotent: true,
        })
        .build()
    expect(rulesOf(calling(false))).toContain('redelivery-repeats-effect')
    expect(rulesOf(calling(true))).not.toContain('redelivery-repeats-effect')
  })

  test('at most once repeats nothing, and loses', () => {
    const drawing = consumer([{ effect: 'charge' }], { ack: 'before' })
    expect(rulesOf(drawing)).not.toContain('redelivery-repeats-effect')
    expect(rulesOf(drawing)).toContain('ack-before')
  })
})

describe('ways of an event', () => {
  test('those who share a queue or a group are one way, not two', () => {
    const asked = (line: object) =>
      scenario()
        .rest('client -> orders', { timeout: 3000 })
        .broker('orders -> charging', line)
        .broker('orders -> payment', line)
        .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }, { reply: 201 }])
        .handler('charging', { event: 'OrderCreated' }, [{ effect: 'charge' }])
        .handler('payment', { event: 'OrderCreated' }, [{ effect: 'charge' }])
        .build()
    expect(rulesOf(asked({}))).toContain('double-trigger')
    expect(rulesOf(asked({ queue: 'bills' }))).not.toContain('double-trigger')
    expect(rulesOf(asked({ flavor: 'kafka', group: 'bills' }))).not.toContain('double-trigger')
  })

  test('what a dead-letter exchange brings is published by nobody, and need not be', () => {
    const drawing = (deadLetterExchange?: string) =>
      scenario()
        .rest('client -> orders', { timeout: 3000 })
        .brokerBox('mq')
        .amqp('orders -> mq', { event: 'OrderCreated', exchange: { name: 'x', type: 'direct' } })
        .amqp('mq -> charging', {
          exchange: { name: 'x', type: 'direct' },
          binding: 'OrderCreated',
          ...(deadLetterExchange !== undefined && { deadLetterExchange }),
        })
        .amqp('mq -> users', { exchange: { name: 'dead', type: 'fanout' }, queue: 'dead' })
        .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }, { reply: 201 }])
        .build()
    expect(rulesOf(drawing())).toContain('event-never-published')
    expect(rulesOf(drawing('dead'))).not.toContain('event-never-published')
  })
})

describe('a row and its event', () => {
  const saves: Action = { save: 'charge', as: 'done' }
  const publishes: Action = { publish: 'CardCharged' }

  test('a consumer that runs again publishes again: nothing is lost', () => {
    expect(rulesOf(consumer([saves, publishes]))).not.toContain('dual-write')
  })

  test('an inbox marked with the row keeps it from running again, and the event is lost', () => {
    expect(rulesOf(consumer([{ dedupe: true }, saves, publishes]))).toContain('dual-write')
  })

  test('an outbox in a commit of its own is no outbox', () => {
    const drawing = scenario()
      .rest('client -> orders', { timeout: 3000 })
      .broker('orders -> notifications')
      .handler('orders', 'client-orders', [
        { save: 'order', as: 'new' },
        { publish: 'OrderCreated', outbox: true },
        { reply: 201 },
      ])
      .build()
    expect(rulesOf(drawing)).toContain('dual-write')
  })

  test('what stands apart is not put together blindly: the event may need what comes between', () => {
    const drawing = scenario()
      .rest('client -> orders', { timeout: 3000 })
      .rest('orders -> users', { operation: 'GET /users', timeout: 1000 })
      .broker('orders -> notifications')
      .handler('orders', 'client-orders', [
        { save: 'order', as: 'new' },
        { call: 'orders-users' },
        { publish: 'OrderCreated' },
      ])
      .build()
    const finding = reviewScenario(drawing).find(({ rule }) => rule === 'dual-write')
    expect(finding).toBeDefined()
    expect(finding?.fix).toBeUndefined()
  })
})

describe('timeouts', () => {
  const chain = (outer: 'rest' | 'grpc', actions?: readonly Action[]) => {
    const drawing = scenario()
      .line(outer, 'client -> orders', { timeout: 5000 })
      .rest('orders -> users', { id: 'ask', operation: 'GET /users', timeout: 3000, retries: 1 })
    return (actions ? drawing.handler('orders', 'client-orders', actions) : drawing).build()
  }

  test('tries, timeouts and back-offs add up', () => {
    expect(valuesOf(chain('rest'), 'inverted-timeouts')).toMatchObject({
      outerMs: 5000,
      innerMs: 2 * 3000 + 100,
    })
  })

  test('what comes after the answer does not count', () => {
    expect(rulesOf(chain('rest', [{ reply: 202 }, { call: 'ask' }]))).not.toContain(
      'inverted-timeouts',
    )
  })

  test('of two arms of an if the longer one counts, not both', () => {
    const either: Action = JSON.parse(
      `{ "if": "rows.order == 'new'", "then": [{ "call": "ask", "retries": 0 }],
         "else": [{ "call": "ask", "retries": 0 }] }`,
    )
    expect(rulesOf(chain('rest', [either, { reply: 200 }]))).not.toContain('inverted-timeouts')
  })

  test('under a gRPC deadline the tries are cut off, which is said', () => {
    const finding = reviewScenario(chain('grpc')).find(({ rule }) => rule === 'inverted-timeouts')
    expect(finding?.variant).toBe('grpc')
  })

  test('a longer timeout lengthens those above it that it outgrows', () => {
    const drawing = scenario()
      .rest('client -> gateway', { timeout: 4000 })
      .rest('gateway -> orders', { operation: 'GET /orders', timeout: 2000 })
      .rest('orders -> users', { operation: 'GET /users', timeout: 3000, retries: 1 })
      .build()
    const finding = reviewScenario(drawing).find(({ rule }) => rule === 'inverted-timeouts')
    expect(finding?.fix).toEqual([
      { edit: 'updateConnection', id: 'gateway-orders', changes: { timeout: 6500 } },
      { edit: 'updateConnection', id: 'client-gateway', changes: { timeout: 6500 } },
    ])
  })

  test('round a circle of calls no timeout is long enough, and none is offered', () => {
    const drawing = scenario()
      .rest('client -> orders', { operation: 'GET /', timeout: 100 })
      .rest('orders -> users', { operation: 'GET /users', timeout: 100, retries: 1 })
      .rest('users -> orders', { operation: 'GET /orders', timeout: 100, retries: 1 })
      .build()
    const inCircle = reviewScenario(drawing).filter(
      ({ rule, path }) => rule === 'inverted-timeouts' && path.startsWith('services'),
    )
    expect(inCircle.length).toBeGreaterThan(0)
    expect(inCircle.filter(({ fix }) => fix)).toEqual([])
  })
})

describe('structure', () => {
  test('the modules of one monolith share its database by right', () => {
    const drawing = (zone?: string) =>
      scenario()
        .service('orders', zone ? { zone } : {})
        .service('payment', zone ? { zone } : {})
        .sql('orders -> shopDb')
        .sql('payment -> shopDb')
        .zone({
          id: 'shop',
          name: 'Shop',
          kind: 'monolith',
          position: { x: 0, y: 0 },
          size: { width: 800, height: 400 },
        })
        .build()
    expect(rulesOf(drawing())).toContain('shared-database')
    expect(rulesOf(drawing('shop'))).not.toContain('shared-database')
  })

  test('a drawing of what knows what is not asked about requests', () => {
    const drawing = scenario()
      .line('dependency', 'orders -> users')
      .line('dependency', 'users -> orders')
      .build()
    expect(rulesOf(drawing)).toEqual(['dependency-cycle'])
  })

  test('an empty board and a single box have nothing doubtful about them', () => {
    expect(rulesOf(scenario().build())).toEqual([])
    expect(rulesOf(scenario().service('orders').build())).toEqual([])
  })

  test('two circles that have nothing to do with each other are told apart', () => {
    const drawing = scenario()
      .rest('orders -> users', { operation: 'GET /', timeout: 1 })
      .rest('users -> orders', { operation: 'GET /', timeout: 1 })
      .rest('payment -> charging', { operation: 'GET /', timeout: 1 })
      .rest('charging -> payment', { operation: 'GET /', timeout: 1 })
      .build()
    expect(rulesOf(drawing).filter((rule) => rule === 'synchronous-cycle')).toHaveLength(2)
  })

  test('a notice that only says "received" may go out at once', () => {
    const drawing = (says: string) =>
      scenario()
        .rest('client -> orders', { operation: 'POST /orders', timeout: 3000 })
        .broker('orders -> notifications')
        .broker('orders -> charging')
        .handler('notifications', { event: 'OrderCreated' }, [
          { effect: 'notify', once: true, says },
        ])
        .build()
    expect(rulesOf(drawing('order received'))).not.toContain('told-too-early')
    expect(rulesOf(drawing('order paid'))).toContain('told-too-early')
  })
})

describe('keys', () => {
  const retried = (operation: string, actions: readonly Action[]) =>
    scenario()
      .rest('client -> orders', { operation, timeout: 3000, retries: 2 })
      .handler('orders', 'client-orders', actions)
      .build()

  test('a POST that only reads may be repeated', () => {
    expect(rulesOf(retried('POST /search', [{ reply: 200 }]))).not.toContain('retry-without-key')
  })

  test('a POST that charges with a key of its own may be repeated', () => {
    const actions: Action[] = [{ effect: 'charge', once: true }, { reply: 200 }]
    expect(rulesOf(retried('POST /charges', actions))).not.toContain('retry-without-key')
  })

  test('a gRPC call is judged by what it does: it has no methods', () => {
    const called = (actions: readonly Action[]) =>
      scenario()
        .grpc('client -> charging', { operation: 'Cards/Charge', timeout: 3000, retries: 2 })
        .handler('charging', 'client-charging', actions)
        .build()
    expect(rulesOf(called([{ effect: 'charge' }]))).toContain('retry-without-key')
    expect(rulesOf(called([{ reply: 0 }]))).not.toContain('retry-without-key')
  })
})

test('a great board gives the same findings each time', () => {
  const size = 2_000
  const drawing = scenario()
  for (let index = 0; index < size; index += 1)
    drawing.rest(`service${index} -> service${(index * 7 + 1) % size}`, { timeout: 1000 })
  const built = drawing.build()
  expect(reviewScenario(built)).toEqual(reviewScenario(built))
})
