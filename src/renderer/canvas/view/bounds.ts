/** Rectangles on the board: overlap, growth, union. Plain arithmetic over `Bounds`, nothing of a scenario. */
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point } from '../../../shared/scenario/place'

/** The rectangle between two corners, in whichever order they come. */
export function boundsBetween(a: Point, b: Point): Bounds {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}

/** Whether they share more than an edge. */
export function isOverlapping(a: Bounds, b: Bounds): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

export function isInside(inner: Bounds, outer: Bounds): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

export function isPointIn(point: Point, bounds: Bounds, tolerance = 0): boolean {
  return (
    point.x >= bounds.x - tolerance &&
    point.x <= bounds.x + bounds.width + tolerance &&
    point.y >= bounds.y - tolerance &&
    point.y <= bounds.y + bounds.height + tolerance
  )
}

/** Whether the straight way from `a` to `b` meets the rectangle: clipped side by side (Liang and Barsky 1984). */
export function isCrossing(a: Point, b: Point, bounds: Bounds): boolean {
  let enter = 0
  let leave = 1
  const clip = (delta: number, toLow: number, toHigh: number): boolean => {
    if (delta === 0) return toLow <= 0 && toHigh >= 0
    const [first, last] = [toLow / delta, toHigh / delta]
    enter = Math.max(enter, Math.min(first, last))
    leave = Math.min(leave, Math.max(first, last))
    return enter <= leave
  }
  return (
    clip(b.x - a.x, bounds.x - a.x, bounds.x + bounds.width - a.x) &&
    clip(b.y - a.y, bounds.y - a.y, bounds.y + bounds.height - a.y)
  )
}

/** Larger by `dx` on the left and on the right, by `dy` above and below. */
export function grown(bounds: Bounds, dx: number, dy = dx): Bounds {
  return {
    x: bounds.x - dx,
    y: bounds.y - dy,
    width: bounds.width + 2 * dx,
    height: bounds.height + 2 * dy,
  }
}

export function centreOf(bounds: Bounds): Point {
  return { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }
}

/** The smallest rectangle around all of them; undefined around none. */
export function unionOf(all: Iterable<Bounds>): Bounds | undefined {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const { x, y, width, height } of all) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  if (left > right) return undefined
  return { x: left, y: top, width: right - left, height: bottom - top }
}
