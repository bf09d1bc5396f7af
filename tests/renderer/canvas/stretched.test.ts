import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marginOf, stretchFor } from '../../../src/renderer/canvas/far/stretched'
import { toBoard, toScreen } from '../../../src/renderer/canvas/view/view'

const SIZE = { width: 1000, height: 600 }
const view = fc.record({
  x: fc.integer({ min: -400, max: 400 }),
  y: fc.integer({ min: -400, max: 400 }),
  zoom: fc.double({ min: 0.1, max: 2, noNaN: true }),
})
const place = fc.record({
  x: fc.integer({ min: 0, max: 1000 }),
  y: fc.integer({ min: 0, max: 600 }),
})

describe('a finished painting under another view', () => {
  it('puts every point of the board where the view has it', () => {
    fc.assert(
      fc.property(view, view, place, (painted, now, screen) => {
        const stretch = stretchFor(painted, now, SIZE)
        fc.pre(stretch !== null)
        const board = toBoard(now, screen)
        const margin = marginOf(SIZE)
        // Where the point is on the canvas, and where the stretched canvas shows it.
        const inside = toScreen(painted, board)
        const shown = {
          x: stretch.x - margin.x + stretch.scale * (inside.x + margin.x),
          y: stretch.y - margin.y + stretch.scale * (inside.y + margin.y),
        }
        expect(shown.x).toBeCloseTo(screen.x, 3)
        expect(shown.y).toBeCloseTo(screen.y, 3)
      }),
    )
  })

  it('serves only while it covers all that is shown', () => {
    const at = { x: 0, y: 0, zoom: 1 }
    const margin = marginOf(SIZE)
    expect(stretchFor(at, { ...at, x: margin.x }, SIZE)).not.toBeNull()
    expect(stretchFor(at, { ...at, x: margin.x + 1 }, SIZE)).toBeNull()
    expect(stretchFor(at, { ...at, x: -margin.x - 1 }, SIZE)).toBeNull()
    expect(stretchFor(at, { x: 0, y: 0, zoom: 0.5 }, SIZE)).toBeNull()
  })

  it('is as sharp as a fresh one where the view was only shifted by whole pixels', () => {
    const at = { x: 3, y: 4, zoom: 0.7 }
    expect(stretchFor(at, { ...at, x: 13 }, SIZE)?.isCrisp).toBe(true)
    expect(stretchFor(at, { ...at, zoom: 0.8 }, SIZE)?.isCrisp).toBe(false)
  })
})
