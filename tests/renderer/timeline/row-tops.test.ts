import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowAt, rowTops } from '../../../src/renderer/timeline/row-tops'

const heights = fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 60 })

describe('where rows stand', () => {
  it('is each under the one before, the last top being the end of them all', () => {
    expect(rowTops([25, 43, 25])).toEqual([0, 25, 68, 93])
    expect(rowTops([])).toEqual([0])
  })

  it('tells the row at every place of the list, and what is above and past it', () => {
    fc.assert(
      fc.property(heights, fc.nat(6_000), (rows, px) => {
        const tops = rowTops(rows)
        const row = rowAt(tops, px)
        expect(tops[row] ?? Number.NaN).toBeLessThanOrEqual(px)
        expect(tops[row + 1] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(px)
      }),
    )
    expect(rowAt(rowTops([25]), -1)).toBe(-1)
  })
})
