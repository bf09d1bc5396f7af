/** The grid of the board: where a thing comes to rest. Board units. */
import type { Point } from '../../../shared/scenario/place'

export const GRID = 20

export function snapped(value: number, grid = GRID): number {
  // Adding 0 turns -0 into 0, which a scenario file would otherwise tell apart.
  return Math.round(value / grid) * grid + 0
}

export function snappedPoint(point: Point, isSnapping: boolean): Point {
  return isSnapping
    ? { x: snapped(point.x), y: snapped(point.y) }
    : { x: Math.round(point.x), y: Math.round(point.y) }
}

/**
 * How far a whole selection goes: the one thing under the pointer lands on the grid and the others keep
 * their distance to it, so that what was aligned stays aligned.
 */
export function snappedShift(anchor: Point, by: Point, isSnapping: boolean): Point {
  const target = snappedPoint({ x: anchor.x + by.x, y: anchor.y + by.y }, isSnapping)
  return { x: target.x - anchor.x, y: target.y - anchor.y }
}
