/** A run of straight and cubic pieces: its path text, its points, and the places along it. */
import type { Point } from '../scenario/place'
import { clamp, rounded } from './geometry'

export type Piece =
  | { readonly piece: 'line'; readonly to: Point }
  | { readonly piece: 'cubic'; readonly c1: Point; readonly c2: Point; readonly to: Point }

export interface Curve {
  readonly start: Point
  readonly pieces: readonly Piece[]
}

/** Points along a curve and the length of the way to each of them. */
export interface Polyline {
  readonly points: readonly Point[]
  /** `lengths[i]`: from the start to `points[i]`, in board units. */
  readonly lengths: readonly number[]
}

/** A place on a line and the unit vector of travel there. */
export interface Place {
  readonly point: Point
  readonly tangent: Point
}

function pair(point: Point): string {
  return `${rounded(point.x)} ${rounded(point.y)}`
}

/** The path text, absolute M, L and C only. */
export function curvePath(curve: Curve): string {
  let d = `M${pair(curve.start)}`
  for (const piece of curve.pieces) {
    d +=
      piece.piece === 'line'
        ? `L${pair(piece.to)}`
        : `C${pair(piece.c1)} ${pair(piece.c2)} ${pair(piece.to)}`
  }
  return d
}

/** The path text through points. */
export function polylinePath(points: readonly Point[]): string {
  return points.map((point, index) => `${index === 0 ? 'M' : 'L'}${pair(point)}`).join('')
}

const STEP_LENGTH = 10
const CUBIC_STEPS_MIN = 6
const CUBIC_STEPS_MAX = 40

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function cubicPoint(from: Point, piece: Extract<Piece, { piece: 'cubic' }>, t: number): Point {
  const u = 1 - t
  const a = u * u * u
  const b = 3 * u * u * t
  const c = 3 * u * t * t
  const d = t * t * t
  return {
    x: a * from.x + b * piece.c1.x + c * piece.c2.x + d * piece.to.x,
    y: a * from.y + b * piece.c1.y + c * piece.c2.y + d * piece.to.y,
  }
}

/** Straight pieces near enough to the curve for hit tests, bounds and moving messages. */
export function flattened(curve: Curve): Polyline {
  const points: Point[] = [curve.start]
  let from = curve.start
  for (const piece of curve.pieces) {
    if (piece.piece === 'cubic') {
      const reach =
        distance(from, piece.c1) + distance(piece.c1, piece.c2) + distance(piece.c2, piece.to)
      const steps = clamp(Math.ceil(reach / STEP_LENGTH), CUBIC_STEPS_MIN, CUBIC_STEPS_MAX)
      for (let i = 1; i < steps; i += 1) points.push(cubicPoint(from, piece, i / steps))
    }
    if (piece.to.x !== from.x || piece.to.y !== from.y) points.push(piece.to)
    from = piece.to
  }
  return withLengths(points)
}

export function withLengths(points: readonly Point[]): Polyline {
  const lengths: number[] = []
  let length = 0
  let last = points[0]
  for (const point of points) {
    if (last) length += distance(last, point)
    lengths.push(length)
    last = point
  }
  return { points, lengths }
}

export function totalLength(line: Polyline): number {
  return line.lengths[line.lengths.length - 1] ?? 0
}

/** The place `t` (0..1, clamped) of the way along. A line of no length is all at its start. */
export function placeAlong(line: Polyline, t: number): Place {
  const { points, lengths } = line
  const wanted = clamp(t, 0, 1) * totalLength(line)
  let low = 1
  let high = points.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lengths[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  const a = points[low - 1] ?? { x: 0, y: 0 }
  const b = points[low] ?? a
  const span = distance(a, b)
  if (span === 0) return { point: a, tangent: { x: 1, y: 0 } }
  const part = clamp((wanted - (lengths[low - 1] ?? 0)) / span, 0, 1)
  return {
    point: { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part },
    tangent: { x: (b.x - a.x) / span, y: (b.y - a.y) / span },
  }
}

/** How far a point is from the nearest place on the line. */
export function distanceTo(line: Polyline, point: Point): number {
  const { points } = line
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < points.length; i += 1) {
    const a = points[i - 1] ?? points[i]
    const b = points[i]
    if (!a || !b) continue
    const dx = b.x - a.x
    const dy = b.y - a.y
    const square = dx * dx + dy * dy
    const along = square === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / square
    const part = clamp(along, 0, 1)
    const gap = Math.hypot(point.x - a.x - part * dx, point.y - a.y - part * dy)
    if (gap < least) least = gap
  }
  return least
}

/** The points moved sideways by `by` (to the right of travel where positive): one rail of a double line. */
export function besides(line: Polyline, by: number): readonly Point[] {
  const { points } = line
  return points.map((point, i) => {
    const before = points[i - 1] ?? point
    const after = points[i + 1] ?? point
    const length = distance(before, after)
    if (length === 0) return point
    return {
      x: point.x - ((after.y - before.y) / length) * by,
      y: point.y + ((after.x - before.x) / length) * by,
    }
  })
}
