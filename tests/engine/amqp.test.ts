/** semantics.md, "amqp": explicit 0-9-1 parts on a broker box. */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { choicesAt } from '../../src/shared/engine/choices'
import { isBound } from '../../src/shared/engine/routing'
import { searchable } from '../../src/shared/engine/searchable'
import type { Action } from '../../src/shared/scenario/action'
import type { Connection } from '../../src/shared/scenario/connection'
import { scenario } from '../support/builders'
import { run } from '../support/running'
import { searched } from '../support/searching'

type Fields = Partial<Connection>
const ORDERS = { name: 'orders', type: 'topic' } as const
const DEAD = { name: 'dead', type: 'fanout' } as const

/** A publisher, a broker box, one consumer, and one that takes what is dead. */
function drawn(out: Fields, back: Fields, consumes: readonly Action[] = [{ effect: 'charge' }]) {
  return scenario()
    .rest('client -> orders', { timeout: 60_000 })
    .brokerBox('rabbit')
    .amqp('orders -> rabbit', { event: 'order.created', exchange: ORDERS, ...out })
    .amqp('rabbit -> charging', { exchange: ORDERS, binding: 'order.*', ...back })
    .amqp('rabbit -> undertaker', { exchange: DEAD })
    .handler('orders', 'client-orders', [{ publish: 'order.created' }, { reply: 201 }])
    .handler('charging', 'rabbit-charging', consumes)
    .handler('undertaker', 'rabbit-undertaker', [{ effect: 'bury' }])
}

describe('an exchange', () => {
  test.each([
    ['direct', 'order.created', 'order.created', true],
    ['direct', 'order.created', 'order.*', false],
    ['fanout', 'order.created', 'whatever', true],
    ['topic', 'order.created', 'order.*', true],
    ['topic', 'order.created.eu', 'order.*', false],
    ['topic', 'order.created.eu', 'order.#', true],
    ['topic', 'order', 'order.#', true],
    ['topic', 'order.created', '#', true],
  ] as const)('%s: %s is bound by %s: %s', (type, key, binding, bound) => {
    expect(isBound(type, key, binding)).toBe(bound)
  })
})

describe('what no queue is bound to', () => {
  const unroutable = (mandatory: boolean) =>
    run(drawn({ routingKey: 'refund.created', mandatory }, {}).build())

  test('is dropped and confirmed all the same', () => {
    const ran = unroutable(false)
    expect(ran.replies).toEqual({ o1: [201] })
    expect(ran.effects).toEqual({})
  })

  test('comes back to a publisher that says mandatory, whose handler fails', () => {
    const ran = unroutable(true)
    expect(ran.kinds).toContain('event.returned')
    expect(ran.replies).toEqual({ o1: [500] })
  })
})

describe('a rejected message', () => {
  const failing = (requeue: boolean): readonly Action[] => [{ fail: 500, requeue }]

  test('put back, is delivered until the limit is met', () => {
    const ran = run(drawn({}, { maxDeliveries: 3 }, failing(true)).build())
    expect(ran.kinds.filter((kind) => kind === 'event.redelivered')).toHaveLength(2)
    expect(ran.moment.queues.find(({ consumer }) => consumer === 'charging')?.dead).toHaveLength(1)
  })

  test('not put back, is dead at once', () => {
    const ran = run(drawn({}, {}, failing(false)).build())
    expect(ran.kinds).not.toContain('event.redelivered')
    expect(ran.steps.find(({ kind }) => kind === 'event.deadlettered')?.detail?.context).toBe(
      'rejected',
    )
    expect(ran.moment.queues.find(({ consumer }) => consumer === 'charging')?.dead).toHaveLength(1)
  })

  test('goes to whatever is bound to the dead-letter exchange', () => {
    const ran = run(drawn({}, { deadLetterExchange: 'dead' }, failing(false)).build())
    expect(ran.effects).toEqual({ o1: { bury: 1 } })
    expect(ran.moment.queues.every(({ dead }) => dead.length === 0)).toBe(true)
  })
})

describe('a time to live', () => {
  const waiting = () =>
    drawn({}, { ttl: 2000, deadLetterExchange: 'dead' }).fault({
      kind: 'crash',
      at: { service: 'charging' },
    })

  test('ends the wait of a message that nobody takes', () => {
    const ran = run(waiting().build())
    const dead = ran.steps.find(({ kind }) => kind === 'event.deadlettered')
    expect(dead?.detail?.context).toBe('expired')
    expect(dead?.atUs).toBe(2_001_000)
    expect(ran.effects).toEqual({ o1: { bury: 1 } })
  })

  test('does not touch one that is taken in time', () => {
    expect(run(drawn({}, { ttl: 2000 }).build()).effects).toEqual({ o1: { charge: 1 } })
  })

  test('may end at any moment in a branch, and in a search', () => {
    const ran = run(waiting().build())
    const offered = ran.steps.some((_, at) =>
      choicesAt(ran.program, ran.trace.stateAt(at)).some(({ kind }) => kind === 'expire'),
    )
    expect(offered).toBe(true)
    const promised = drawn({}, { ttl: 2000 }).finally('charged', 'effects.charge == 1').build()
    const made = searchable(promised, { budgets: {} })
    if (!made.ok) throw new Error('does not compile')
    expect(searched(made.value.system).verdict).toBe('violated')
  })
})

test('each part has a golden trace', () => {
  const golden = readdirSync('tests/golden')
  for (const part of ['topic', 'mandatory', 'reject', 'dead-letter-exchange', 'ttl'])
    expect(golden).toContain(`amqp-${part}.trace.txt`)
})
