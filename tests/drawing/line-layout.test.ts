import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOverlap } from '../../src/shared/drawing/geometry'
import {
  hitLine,
  type Lines,
  layoutLines,
  placeMoreLabels,
  pointAlong,
  relayoutLines,
} from '../../src/shared/drawing/line-layout'
import { serviceExtent } from '../../src/shared/drawing/service-shapes'
import type { Scenario } from '../../src/shared/scenario/scenario'
import type { Service } from '../../src/shared/scenario/service'
import { scenarios } from '../support/arbitraries'
import { everyProtocol, threeServices } from '../support/drawing-samples'

const board = scenarios({ services: 8, connections: 20, stimuli: 0, actions: 0 })

function labelsOf(lines: Lines) {
  return [...lines.values()].map((line) => line.label.box).filter((box) => box.width > 0)
}

function expectLabelsApart(scenario: Scenario, lines: Lines): void {
  const labels = labelsOf(lines)
  const boxes = scenario.services.map((service) => serviceExtent(service, 'en'))
  labels.forEach((label, index) => {
    expect(labels.slice(index + 1).filter((other) => boundsOverlap(label, other))).toEqual([])
    expect(boxes.filter((box) => boundsOverlap(label, box))).toEqual([])
  })
}

function moved(scenario: Scenario, id: string, x: number, y: number): Scenario {
  return {
    ...scenario,
    services: scenario.services.map((service) =>
      service.id === id
        ? { ...service, position: { x: service.position.x + x, y: service.position.y + y } }
        : service,
    ),
  }
}

describe('labels', () => {
  test('never overlap each other nor any box', () => {
    fc.assert(
      fc.property(board, (scenario) => {
        expectLabelsApart(scenario, layoutLines(scenario, 'en'))
      }),
    )
  })

  test('keep apart when a box is dragged over them', () => {
    const delta = fc.integer({ min: -600, max: 600 })
    fc.assert(
      fc.property(board, fc.nat(), delta, delta, (scenario, nth, x, y) => {
        const id = scenario.services[nth % scenario.services.length]?.id ?? ''
        const next = moved(scenario, id, x, y)
        const lines = relayoutLines(layoutLines(scenario, 'en'), next, new Set([id]), 'en')
        expectLabelsApart(next, lines)
      }),
    )
  })

  test('find room on a crowded board', () => {
    const services = Array.from({ length: 36 }, (_, i): Service => {
      const position = { x: (i % 6) * 190, y: Math.floor(i / 6) * 80 }
      return { id: `s${i}`, kind: 'service', name: `Service ${i}`, position }
    })
    const connections = Array.from({ length: 120 }, (_, i) => ({
      id: `c${i}`,
      from: `s${(i * 7) % 36}`,
      to: `s${(i * 13 + 5) % 36}`,
      protocol: 'rest' as const,
      operation: 'POST /orders',
    }))
    const scenario: Scenario = { dryrun: 1, title: '', services, connections }
    expectLabelsApart(scenario, layoutLines(scenario, 'en'))
  })
})

