/** Fits a text into a width: cut with an ellipsis, or broken into lines. Knows widths, not shapes. */
import { type Font, textWidth } from './font'

const ELLIPSIS = '…'

/** The text, or as much of it as fits `widthMax` with an ellipsis. Never cuts a surrogate pair. */
export function ellipsised(text: string, widthMax: number, sizePx: number, font: Font): string {
  if (textWidth(text, sizePx, font) <= widthMax) return text
  const characters = [...text]
  let low = 0
  let high = characters.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const cut = `${characters.slice(0, middle).join('').trimEnd()}${ELLIPSIS}`
    if (textWidth(cut, sizePx, font) <= widthMax) low = middle
    else high = middle - 1
  }
  return `${characters.slice(0, low).join('').trimEnd()}${ELLIPSIS}`
}

/** How many characters from the start fit, at least one so that breaking always gets on. */
function fittingCount(characters: readonly string[], widthMax: number, sizePx: number, font: Font) {
  let width = 0
  let count = 0
  for (const character of characters) {
    width += textWidth(character, sizePx, font)
    if (width > widthMax) break
    count += 1
  }
  return Math.max(1, count)
}

function brokenParagraph(
  paragraph: string,
  widthMax: number,
  sizePx: number,
  font: Font,
): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/[ \t]+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, sizePx, font) <= widthMax) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    let rest = [...word]
    while (textWidth(rest.join(''), sizePx, font) > widthMax && rest.length > 1) {
      const count = fittingCount(rest, widthMax, sizePx, font)
      lines.push(rest.slice(0, count).join(''))
      rest = rest.slice(count)
    }
    line = rest.join('')
  }
  lines.push(line)
  return lines
}

/**
 * Breaks a text at spaces, and inside words too long for a line, into at most `linesMax` lines; what is
 * left over is told by an ellipsis at the end of the last.
 */
export function wrapped(
  text: string,
  widthMax: number,
  sizePx: number,
  font: Font,
  linesMax: number,
): readonly string[] {
  const lines: string[] = []
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    lines.push(...brokenParagraph(paragraph, widthMax, sizePx, font))
    if (lines.length > linesMax) break
  }
  if (lines.length <= linesMax) return lines
  const kept = lines.slice(0, linesMax)
  const last = kept[linesMax - 1] ?? ''
  kept[linesMax - 1] = ellipsised(`${last}${ELLIPSIS}${ELLIPSIS}`, widthMax, sizePx, font).replace(
    /…+$/,
    ELLIPSIS,
  )
  return kept
}
