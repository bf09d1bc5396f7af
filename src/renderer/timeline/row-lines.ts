/** How many lines a sentence of the step list takes, from the fonts' own widths: rows need no measuring. */
import { textWidth } from '../../shared/drawing/font'

export const SENTENCE_SIZE_PX = 13
/** A third line would say little that the first two do not; the whole sentence is the row's tooltip. */
const LINES_MAX = 2

/** 1 or 2, broken between words as the browser does. */
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
