import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resizedBounds } from '../../../src/renderer/canvas/gestures/resized-bounds'
import {
  GRID,
  snapped,
  snappedPoint,
  snappedShift,
} from '../../../src/renderer/canvas/gestures/snap'

const whole = fc.integer({ min: -5000, max: 5000 })
const point = fc.record({ x: whole, y: whole })

describe('the grid', () => {
  it('takes a point to the nearest crossing, and never to minus zero', () => {
    expect(snappedPoint({ x: 31, y: -49 }, true)).toEqual({ x: 40, y: -40 })
    expect(Object.is(snapped(-4), 0)).toBe(true)
  })

  it('lands the thing under the pointer on the grid, wherever it stood before', () => {
    fc.assert(
      fc.property(point, point, (anchor, by) => {
        const shift = snappedShift(anchor, by, true)
        expect(Math.abs((anchor.x + shift.x) % GRID)).toBe(0)
        expect(Math.abs((anchor.y + shift.y) % GRID)).toBe(0)
        expect(Math.abs(shift.x - by.x)).toBeLessThanOrEqual(GRID / 2)
      }),
    )
  })

  it('suspended, lands on whole units', () => {
    expect(snappedShift({ x: 3, y: 7 }, { x: 10.4, y: 2.6 }, false)).toEqual({ x: 10, y: 3 })
  })
})

describe('pulling a corner', () => {
  const box = { x: 100, y: 100, width: 200, height: 100 }

  it('leaves the opposite corner where it is', () => {
    fc.assert(
      fc.property(point, fc.constantFrom('nw', 'ne', 'sw', 'se'), (to, grip) => {
        const next = resizedBounds(box, grip, to)
        if (grip.endsWith('w')) expect(next.x + next.width).toBe(300)
        else expect(next.x).toBe(100)
        if (grip.startsWith('n')) expect(next.y + next.height).toBe(200)
        else expect(next.y).toBe(100)
        expect(next.width).toBeGreaterThanOrEqual(40)
        expect(next.height).toBeGreaterThanOrEqual(40)
      }),
    )
  })
})
