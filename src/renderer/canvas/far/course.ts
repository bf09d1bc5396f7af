/**
 * Dashed courses, painted piece by piece: a software painter spends a hundred times longer on the dashes of a
 * long curve than on its line, most of them out of sight.
 */
import type { Bounds, Stroke } from '../../../shared/drawing/shape'
import type { Point } from '../../../shared/scenario/place'
import { grown, isOverlapping, unionOf } from '../view/bounds'

export interface Course {
  readonly points: readonly Point[]
  /** The way from the start to each point. */
  readonly lengths: readonly number[]
  readonly bounds: Bounds
  readonly stroke: Stroke
  readonly opacity: number
}

const CURVE_PIECES = 16

/** A path of absolute M, L and C as one polyline, in board units. */
export function courseOf(d: string, stroke: Stroke, opacity: number): Course {
  const points: Point[] = []
  for (const [, letter, numbers = ''] of d.matchAll(/([MLC])([^MLCZ]*)/g)) {
    const values = numbers
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const last = points.at(-1)
    if (letter === 'C' && last) addCurve(points, last, values)
    else for (let i = 0; i + 1 < values.length; i += 2) points.push(pointAt(values, i))
  }
  const lengths = [0]
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]]
    lengths.push((lengths[i - 1] ?? 0) + (a && b ? Math.hypot(b.x - a.x, b.y - a.y) : 0))
  }
  const around = unionOf(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })))
  const bounds = grown(around ?? { x: 0, y: 0, width: 0, height: 0 }, stroke.width)
  return { points, lengths, bounds, stroke, opacity }
}

function pointAt(values: readonly number[], at: number): Point {
  return { x: values[at] ?? 0, y: values[at + 1] ?? 0 }
}

function addCurve(points: Point[], start: Point, values: readonly number[]): void {
  let from = start
  for (let i = 0; i + 5 < values.length; i += 6) {
    const [a, b, to] = [pointAt(values, i), pointAt(values, i + 2), pointAt(values, i + 4)]
    for (let piece = 1; piece <= CURVE_PIECES; piece += 1) {
      const t = piece / CURVE_PIECES
      const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
      points.push({
        x: p * from.x + q * a.x + r * b.x + s * to.x,
        y: p * from.y + q * a.y + r * b.y + s * to.y,
      })
    }
    from = to
  }
}

/** The stretches of a course within bounds: from which point to which. */
export function stretchesWithin(
  { points }: Pick<Course, 'points'>,
  shown: Bounds,
): readonly { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number }[] = []
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]]
    if (!a || !b || !isPieceIn(a, b, shown)) continue
    const last = stretches.at(-1)
    if (last?.to === i - 1) last.to = i
    else stretches.push({ from: i - 1, to: i })
  }
  return stretches
}

function isPieceIn(a: Point, b: Point, shown: Bounds): boolean {
  return (
    Math.max(a.x, b.x) >= shown.x &&
    Math.min(a.x, b.x) <= shown.x + shown.width &&
    Math.max(a.y, b.y) >= shown.y &&
    Math.min(a.y, b.y) <= shown.y + shown.height
  )
}

/** A dash of nothing with round ends is a dot; square dots look the same and cost a tenth. */
function cheapDash({ dash = [], cap, width }: Stroke): number[] {
  if (cap !== 'round') return [...dash]
  return dash.map((length, at) => (at % 2 === 0 ? length + width : Math.max(0, length - width)))
}

/** Strokes what is in sight of a course; the caller has set colour and width. */
export function strokeCourse(
  context: CanvasRenderingContext2D,
  course: Course,
  shown: Bounds,
  isDashed: boolean,
): void {
  if (!isOverlapping(course.bounds, shown)) return
  context.setLineDash(isDashed ? cheapDash(course.stroke) : [])
  for (const { from, to } of stretchesWithin(course, shown)) {
    // The pattern goes on as if the line had been painted from its start.
    context.lineDashOffset = course.lengths[from] ?? 0
    context.beginPath()
    for (let i = from; i <= to; i += 1) {
      const point = course.points[i]
      if (point && i === from) context.moveTo(point.x, point.y)
      else if (point) context.lineTo(point.x, point.y)
    }
    context.stroke()
  }
  context.lineDashOffset = 0
}
