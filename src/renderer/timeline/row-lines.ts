/** How high a row of the step list is, from the fonts' own widths: thousands of rows need no measuring. */
import { textWidth } from '../../shared/drawing/font'
import type { Step } from '../../shared/engine/step'
import { isFailure } from './step-groups'

const SENTENCE_SIZE_PX = 13
/** More lines would crowd out the other steps; the whole sentence is the row's tooltip too. */
const LINES_MAX = 3

/** 1 to 3, broken between words as the browser does. */
export function linesOf(sentence: string, widthPx: number, bold: boolean): number {
  const font = bold ? 'sans-semibold' : 'sans'
  if (textWidth(sentence, SENTENCE_SIZE_PX, font) <= widthPx) return 1
  const space = textWidth(' ', SENTENCE_SIZE_PX, font)
  let lines = 1
  let linePx = 0
  for (const word of sentence.split(' ')) {
    const wordPx = textWidth(word, SENTENCE_SIZE_PX, font)
    const longerPx = linePx === 0 ? wordPx : linePx + space + wordPx
    if (longerPx <= widthPx) {
      linePx = longerPx
      continue
    }
    if (linePx > 0) lines += 1
    linePx = wordPx
  }
  return Math.min(LINES_MAX, lines)
}

export const STEP_ROW_PX = 25
const LINE_PX = 18
/** What stands beside the sentence: paddings, time, picture, gaps and cause, and each digit of the number. */
const BESIDE_PX = 162
const DIGIT_PX = 8
/** A cause takes the room it always has until its number needs more: what is around its digits, and each of them. */
const CAUSE_MIN_PX = 34
const CAUSE_AROUND_PX = 22
const CAUSE_DIGIT_PX = 7

/** In CSS pixels, for a list of so many; step-list.css has the same measures. */
export function rowHeight(step: Step, sentence: string, listPx: number): number {
  const numberPx = DIGIT_PX * String(step.seq).length
  const sentencePx = listPx - BESIDE_PX - numberPx - causePx(step)
  // Before the first layout there is no width to break lines by.
  if (sentencePx <= 0) return STEP_ROW_PX
  return STEP_ROW_PX + (linesOf(sentence, sentencePx, isFailure(step)) - 1) * LINE_PX
}

/** What the number of a step's cause needs beyond the room that every row leaves for it. */
function causePx({ cause }: Step): number {
  if (cause === undefined) return 0
  const neededPx = CAUSE_AROUND_PX + CAUSE_DIGIT_PX * String(cause).length
  return Math.max(0, neededPx - CAUSE_MIN_PX)
}
