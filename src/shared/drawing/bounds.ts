/** What shapes cover, strokes and text included. Control points stand for curves: never too small. */
import { fontAscent, fontDescent, textWidth } from './font'
import { EMPTY_BOUNDS, grown, movedBy, unionOf } from './geometry'
import type { Bounds, PathShape, Shape, TextShape } from './shape'

const COMMAND = /([MLCQAZ])([^MLCQAZ]*)/g
const NUMBER = /-?\d*\.?\d+(?:e-?\d+)?/gi

function include(box: [number, number, number, number], x: number, y: number, by = 0): void {
  box[0] = Math.min(box[0], x - by)
  box[1] = Math.min(box[1], y - by)
  box[2] = Math.max(box[2], x + by)
  box[3] = Math.max(box[3], y + by)
}

/** The hull of a path's points; an arc's end is widened by its larger diameter. */
function pathBounds(shape: PathShape): Bounds {
  const box: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const [, command, text] of shape.d.matchAll(COMMAND)) {
    const numbers = (text?.match(NUMBER) ?? []).map(Number)
    if (command === 'A') {
      for (let i = 0; i + 6 < numbers.length; i += 7) {
        const radius = Math.max(numbers[i] ?? 0, numbers[i + 1] ?? 0)
        include(box, numbers[i + 5] ?? 0, numbers[i + 6] ?? 0, 2 * radius)
      }
      continue
    }
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      include(box, numbers[i] ?? 0, numbers[i + 1] ?? 0)
    }
  }
  if (box[0] > box[2]) return EMPTY_BOUNDS
  return { x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1] }
}

function textBounds(shape: TextShape): Bounds {
  const width = textWidth(shape.text, shape.sizePx, shape.font)
  const part = { start: 0, middle: 0.5, end: 1 }[shape.anchor]
  const ascent = fontAscent(shape.sizePx, shape.font)
  const height = ascent + fontDescent(shape.sizePx, shape.font)
  return { x: shape.x - part * width, y: shape.y - ascent, width, height }
}

function bareBounds(shape: Shape): Bounds {
  switch (shape.shape) {
    case 'rect':
      return { x: shape.x, y: shape.y, width: shape.width, height: shape.height }
    case 'circle':
      return {
        x: shape.cx - shape.r,
        y: shape.cy - shape.r,
        width: 2 * shape.r,
        height: 2 * shape.r,
      }
    case 'path':
      return pathBounds(shape)
    case 'text':
      return textBounds(shape)
    case 'group':
      return movedBy(boundsOf(shape.shapes), shape.x, shape.y)
  }
}

/** Everything one shape may paint. */
export function boundsOfShape(shape: Shape): Bounds {
  const bare = bareBounds(shape)
  const width = 'stroke' in shape && shape.stroke ? shape.stroke.width : 0
  // A mitred corner reaches further than half the width; twice is enough for every angle drawn here.
  return width === 0 ? bare : grown(bare, shape.shape === 'path' ? width : width / 2)
}

/** Everything shapes may paint; at the origin and without extent where there are none. */
export function boundsOf(shapes: readonly Shape[]): Bounds {
  return unionOf(shapes.map(boundsOfShape))
}
