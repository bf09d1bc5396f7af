import fc from 'fast-check'
import { expect, it } from 'vitest'
import { liveFrame } from '../../../src/renderer/canvas/far/live-frame'
import { toScreen } from '../../../src/renderer/canvas/view/view'

const SIZE = { width: 1000, height: 600 }
const NO_SIZE = { width: 0, height: 0 }
const view = fc.record({
  x: fc.integer({ min: -400, max: 400 }),
  y: fc.integer({ min: -400, max: 400 }),
  zoom: fc.double({ min: 0.1, max: 2, noNaN: true }),
})
const box = fc.record({
  x: fc.integer({ min: -2000, max: 2000 }),
  y: fc.integer({ min: -2000, max: 2000 }),
  width: fc.integer({ min: 1, max: 900 }),
  height: fc.integer({ min: 1, max: 900 }),
})

it('shows every point of what is dragged that is in sight, and nothing outside the board', () => {
  fc.assert(
    fc.property(view, box, fc.double({ min: 0, max: 1, noNaN: true }), (at, around, share) => {
      const point = toScreen(at, {
        x: around.x + share * around.width,
        y: around.y + share * around.height,
      })
      const frame = liveFrame(around, at, SIZE, NO_SIZE)
      const isSeen = point.x > 0 && point.y > 0 && point.x < SIZE.width && point.y < SIZE.height
      if (isSeen) expect(frame).not.toBeNull()
      fc.pre(frame !== null)
      const { x, y, width, height } = frame
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(SIZE.width)
      expect(y + height).toBeLessThanOrEqual(SIZE.height)
      if (!isSeen) return
      expect(point.x).toBeGreaterThanOrEqual(x)
      expect(point.x).toBeLessThanOrEqual(x + width)
      expect(point.y).toBeGreaterThanOrEqual(y)
      expect(point.y).toBeLessThanOrEqual(y + height)
    }),
  )
})

it('keeps its size while what is dragged comes near the edge of the board', () => {
  const around = { x: 400, y: 200, width: 100, height: 60 }
  const at = { x: 0, y: 0, zoom: 1 }
  const first = liveFrame(around, at, SIZE, NO_SIZE)
  const last = first && liveFrame({ ...around, x: 980, y: 590 }, at, SIZE, first)
  expect(last).toMatchObject({ width: first?.width, height: first?.height })
})
