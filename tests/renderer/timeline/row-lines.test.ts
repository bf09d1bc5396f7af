import { describe, expect, it } from 'vitest'
import { linesOf, rowHeight, STEP_ROW_PX } from '../../../src/renderer/timeline/row-lines'
import type { Step } from '../../../src/shared/engine/step'

const long = 'OrderCreated was delivered again to Card charge after its restart'
const step: Step = { seq: 7, atUs: 0, kind: 'event.redelivered', service: 'charging' }

describe('the height of a step’s row', () => {
  it('is one line where the sentence fits', () => {
    expect(linesOf(long, 800, false)).toBe(1)
    expect(rowHeight(step, long, 1_000)).toBe(STEP_ROW_PX)
  })

  it('is more where it does not, but never many', () => {
    expect(linesOf(long, 260, false)).toBe(2)
    expect(linesOf(long, 40, false)).toBe(3)
    expect(rowHeight(step, long, 434)).toBeGreaterThan(STEP_ROW_PX)
  })

  it('leaves room for the number of a cause far on in a long run', () => {
    const widths = Array.from({ length: 400 }, (_, px) => 400 + px)
    const lower = (cause: number) =>
      widths.filter((px) => rowHeight({ ...step, cause }, long, px) > STEP_ROW_PX).length
    expect(lower(9018) - lower(18)).toBe(14)
  })

  it('breaks between words, not in them', () => {
    const half = 'OrderCreated was delivered'
    expect(linesOf(`${half} ${half}`, 190, false)).toBe(2)
  })

  it('counts the wider letters of a failure', () => {
    const words = 'Card charge crashed before acknowledging'
    const widths = Array.from({ length: 400 }, (_, px) => px)
    expect(widths.some((px) => linesOf(words, px, true) > linesOf(words, px, false))).toBe(true)
  })

  it('is one line before the first layout', () => {
    expect(rowHeight(step, long, 0)).toBe(STEP_ROW_PX)
  })
})
