import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fittingScale,
  SCALE_MAX,
  SCALE_MIN,
  zoomed,
} from '../../../src/renderer/sequence/sequence-scale'

describe('the size of the sequence', () => {
  it('fits the width of the view', () => {
    expect(fittingScale(660, 600)).toBeCloseTo(1.1)
  })

  it('stays readable where the drawing is wider', () => {
    expect(fittingScale(300, 2_000)).toBe(0.9)
  })

  it('does not grow loud where there is much room, nor vanish before the first layout', () => {
    expect(fittingScale(2_000, 300)).toBe(1.2)
    expect(fittingScale(0, 300)).toBe(1)
  })

  it('keeps within its bounds however often it is zoomed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<'in' | 'out'>('in', 'out')), (turns) => {
        const scale = turns.reduce(zoomed, 1)
        expect(scale).toBeGreaterThanOrEqual(SCALE_MIN)
        expect(scale).toBeLessThanOrEqual(SCALE_MAX)
      }),
    )
  })
})
