/** The points that a line is led through, as one takes hold of them: those there are, and those there may be. Pure. */
import { placeAlong } from '../../../shared/drawing/curve'
import type { LineDrawing } from '../../../shared/drawing/line-layout'
import type { Point } from '../../../shared/scenario/place'

/** A segment shorter than this has no room for a handle in its middle. Board units. */
const SEGMENT_MIN = 40

export interface Bend {
  /** The place among the waypoints that a new one here takes. */
  readonly index: number
  readonly at: Point
}

/** Where a line that has these waypoints can be bent: the middle of each of its segments. */
export function bendsOf(line: LineDrawing, waypoints: readonly Point[]): readonly Bend[] {
  if (waypoints.length === 0) return [{ index: 0, at: placeAlong(line, 0.5).point }]
  const points = [line.attached.from.point, ...waypoints, line.attached.to.point]
  return points.flatMap((to, index) => {
    const from = points[index - 1]
    if (!from || Math.hypot(to.x - from.x, to.y - from.y) < SEGMENT_MIN) return []
    return [{ index: index - 1, at: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } }]
  })
}

/**
 * A waypoint brought into line with its neighbours where it is within `tolerance` of one, axis by axis: the
 * pieces next to it become level or upright.
 */
export function squared(
  point: Point,
  neighbours: readonly Point[],
  tolerance: number,
): { readonly point: Point; readonly caught: { readonly x: boolean; readonly y: boolean } } {
  const near = (axis: 'x' | 'y') =>
    neighbours
      .map((one) => one[axis])
      .filter((at) => Math.abs(at - point[axis]) <= tolerance)
      .sort((a, b) => Math.abs(a - point[axis]) - Math.abs(b - point[axis]))[0]
  const [x, y] = [near('x'), near('y')]
  return {
    point: { x: x ?? point.x, y: y ?? point.y },
    caught: { x: x !== undefined, y: y !== undefined },
  }
}

/** Points that bend nothing are dropped: those on the straight way between their neighbours. */
export function withoutIdle(points: readonly Point[], start: Point, end: Point): Point[] {
  const kept: Point[] = []
  points.forEach((point, index) => {
    const before = kept.at(-1) ?? start
    const after = points[index + 1] ?? end
    const length = Math.hypot(after.x - before.x, after.y - before.y)
    const across =
      (after.x - before.x) * (before.y - point.y) - (before.x - point.x) * (after.y - before.y)
    const isBetween =
      Math.hypot(point.x - before.x, point.y - before.y) <= length &&
      Math.hypot(point.x - after.x, point.y - after.y) <= length
    const isIdle = length === 0 || (isBetween && Math.abs(across) / length < 1)
    if (!isIdle) kept.push(point)
  })
  return kept
}
