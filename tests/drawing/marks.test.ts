import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutLines } from '../../src/shared/drawing/line-layout'
import { flightShapes, lineMarkShapes } from '../../src/shared/drawing/mark-shapes'
import { MarksAlong, marksAt } from '../../src/shared/drawing/marks'
import { say } from '../../src/shared/drawing/words'
import type { Flight, Moment, ServiceMoment } from '../../src/shared/engine/moment'
import { threeServices } from '../support/drawing-samples'
import { threeServicesRun } from '../support/sample-run'

const UP: ServiceMoment = { up: true, crashes: 0, running: [], outbox: [], inbox: [] }

function moment(services: Moment['services'] = {}): Moment {
  return {
    atUs: 0,
    services,
    rows: {},
    effects: {},
    replies: {},
    told: {},
    queues: [],
    flights: [],
    cuts: [],
    stopped: [],
    invariants: [],
  }
}

function captions(position: number) {
  const { services } = marksAt(threeServicesRun, position, moment())
  return Object.fromEntries(
    [...services].map(([id, { caption }]) => [id, caption && say(caption, 'en')]),
  )
}

const at = (kind: string) => threeServicesRun.findIndex((step) => step.kind === kind) + 1

describe('marks', () => {
  test('are none before the first step', () => {
    const { services, connections } = marksAt(threeServicesRun, 0, moment({ client: UP }))
    expect(services.get('client')).toEqual({ state: 'idle' })
    expect(connections.size).toBe(0)
  })

  test('are the same whichever way one came to a position, over long runs too', () => {
    // The run over and over, so that going back begins at a place kept on the way.
    const long = Array.from({ length: 60 }, (_, round) =>
      threeServicesRun.map((step) => ({ ...step, order: `o${round}` })),
    ).flat()
    const position = fc.integer({ min: 0, max: long.length })
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 8 }), (walk) => {
        const along = new MarksAlong(long)
        for (const at of walk) {
          const fresh = marksAt(long, at, moment({ client: UP }))
          expect(along.at(at, moment({ client: UP }))).toEqual(fresh)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('light the line in use and leave the ones before it done', () => {
    const { connections } = marksAt(threeServicesRun, at('row.saved'), moment())
    expect(Object.fromEntries(connections)).toEqual({ place: 'done', store: 'active' })
  })

  test('light every line of an event that is published', () => {
    const { connections } = marksAt(threeServicesRun, at('event.published'), moment())
    expect([connections.get('tell'), connections.get('bill')]).toEqual(['active', 'active'])
  })

  test('say what happened last at each service, and how many rows a database holds', () => {
    expect(captions(at('event.redelivered'))).toEqual({
      client: '201 received',
      orders: 'handler finished',
      ordersDb: '1 row',
      notifications: 'told o1',
      charging: 'delivered again: o1',
    })
  })

  test('show what a service stored', () => {
    const { services } = marksAt(threeServicesRun, at('row.saved'), moment())
    expect(services.get('orders')?.chip).toBe('order o1 new')
  })

  test('count crashes, and tell a service that is down from one that came back', () => {
    const marks = (service: ServiceMoment) =>
      marksAt(threeServicesRun, at('event.redelivered'), moment({ charging: service }))
    const down = marks({ ...UP, up: false, crashes: 1 }).services.get('charging')
    const back = marks({ ...UP, crashes: 2 }).services.get('charging')
    expect([down?.state, down?.badge?.key]).toEqual(['down', 'badge.down'])
    expect([back?.state, back?.badge?.values]).toEqual(['active', { count: 2 }])
  })

  test('turn red where a promise breaks, and stay so', () => {
    const last = threeServicesRun.length
    const { services } = marksAt(threeServicesRun, last, moment({ charging: UP }))
    expect(services.get('charging')?.state).toBe('broken')
  })

  test('cross out the line that lost a message', () => {
    const lost = {
      seq: 1,
      atUs: 0,
      kind: 'request.lost',
      service: 'client',
      connection: 'place',
    } as const
    const { connections } = marksAt([lost], 1, moment())
    expect(connections.get('place')).toBe('lost')
    const line = layoutLines(threeServices, 'en').get('place')
    if (!line) throw new Error('no line')
    expect(lineMarkShapes(line, 'lost').over).toHaveLength(1)
    expect(lineMarkShapes(line, 'active').under).toHaveLength(1)
    expect(lineMarkShapes(line, 'idle').opacity).toBeLessThan(1)
  })
})

describe('a message on its way', () => {
  const line = layoutLines(threeServices, 'en').get('place')
  if (!line) throw new Error('no line')
  const flight: Flight = {
    id: 1,
    connection: 'place',
    kind: 'request',
    direction: 'forward',
    order: 'o1',
    message: 'POST /orders',
    sentUs: 1_000,
    arrivesUs: 3_000,
    late: false,
  }

  function centreAt(atUs: number, more: Partial<Flight> = {}): number {
    const [plate] = flightShapes({ ...flight, ...more }, line ?? never(), atUs)
    if (plate?.shape === 'rect') return plate.x + plate.width / 2
    if (plate?.shape === 'circle') return plate.cx
    throw new Error('neither an envelope nor a dot')
  }

  function never(): never {
    throw new Error('no line')
  }

  test('is where the virtual time says, from box to box', () => {
    const [start, end] = [line.attached.from.point.x, line.attached.to.point.x]
    expect(centreAt(0)).toBeCloseTo(start, 1)
    expect(centreAt(2_000)).toBeCloseTo((start + end) / 2, 1)
    expect(centreAt(9_000)).toBeCloseTo(end, 1)
    expect(centreAt(1_000, { direction: 'back' })).toBeCloseTo(end, 1)
    expect(centreAt(1_000, { kind: 'ack', direction: 'back' })).toBeCloseTo(end, 1)
  })

  test('that nobody waits for is faint', () => {
    expect(flightShapes({ ...flight, late: true }, line, 0)[0]?.opacity).toBeLessThan(1)
  })
})
