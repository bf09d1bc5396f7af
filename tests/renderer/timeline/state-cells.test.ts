import { describe, expect, it } from 'vitest'
import { changedCells } from '../../../src/renderer/timeline/state-cells'
import type { Moment } from '../../../src/shared/engine/moment'

const message = { id: 1, order: 'o1', event: 'OrderCreated', deliveries: 1 }
const queue = {
  name: 'OrderCreated.charging',
  connection: 'bill',
  consumer: 'charging',
  ready: [message],
  unacked: [],
  dead: [],
}
const idle = { up: true, crashes: 0, running: [], outbox: [], inbox: [] }
const before: Moment = {
  atUs: 0,
  services: { charging: idle },
  rows: { o1: { order: 'new' } },
  effects: { o1: { charge: 0 } },
  replies: { o1: [] },
  told: { o1: [] },
  queues: [queue],
  flights: [],
  cuts: [],
  stopped: [],
  invariants: [],
}

describe('what a step changed', () => {
  it('is nothing between a moment and itself', () => {
    expect(changedCells(before, before).size).toBe(0)
  })

  it('is nothing where there is no moment before', () => {
    expect(changedCells(null, before).size).toBe(0)
  })

  it('names both sides of a delivery', () => {
    const after = { ...before, queues: [{ ...queue, ready: [], unacked: [message] }] }
    expect([...changedCells(before, after)]).toEqual([
      'queue/OrderCreated.charging/charging/ready',
      'queue/OrderCreated.charging/charging/unacked',
    ])
  })

  it('names a new status, a first effect and a reply', () => {
    const after = {
      ...before,
      rows: { o1: { order: 'paid' } },
      effects: { o1: { charge: 1 } },
      replies: { o1: [201] },
    }
    expect([...changedCells(before, after)]).toEqual([
      'row/o1/order',
      'effect/o1/charge',
      'replies/o1',
    ])
  })

  it('names what is gone', () => {
    expect([...changedCells(before, { ...before, rows: {} })]).toEqual(['row/o1/order'])
  })

  it('names a crash', () => {
    const after = { ...before, services: { charging: { ...idle, up: false, crashes: 1 } } }
    expect([...changedCells(before, after)]).toEqual(['up/charging'])
  })
})
