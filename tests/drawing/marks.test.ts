import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOfShape } from '../../src/shared/drawing/bounds'
import { withLengths } from '../../src/shared/drawing/curve'
import { flightShapes } from '../../src/shared/drawing/flight-shapes'
import type { LineDrawing } from '../../src/shared/drawing/line-layout'
import { layoutLines } from '../../src/shared/drawing/line-layout'
import { lineMarkShapes } from '../../src/shared/drawing/mark-shapes'
import { MarksAlong, marksAt } from '../../src/shared/drawing/marks'
import { serviceLayout } from '../../src/shared/drawing/service-box'
import type { Bounds } from '../../src/shared/drawing/shape'
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

  const boxAt = (atUs: number, more: Partial<Flight> = {}, along: LineDrawing = line) => {
    const [plate] = flightShapes({ ...flight, ...more }, along, atUs)
    if (!plate) throw new Error('nothing is drawn')
    return boundsOfShape(plate)
  }

  test('is where the virtual time says: beside the box it left, half-way, beside the box it came to', () => {
    const [start, end] = [line.attached.from.point.x, line.attached.to.point.x]
    const rightOf = ({ x, width }: Bounds) => x + width
    expect(boxAt(0).x - start).toBeGreaterThan(3)
    expect(boxAt(0).x - start).toBeLessThan(12)
    const half = boxAt(2_000)
    expect(half.x + half.width / 2).toBeCloseTo((start + end) / 2, -1)
    // The line is drawn as far as its arrowhead only.
    expect(end - rightOf(boxAt(9_000))).toBeGreaterThan(3)
    expect(end - rightOf(boxAt(9_000))).toBeLessThan(12)
    const back = { direction: 'back' } as const
    expect(boxAt(1_000, back)).toEqual(boxAt(9_000))
    expect(boxAt(9_000, back)).toEqual(boxAt(0))
    const ack = boxAt(1_000, { ...back, kind: 'ack' })
    expect(end - rightOf(ack)).toBeLessThan(12)
  })

  test('never hides a part of the two boxes, whichever way its line comes in', () => {
    for (const along of layoutLines(threeServices, 'en').values())
      for (const direction of ['forward', 'back'] as const)
        for (let atUs = 1_000; atUs <= 3_000; atUs += 100) {
          const message = boxAt(atUs, { direction }, along)
          for (const id of [along.from, along.to]) {
            const service = threeServices.services.find((one) => one.id === id) ?? never()
            const { size } = serviceLayout(service, 'en')
            const isOver =
              message.x < service.position.x + size.width &&
              service.position.x < message.x + message.width &&
              message.y < service.position.y + size.height &&
              service.position.y < message.y + message.height
            expect(isOver, `${along.id} ${direction} ${atUs}: ${id}`).toBe(false)
          }
        }
  })

  test('stays in the middle of a line shorter than itself', () => {
    const short = {
      ...line,
      ...withLengths([
        { x: 0, y: 0 },
        { x: 40, y: 0 },
      ]),
    }
    const { x, width } = boxAt(1_000, {}, short)
    expect(x + width / 2).toBeCloseTo(20, 0)
  })

  function never(): never {
    throw new Error('no such service')
  }

  test('that nobody waits for is faint', () => {
    expect(flightShapes({ ...flight, late: true }, line, 0)[0]?.opacity).toBeLessThan(1)
  })
})