describe('ways', () => {
  test('are the same for the same drawing', () => {
    fc.assert(
      fc.property(board, (scenario) => {
        const again: Scenario = JSON.parse(JSON.stringify(scenario))
        expect([...layoutLines(again, 'ru')]).toEqual([...layoutLines(scenario, 'ru')])
      }),
    )
  })

  test('after a move are those of a new layout', () => {
    const delta = fc.integer({ min: -600, max: 600 })
    fc.assert(
      fc.property(board, fc.nat(), delta, delta, (scenario, nth, x, y) => {
        const id = scenario.services[nth % scenario.services.length]?.id ?? ''
        const next = moved(scenario, id, x, y)
        const lines = relayoutLines(layoutLines(scenario, 'en'), next, new Set([id]), 'en')
        const fresh = layoutLines(next, 'en')
        expect([...lines.values()].map((line) => [line.id, line.path])).toEqual(
          [...fresh.values()].map((line) => [line.id, line.path]),
        )
      }),
    )
  })

  test('of services that a move does not concern stay as they are', () => {
    const before = layoutLines(everyProtocol, 'en')
    const next = moved(everyProtocol, 'from-rest', -40, -30)
    const after = relayoutLines(before, next, new Set(['from-rest']), 'en')
    const changed = [...after.values()].filter((line) => before.get(line.id) !== line)
    expect(changed.map((line) => line.id)).toEqual(['rest'])
  })

  test('of a request and its response keep apart, and so do their ends', () => {
    const lines = layoutLines(everyProtocol, 'en')
    const there = lines.get('there')
    const back = lines.get('back')
    expect(there && back && there.path !== back.path).toBe(true)
    expect(there?.attached.from.point).not.toEqual(back?.attached.to.point)
    expect(there?.attached.to.point).not.toEqual(back?.attached.from.point)
  })

  test('of many lines on one side end at different points', () => {
    const services: Service[] = [
      { id: 'hub', kind: 'service', name: 'Hub', position: { x: 0, y: 300 } },
      ...Array.from(
        { length: 6 },
        (_, i): Service => ({
          id: `s${i}`,
          kind: 'service',
          name: `S${i}`,
          position: { x: 400, y: i * 110 },
        }),
      ),
    ]
    const connections = Array.from({ length: 6 }, (_, i) => ({
      id: `c${i}`,
      from: 'hub',
      to: `s${i}`,
      protocol: 'rest' as const,
    }))
    const lines = layoutLines({ dryrun: 1, title: '', services, connections }, 'en')
    const heights = [...lines.values()].map((line) => line.attached.from.point.y)
    expect(new Set(heights).size).toBe(6)
    expect([...heights].sort((a, b) => a - b)).toEqual(heights)
  })

  test('of a self-loop go out of the box and come back', () => {
    const loop = layoutLines(everyProtocol, 'en').get('loop')
    expect(loop?.bounds.width).toBeGreaterThan(40)
    expect(loop?.attached.from.side).toBe('top')
    expect(loop?.attached.to.side).toBe('right')
  })

  test('lead through their waypoints', () => {
    const led = layoutLines(everyProtocol, 'en').get('led')
    expect(led && hitLine(led, { x: 950, y: 900 }, 3)).toBe(true)
  })

  test('are absolute M, L and C only', () => {
    for (const line of layoutLines(everyProtocol, 'en').values()) {
      expect(line.path).toMatch(/^M[-\d. ]+([LC][-\d. ]+)+$/)
    }
  })

  test('have the same labels whether placed at once, a piece at a time, or half and half', () => {
    fc.assert(
      fc.property(board, fc.nat(30), (scenario, pieces) => {
        const whole = layoutLines(scenario, 'en')
        const wanted = [...whole.values()].map(({ label, bounds }) => [label.box, bounds])
        const parts = layoutLines(scenario, 'en')
        for (let piece = 0; piece < pieces && placeMoreLabels(parts); piece += 1);
        expect([...parts.values()].map(({ label, bounds }) => [label.box, bounds])).toEqual(wanted)
        expect(placeMoreLabels(parts)).toBe(false)
      }),
    )
  })

  test('know how far they reach without their labels before those have a place', () => {
    const lines = layoutLines(threeServices, 'en')
    for (const { points, wayBounds } of lines.values()) {
      for (const { x, y } of points) {
        expect(boundsOverlap({ x, y, width: 0, height: 0 }, wayBounds)).toBe(true)
      }
    }
    // None of that has placed one.
    expect(placeMoreLabels(lines)).toBe(true)
  })

  test('of a line without a service at one end are left out', () => {
    const orphan = { id: 'x', from: 'orders', to: 'nobody', protocol: 'rest' as const }
    const connections = [...threeServices.connections, orphan]
    const lines = layoutLines({ ...threeServices, connections }, 'en')
    expect([...lines.keys()]).toEqual(['place', 'store', 'tell', 'bill'])
  })
})

describe('places along a line', () => {
  test('run from the sender to the receiver, and back', () => {
    const line = layoutLines(threeServices, 'en').get('bill')
    if (!line) throw new Error('no line')
    expect(pointAlong(line, 0, 'forward')).toEqual(line.attached.from.point)
    expect(pointAlong(line, 1, 'forward')).toEqual(line.attached.to.point)
    expect(pointAlong(line, 0, 'back')).toEqual(line.attached.to.point)
    expect(pointAlong(line, 7, 'back')).toEqual(line.attached.from.point)
  })

  test('are hit on the line and its label, and nowhere else', () => {
    const line = layoutLines(threeServices, 'en').get('bill')
    if (!line) throw new Error('no line')
    expect(hitLine(line, pointAlong(line, 0.3, 'forward'), 1)).toBe(true)
    const { x, y } = line.label.box
    expect(hitLine(line, { x: x + 2, y: y + 2 }, 0)).toBe(true)
    expect(hitLine(line, { x: 0, y: 0 }, 8)).toBe(false)
  })
})
