import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  evenTicks,
  keyTarget,
  positionAt,
  TICK_GAP_PX,
  thinned,
  xOf,
} from '../../../src/renderer/timeline/scrubber-scale'

const tracks = fc.record({
  last: fc.integer({ min: 0, max: 10_000 }),
  widthPx: fc.integer({ min: 120, max: 1_800 }),
})

describe('the scale of the scrubber', () => {
  it('has a tick for every step where there is room', () => {
    expect(evenTicks({ last: 4, widthPx: 420 })).toEqual([0, 1, 2, 3, 4])
  })

  it('thins ticks to round strides', () => {
    expect(evenTicks({ last: 1_000, widthPx: 420 }).slice(0, 3)).toEqual([0, 20, 40])
  })

  it('never draws ticks closer than the gap', () => {
    fc.assert(
      fc.property(tracks, (track) => {
        const xs = evenTicks(track).map((tick) => xOf(tick, track))
        for (const [i, x] of xs.entries()) {
          const before = xs[i - 1]
          if (before !== undefined) expect(x - before).toBeGreaterThanOrEqual(TICK_GAP_PX - 1e-9)
        }
      }),
    )
  })

  it('keeps marks apart and never loses a whole crowd', () => {
    const positions = fc
      .uniqueArray(fc.integer({ min: 0, max: 500 }))
      .map((all) => all.sort((a, b) => a - b))
    fc.assert(
      fc.property(positions, fc.integer({ min: 120, max: 900 }), (all, widthPx) => {
        const track = { last: 500, widthPx }
        const kept = thinned(all, track)
        for (const position of all) {
          const near = kept.some(
            (one) => Math.abs(xOf(one, track) - xOf(position, track)) < TICK_GAP_PX,
          )
          expect(near).toBe(true)
        }
      }),
    )
  })

  it('finds the position again that a place was drawn for', () => {
    fc.assert(
      fc.property(tracks, fc.nat(), (track, seed) => {
        const position = seed % (track.last + 1)
        expect(positionAt(xOf(position, track), track)).toBe(position)
      }),
    )
  })

  it('keeps within the run, however far the pointer or the keys go', () => {
    const track = { last: 19, widthPx: 400 }
    expect(positionAt(-500, track)).toBe(0)
    expect(positionAt(5_000, track)).toBe(19)
    expect(keyTarget('PageUp', 19, 19)).toBe(19)
    expect(keyTarget('ArrowLeft', 0, 19)).toBe(0)
    expect(keyTarget('End', 3, 19)).toBe(19)
    expect(keyTarget('a', 3, 19)).toBeUndefined()
  })
})
