import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Connection, PROTOCOLS } from '../../src/shared/scenario/connection'
import { applyEdit, type Changes } from '../../src/shared/scenario/edits'
import { commitEdit, editedFrom, undo } from '../../src/shared/scenario/history'
import { parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { scenarios } from '../support/arbitraries'
import { scenario } from '../support/builders'

const board = () =>
  scenario()
    .rest('client -> orders', { id: 'place' })
    .rest('orders -> payment', { id: 'pay', operation: 'POST /payments' })
    .broker('orders -> notifications', { id: 'tell' })
    .broker('orders -> charging', { id: 'bill' })
    .handler('orders', 'place', [
      { call: 'pay', retries: 1 },
      { publish: 'OrderCreated' },
      { reply: 201 },
    ])
    .handler('payment', 'pay', [{ fail: 402 }, { reply: 200 }])
    .handler('notifications', { event: 'OrderCreated' }, [{ effect: 'notify' }])
    .handler('charging', { event: 'OrderCreated' }, [{ effect: 'charge' }])
    .build()

const changed = (id: string, changes: Changes<Connection>, from: Scenario = board()) =>
  applyEdit(from, { edit: 'updateConnection', id, changes })
const handlersOf = (of: Scenario, id: string) => of.services.find((one) => one.id === id)?.handlers

describe('a call that becomes', () => {
  test('an event is published, and the consumer replies no more', () => {
    const after = changed('pay', { protocol: 'broker', event: 'PayOrder' })
    expect(handlersOf(after, 'orders')?.[0]?.do).toEqual([
      { publish: 'PayOrder' },
      { publish: 'OrderCreated' },
      { reply: 201 },
    ])
    expect(handlersOf(after, 'payment')).toEqual([
      { on: { connection: 'pay' }, do: [{ fail: 402 }] },
    ])
  })

  test('an event that is published already is not published twice', () => {
    const after = changed('pay', { protocol: 'broker', event: 'OrderCreated' })
    expect(handlersOf(after, 'orders')?.[0]?.do).toEqual([
      { publish: 'OrderCreated' },
      { reply: 201 },
    ])
  })

  test('a gRPC call is answered in gRPC’s statuses, and back', () => {
    const grpc = changed('pay', { protocol: 'grpc' })
    expect(handlersOf(grpc, 'payment')?.[0]?.do).toEqual([{ fail: 13 }, { reply: 0 }])
    expect(handlersOf(grpc, 'orders')).toEqual(handlersOf(board(), 'orders'))
    const rest = changed('pay', { protocol: 'rest' }, grpc)
    expect(handlersOf(rest, 'payment')?.[0]?.do).toEqual([{ fail: 500 }, { reply: 200 }])
  })

  test('a frame is pushed', () => {
    const after = changed('pay', { protocol: 'websocket' })
    expect(handlersOf(after, 'orders')?.[0]?.do[0]).toEqual({ push: 'pay' })
  })

  test('a line that never runs is called no more', () => {
    const after = changed('pay', { protocol: 'dependency' })
    expect(handlersOf(after, 'orders')?.[0]?.do).toEqual([
      { publish: 'OrderCreated' },
      { reply: 201 },
    ])
    expect(handlersOf(after, 'payment')).toBeUndefined()
  })
})

test('a subscription that becomes a call is called besides, while others still get the event', () => {
  const after = changed('bill', { protocol: 'rest', event: undefined, operation: 'POST /charges' })
  expect(handlersOf(after, 'orders')?.[0]?.do).toEqual([
    { call: 'pay', retries: 1 },
    { publish: 'OrderCreated' },
    { call: 'bill' },
    { reply: 201 },
  ])
  expect(handlersOf(after, 'charging')).toEqual([
    { on: { connection: 'bill' }, do: [{ effect: 'charge' }, { reply: 200 }] },
  ])
})

test('renaming the event of both lines, one after the other, renames it in every handler', () => {
  const one = changed('tell', { event: 'OrderPlaced' })
  expect(handlersOf(one, 'orders')?.[0]?.do.slice(1)).toEqual([
    { publish: 'OrderCreated' },
    { publish: 'OrderPlaced' },
    { reply: 201 },
  ])
  const both = changed('bill', { event: 'OrderPlaced' }, one)
  expect(handlersOf(both, 'orders')?.[0]?.do.slice(1)).toEqual([
    { publish: 'OrderPlaced' },
    { reply: 201 },
  ])
  for (const id of ['notifications', 'charging']) {
    expect(handlersOf(both, id)?.[0]?.on).toEqual({ event: 'OrderPlaced' })
  }
})

test('typing a name letter by letter ends where writing it at once ends', () => {
  const typed = ['X', 'XY', 'XYZ'].reduce((now, event) => changed('tell', { event }, now), board())
  expect(typed).toEqual(changed('tell', { event: 'XYZ' }))
})

test('from RabbitMQ to AMQP nothing changes in the handlers', () => {
  const before = board()
  expect(changed('tell', { protocol: 'amqp' }, before).services).toBe(before.services)
})

test('a line led to another service leaves the handler that it started behind, without it', () => {
  const after = changed('pay', { to: 'charging' })
  expect(handlersOf(after, 'orders')).toEqual(handlersOf(board(), 'orders'))
  expect(handlersOf(after, 'payment')).toBeUndefined()
})

test('a line turned round is used by neither of its services as before', () => {
  const after = changed('pay', { from: 'payment', to: 'orders' })
  expect(handlersOf(after, 'orders')?.[0]?.do).toEqual([
    { publish: 'OrderCreated' },
    { reply: 201 },
  ])
  expect(handlersOf(after, 'payment')).toBeUndefined()
})

test('any change of any line leads to a scenario that parses, and undo takes handlers back as well', () => {
  const changes = scenarios({ services: 4 })
    .filter(({ connections }) => connections.length > 0)
    .chain((start) =>
      fc.record({
        start: fc.constant(start),
        line: fc.constantFrom(...start.connections),
        protocol: fc.constantFrom(...PROTOCOLS),
        event: fc.constantFrom('OrderCreated', 'Other', undefined),
        from: fc.constantFrom(...start.services.map((one) => one.id)),
        to: fc.constantFrom(...start.services.map((one) => one.id)),
      }),
    )
  fc.assert(
    fc.property(changes, ({ start, line, ...fields }) => {
      const edited = commitEdit(editedFrom(start), {
        edit: 'updateConnection',
        id: line.id,
        changes: fields,
      })
      expect(parseScenario(printScenario(edited.scenario))).toMatchObject({
        ok: true,
        value: edited.scenario,
      })
      expect(printScenario(undo(edited).scenario)).toBe(printScenario(start))
    }),
  )
})
