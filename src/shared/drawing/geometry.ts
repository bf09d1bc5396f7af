/** Points, boxes and what one asks of them. Board units everywhere; y grows downwards. */
import type { Point, Size } from '../scenario/place'
import type { Bounds } from './shape'

/** The sides of a box, clockwise. */
export type Side = 'top' | 'right' | 'bottom' | 'left'

const NORMALS: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
}

/** The unit vector that points out of a box through this side. */
export function normalOf(side: Side): Point {
  return NORMALS[side]
}

export function isHorizontal(side: Side): boolean {
  return side === 'left' || side === 'right'
}

export function boxAt(position: Point, size: Size): Bounds {
  return { x: position.x, y: position.y, width: size.width, height: size.height }
}

export function centreOf(box: Bounds): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** True when the two share more than a border; `gap` widens the first on every side. */
export function boundsOverlap(a: Bounds, b: Bounds, gap = 0): boolean {
  return (
    a.x - gap < b.x + b.width &&
    b.x < a.x + a.width + gap &&
    a.y - gap < b.y + b.height &&
    b.y < a.y + a.height + gap
  )
}

export function grown(box: Bounds, by: number): Bounds {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by }
}

export function movedBy(box: Bounds, x: number, y: number): Bounds {
  return { x: box.x + x, y: box.y + y, width: box.width, height: box.height }
}

export function containsPoint(box: Bounds, point: Point, tolerance = 0): boolean {
  return (
    point.x >= box.x - tolerance &&
    point.x <= box.x + box.width + tolerance &&
    point.y >= box.y - tolerance &&
    point.y <= box.y + box.height + tolerance
  )
}

export const EMPTY_BOUNDS: Bounds = { x: 0, y: 0, width: 0, height: 0 }

/** The smallest box around all of them; boxes of no extent count as points. Empty input: at the origin. */
export function unionOf(boxes: Iterable<Bounds>): Bounds {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const box of boxes) {
    if (box.x < left) left = box.x
    if (box.y < top) top = box.y
    if (box.x + box.width > right) right = box.x + box.width
    if (box.y + box.height > bottom) bottom = box.y + box.height
  }
  if (left > right) return EMPTY_BOUNDS
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The smallest box around points. Empty input: at the origin. */
export function boundsAround(points: readonly Point[]): Bounds {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const point of points) {
    if (point.x < left) left = point.x
    if (point.y < top) top = point.y
    if (point.x > right) right = point.x
    if (point.y > bottom) bottom = point.y
  }
  if (left > right) return EMPTY_BOUNDS
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Two decimals: a hundredth of a pixel is never seen and halves the size of an SVG. */
export function rounded(value: number): number {
  const result = Math.round(value * 100) / 100
  return result === 0 ? 0 : result
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
