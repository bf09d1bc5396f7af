import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guidesAt, objectSnap } from '../../../src/renderer/canvas/gestures/object-snap'
import type { Bounds } from '../../../src/shared/drawing/shape'

const box = (x: number, y: number, width = 100, height = 60): Bounds => ({ x, y, width, height })
const ground = (...boxes: readonly Bounds[]) => ({ lines: boxes, boxes })
const moved = (a: Bounds, by: { x: number; y: number }) => ({ ...a, x: a.x + by.x, y: a.y + by.y })

const boxes = fc.record({
  x: fc.integer({ min: -600, max: 600 }),
  y: fc.integer({ min: -600, max: 600 }),
  width: fc.integer({ min: 20, max: 300 }),
  height: fc.integer({ min: 20, max: 300 }),
})

describe('snapping to what stands near', () => {
  it('brings an edge or a middle into line, within the tolerance and not beyond', () => {
    const near = objectSnap(box(300, 5), ground(box(0, 0)), 8)
    expect(near).toEqual({ by: { x: 0, y: -5 }, caught: { x: false, y: true } })
    const far = objectSnap(box(300, 20), ground(box(0, 0)), 8)
    expect(far.caught).toEqual({ x: false, y: false })
  })

  it('takes the nearest of several', () => {
    const snap = objectSnap(box(300, 5), ground(box(0, 0), box(0, 7)), 8)
    expect(snap.by.y).toBe(2)
  })

  it('makes a gap as wide as the neighbours’ gap, beside them and between them', () => {
    const two = ground(box(0, 0), box(150, 0))
    expect(objectSnap(box(304, 3), two, 8).by).toEqual({ x: -4, y: -3 })
    expect(objectSnap(box(-155, 0), two, 8).by.x).toBe(5)
    const apart = ground(box(0, 0), box(400, 0))
    // 300 of room, 100 wide: a hundred on either side.
    expect(objectSnap(box(206, 0), apart, 8).by.x).toBe(-6)
  })

  it('shows the equal gaps and the lines of where the thing came to rest', () => {
    const guides = guidesAt(box(300, 0), ground(box(0, 0), box(150, 0)))
    const gaps = guides.filter((guide) => guide.guide === 'gap')
    expect(gaps.map(({ from, to }) => to - from)).toEqual([50, 50])
    const level = guides.filter((guide) => guide.guide === 'line' && guide.axis === 'y')
    expect(level).toHaveLength(3)
    expect(level.every((guide) => guide.from === 0 && guide.to === 400)).toBe(true)
  })

  it('never moves a thing further than the tolerance, and rests where it snapped', () => {
    fc.assert(
      fc.property(boxes, fc.array(boxes, { maxLength: 12 }), (moving, others) => {
        const tolerance = 8
        const near = ground(...others)
        const { by, caught } = objectSnap(moving, near, tolerance)
        expect(Math.abs(by.x)).toBeLessThanOrEqual(tolerance)
        expect(Math.abs(by.y)).toBeLessThanOrEqual(tolerance)
        const rest = moved(moving, by)
        const axes = guidesAt(rest, near).map(({ axis }) => axis)
        // What was caught along x is shown: by a line, or by the gaps that the move across has left equal.
        const again = objectSnap(rest, near, tolerance)
        if (caught.x && again.by.x === 0) expect(axes).toContain('x')
        if (caught.y && again.by.y === 0) expect(axes).toContain('y')
      }),
    )
  })

  it('is at rest once in line on both axes: a second snap moves nothing', () => {
    fc.assert(
      fc.property(boxes, fc.array(boxes, { maxLength: 8 }), (moving, others) => {
        const lines = { lines: others, boxes: [] }
        const rest = moved(moving, objectSnap(moving, lines, 8).by)
        expect(objectSnap(rest, lines, 8).by).toEqual({ x: 0, y: 0 })
      }),
    )
  })
})
