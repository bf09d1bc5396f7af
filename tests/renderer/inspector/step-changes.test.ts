import { expect, test } from 'vitest'
import { stepChanges } from '../../../src/renderer/inspector/run/step-changes'
import type { Moment, ServiceMoment } from '../../../src/shared/engine/moment'

const idle: ServiceMoment = { up: true, crashes: 0, running: [], outbox: [], inbox: [] }
const start: Moment = {
  atUs: 0,
  services: { charging: idle },
  rows: {},
  effects: {},
  replies: {},
  told: {},
  queues: [],
  flights: [],
  cuts: [],
  stopped: [],
  invariants: [{ id: 'charge-once', status: 'holds', key: 'o1' }],
}

test('a step that only sends changes nothing that is kept', () => {
  expect(stepChanges(start, { ...start, atUs: 5 })).toEqual([])
})

test('a new row, an effect and a reply are told apart', () => {
  const after: Moment = {
    ...start,
    rows: { o1: { order: 'new' } },
    effects: { o1: { charge: 1 } },
    replies: { o1: [201] },
  }
  expect(stepChanges(start, after)).toEqual([
    { key: 'change.row', values: { order: 'o1', name: 'order' }, after: 'new' },
    { key: 'change.effect', values: { order: 'o1', name: 'charge' }, after: '1' },
    { key: 'change.reply', values: { order: 'o1' }, after: '201' },
  ])
})

test('a second charge shows what it was and what it is', () => {
  const before: Moment = { ...start, effects: { o1: { charge: 1, notify: 1 } } }
  const after: Moment = { ...start, effects: { o1: { charge: 2, notify: 1 } } }
  expect(stepChanges(before, after)).toEqual([
    { key: 'change.effect', values: { order: 'o1', name: 'charge' }, before: '1', after: '2' },
  ])
})

test('a crash and a broken promise are named', () => {
  const after: Moment = {
    ...start,
    services: { charging: { ...idle, up: false, crashes: 1 } },
    invariants: [{ id: 'charge-once', status: 'violated', key: 'o1' }],
  }
  expect(stepChanges(start, after)).toEqual([
    { key: 'change.down', values: {}, service: 'charging' },
    { key: 'change.promise.violated', values: { id: 'charge-once', order: 'o1' } },
  ])
})

test('a message that is taken off a queue leaves it shorter', () => {
  const message = { id: 1, order: 'o1', event: 'OrderCreated', deliveries: 1 }
  const queue = { name: 'q', connection: 'bill', consumer: 'charging', dead: [] }
  const before: Moment = { ...start, queues: [{ ...queue, ready: [message], unacked: [] }] }
  const after: Moment = { ...start, queues: [{ ...queue, ready: [], unacked: [message] }] }
  expect(stepChanges(before, after).map(({ key, before, after }) => [key, before, after])).toEqual([
    ['change.ready', '1', '0'],
    ['change.unacked', '0', '1'],
  ])
})
