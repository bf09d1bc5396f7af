/** The round boxes: a drum that stands for a database, one that lies for a broker's queue. */
import type { Size } from '../scenario/place'
import { rounded } from './geometry'
import type { Ink, Shape, Stroke } from './shape'

export const OUTLINE: Stroke = { ink: 'ink', width: 1.5 }
/** How far a cubic's control points stand off for a quarter of an ellipse. */
const ARC = 0.5523

/** Half the height of a cylinder's lid. */
export function lidOf(size: Size): number {
  return Math.min(12, size.height / 6)
}

/** Half the width of a pipe's end. */
export function mouthOf(size: Size): number {
  return Math.min(12, size.width / 8)
}

/** Path text with its numbers rounded. */
function path(words: TemplateStringsArray, ...numbers: readonly number[]): string {
  return words
    .map((word, i) => word + (i < numbers.length ? rounded(numbers[i] ?? 0) : ''))
    .join('')
}

/** A drum standing: a database. */
export function cylinder(size: Size, fill: Ink): readonly Shape[] {
  const { width: w, height: h } = size
  const lid = lidOf(size)
  const half = w / 2
  const bulge = lid * ARC
  const side = half * ARC
  const low = h - lid
  const body = path`M0 ${lid}L0 ${low}C0 ${low + bulge} ${half - side} ${h} ${half} ${h}C${half + side} ${h} ${w} ${low + bulge} ${w} ${low}L${w} ${lid}`
  const top = path`M0 ${lid}C0 ${lid - bulge} ${half - side} 0 ${half} 0C${half + side} 0 ${w} ${lid - bulge} ${w} ${lid}C${w} ${lid + bulge} ${half + side} ${2 * lid} ${half} ${2 * lid}C${half - side} ${2 * lid} 0 ${lid + bulge} 0 ${lid}Z`
  return [
    { shape: 'path', d: body, fill, stroke: OUTLINE },
    { shape: 'path', d: top, fill, stroke: OUTLINE },
  ]
}

/** A pipe lying down: what goes in first comes out first. */
export function pipe(size: Size, fill: Ink): readonly Shape[] {
  const { width: w, height: h } = size
  const mouth = mouthOf(size)
  const half = h / 2
  const bulge = mouth * ARC
  const side = half * ARC
  const right = w - mouth
  const body = path`M${right} 0L${mouth} 0C${mouth - bulge} 0 0 ${half - side} 0 ${half}C0 ${half + side} ${mouth - bulge} ${h} ${mouth} ${h}L${right} ${h}`
  const end = path`M${right} 0C${right + bulge} 0 ${w} ${half - side} ${w} ${half}C${w} ${half + side} ${right + bulge} ${h} ${right} ${h}C${right - bulge} ${h} ${right - mouth} ${half + side} ${right - mouth} ${half}C${right - mouth} ${half - side} ${right - bulge} 0 ${right} 0Z`
  return [
    { shape: 'path', d: body, fill, stroke: OUTLINE },
    { shape: 'path', d: end, fill, stroke: OUTLINE },
  ]
}
