import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCrossing, isInside, unionOf } from '../../../src/renderer/canvas/view/bounds'
import {
  shownBounds,
  toBoard,
  toScreen,
  viewFitting,
  viewFittingBeside,
  viewRevealing,
  ZOOM_MAX,
  ZOOM_MIN,
  zoomedAt,
  zoomMinFor,
  zoomRung,
} from '../../../src/renderer/canvas/view/view'

const coordinate = fc.double({ min: -10_000, max: 10_000, noNaN: true })
const point = fc.record({ x: coordinate, y: coordinate })
const view = fc.record({
  x: coordinate,
  y: coordinate,
  zoom: fc.double({ min: ZOOM_MIN, max: ZOOM_MAX, noNaN: true }),
})
const size = { width: 1200, height: 800 }

describe('looking at a board', () => {
  it('brings a point to the screen and back', () => {
    fc.assert(
      fc.property(view, point, (from, at) => {
        const back = toBoard(from, toScreen(from, at))
        expect(back.x).toBeCloseTo(at.x, 4)
        expect(back.y).toBeCloseTo(at.y, 4)
      }),
    )
  })

  it('keeps what is under the pointer there while it zooms', () => {
    fc.assert(
      fc.property(view, point, fc.double({ min: 0.01, max: 9, noNaN: true }), (from, at, zoom) => {
        const zoomed = zoomedAt(from, at, zoom)
        const screen = toScreen(zoomed, toBoard(from, at))
        expect(screen.x).toBeCloseTo(at.x, 2)
        expect(screen.y).toBeCloseTo(at.y, 2)
        expect(zoomed.zoom).toBeGreaterThanOrEqual(ZOOM_MIN)
        expect(zoomed.zoom).toBeLessThanOrEqual(ZOOM_MAX)
      }),
    )
  })

  it('fits a drawing whole, and a small one not larger than life', () => {
    const large = { x: -500, y: 40, width: 6000, height: 900 }
    expect(isInside(large, shownBounds(viewFitting(large, size), size))).toBe(true)
    expect(viewFitting({ x: 0, y: 0, width: 100, height: 50 }, size).zoom).toBe(1)
  })

  it('fits a drawing so that no service lies under what covers the corner', () => {
    const covered = { width: 178, height: 126 }
    const box = fc.record({
      x: fc.integer({ min: -2_000, max: 2_000 }),
      y: fc.integer({ min: -2_000, max: 2_000 }),
      width: fc.constant(180),
      height: fc.constant(72),
    })
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 12 }), (boxes) => {
        const whole = unionOf(boxes)
        if (!whole) return
        const fitted = viewFittingBeside(whole, boxes, size, covered)
        expect(isInside(whole, shownBounds(fitted, size))).toBe(true)
        const corner = toBoard(fitted, {
          x: size.width - covered.width,
          y: size.height - covered.height,
        })
        for (const { x, y, width, height } of boxes) {
          expect(x + width > corner.x && y + height > corner.y).toBe(false)
        }
      }),
    )
  })

  it('can be zoomed out far enough to see five thousand services', () => {
    const whole = { x: 0, y: 0, width: 30_000, height: 12_000 }
    const zoomMin = zoomMinFor(whole, size)
    expect(zoomMin).toBeLessThan(ZOOM_MIN)
    const shown = shownBounds(viewFitting(whole, size, zoomMin), size)
    expect(isInside(whole, shown)).toBe(true)
    expect(zoomMinFor(undefined, size)).toBe(ZOOM_MIN)
  })

  it('goes by rungs that have 100 % among them', () => {
    expect(zoomRung(1, 'in')).toBeCloseTo(1.25)
    expect(zoomRung(1.25, 'out')).toBeCloseTo(1)
    expect(zoomRung(0.93, 'in')).toBeCloseTo(1)
    expect(zoomRung(1.1, 'out')).toBeCloseTo(1)
  })

  it('does not move to reveal what is in sight', () => {
    const from = { x: 0, y: 0, zoom: 1 }
    expect(viewRevealing(from, { x: 300, y: 300, width: 100, height: 60 }, size)).toBe(from)
  })

  it('moves no more than needed to reveal what is not', () => {
    const from = { x: 0, y: 0, zoom: 1 }
    const right = viewRevealing(from, { x: 1190, y: 300, width: 100, height: 60 }, size)
    expect(right).toEqual({ x: -130, y: 0, zoom: 1 })
    const wide = { x: -4000, y: 0, width: 8000, height: 100 }
    expect(isInside(wide, shownBounds(viewRevealing(from, wide, size), size))).toBe(true)
  })
})

describe('a straight way', () => {
  const box = { x: 100, y: 100, width: 200, height: 50 }

  it('meets a box that it runs through, and not one beside it', () => {
    expect(isCrossing({ x: 0, y: 120 }, { x: 900, y: 120 }, box)).toBe(true)
    expect(isCrossing({ x: 0, y: 0 }, { x: 400, y: 260 }, box)).toBe(true)
    expect(isCrossing({ x: 0, y: 160 }, { x: 900, y: 160 }, box)).toBe(false)
    expect(isCrossing({ x: 0, y: 120 }, { x: 90, y: 120 }, box)).toBe(false)
    expect(isCrossing({ x: 90, y: 160 }, { x: 310, y: 190 }, box)).toBe(false)
  })
})
