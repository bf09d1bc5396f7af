import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Autosave } from '../../../src/renderer/state/autosave'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Mostly typing without a pause, for up to a minute and a half. */
const PAUSES = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 900 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1_000, max: 3_000 }) },
  ),
  { maxLength: 100, size: 'max' },
)

test('row 26: under any editing no change waits for five seconds, and a pause of one second keeps it', () => {
  fc.assert(
    fc.property(PAUSES, (pauses) => {
      const waits: number[] = []
      let unkept: number[] = []
      let idle = 0
      const autosave = new Autosave(() => {
        waits.push(...unkept.map((at) => Date.now() - at))
        unkept = []
      })
      for (const pause of pauses) {
        unkept.push(Date.now())
        autosave.changed()
        vi.advanceTimersByTime(pause)
        if (pause >= 1_000) {
          expect(unkept).toEqual([])
          idle += 1
        }
      }
      vi.advanceTimersByTime(5_000)
      expect(unkept).toEqual([])
      expect(waits).toHaveLength(pauses.length)
      expect(Math.max(0, ...waits)).toBeLessThan(5_000)
      expect(idle).toBeLessThanOrEqual(pauses.length)
    }),
  )
})

test('nothing is kept without a change, nor after it was cancelled', () => {
  let kept = 0
  const autosave = new Autosave(() => {
    kept += 1
  })
  autosave.flush()
  autosave.changed()
  autosave.cancel()
  vi.advanceTimersByTime(10_000)
  expect(kept).toBe(0)
  autosave.changed()
  autosave.flush()
  autosave.flush()
  expect(kept).toBe(1)
})
