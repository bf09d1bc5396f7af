/**
 * How wide a text is, from the bundled fonts' own advance widths: the same number on the board, in an SVG
 * and in a PNG. The fonts carry no kerning and no ligatures, so that a text is the sum of its characters.
 */
import metrics from '../../../resources/fonts/metrics.json'
import type { TextShape } from './shape'

export type Font = TextShape['font']

export interface FontFace {
  readonly family: string
  readonly weight: number
  /** The file's name in resources/fonts. */
  readonly file: string
}

interface Face extends FontFace {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly missing: number
  readonly runs: readonly { readonly from: number; readonly advances: readonly number[] }[]
}

const FACES: Readonly<Record<Font, Face>> = metrics

/** Family, weight and file of each font: what CSS, SVG and the rasteriser are told. */
export const FONT_FAMILIES: Readonly<Record<Font, FontFace>> = FACES

const BASIC_PLANE = 0x10000

/** First and last: ideographs, Hangul, full-width forms. Another font draws them, one em wide. */
const WIDE = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xff00, 0xff60],
] as const

function advancesOf(face: Face): Uint16Array {
  const advances = new Uint16Array(BASIC_PLANE).fill(face.missing)
  for (const [first, last] of WIDE) advances.fill(face.unitsPerEm, first, last + 1)
  for (const run of face.runs) advances.set(run.advances, run.from)
  return advances
}

const ADVANCES: Readonly<Record<Font, Uint16Array>> = {
  sans: advancesOf(FACES.sans),
  'sans-semibold': advancesOf(FACES['sans-semibold']),
  mono: advancesOf(FACES.mono),
}

/** Width in the unit of `sizePx` of one line of text; a character the font lacks counts as one em at most. */
export function textWidth(text: string, sizePx: number, font: Font): number {
  const advances = ADVANCES[font]
  const unitsPerEm = FACES[font].unitsPerEm
  let units = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    // The second half of a surrogate pair adds nothing: the first has counted one em.
    if (code >= 0xdc00 && code <= 0xdfff) continue
    units += code >= 0xd800 && code <= 0xdbff ? unitsPerEm : (advances[code] ?? 0)
  }
  return (units * sizePx) / unitsPerEm
}

/** Height above the baseline, in the unit of `sizePx`. */
export function fontAscent(sizePx: number, font: Font): number {
  return (FACES[font].ascent * sizePx) / FACES[font].unitsPerEm
}

/** Depth below the baseline, in the unit of `sizePx`. */
export function fontDescent(sizePx: number, font: Font): number {
  return (FACES[font].descent * sizePx) / FACES[font].unitsPerEm
}
