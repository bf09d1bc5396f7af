/**
 * Who stands where, for placing labels: boxes that must not be covered and lines that had better not be.
 * Two make the same answers: a grid for a whole board, a plain list for the little that a move touches.
 */
import type { Point, Size } from '../scenario/place'
import { boundsOverlap } from './geometry'
import type { Bounds } from './shape'

/** How much of lines a box would cover, in steps of `POINT_STEP`. */
export interface Covered {
  readonly own: number
  readonly others: number
}

export interface Crowd {
  /** Adds a box that nothing may cover. */
  addBox(box: Bounds): void
  /** Adds a line; `owner` is its number. */
  addLine(points: readonly Point[], owner: number): void
  /** True when the box, widened by `gap`, would cover another. */
  isTaken(box: Bounds, gap: number): boolean
  covered(box: Bounds, owner: number): Covered
  /** A place to the right of everything: free whatever else is not. */
  beyond(size: Size, gap: number): Bounds
}

export const POINT_STEP = 12
/** However long a line is, it is looked at in no more steps than this a piece. */
const STEPS_MAX = 1_000

/** Visits points along a line, `POINT_STEP` apart. */
export function eachPoint(points: readonly Point[], visit: (x: number, y: number) => void): void {
  for (let i = 1; i < points.length; i += 1) {
    const from = points[i - 1]
    const to = points[i]
    if (!from || !to) continue
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const steps = Math.min(STEPS_MAX, Math.max(1, Math.ceil(Math.hypot(dx, dy) / POINT_STEP)))
    for (let step = 1; step <= steps; step += 1) {
      visit(from.x + (dx * step) / steps, from.y + (dy * step) / steps)
    }
  }
}

interface ListedLine {
  readonly points: readonly Point[]
  readonly bounds: Bounds
  readonly owner: number
}

/** A crowd that looks at everybody each time: nothing to build, right for a few questions. */
export class ListCrowd implements Crowd {
  private readonly boxes: Bounds[] = []
  private readonly lines: ListedLine[] = []

  addBox(box: Bounds): void {
    this.boxes.push(box)
  }

  addLine(points: readonly Point[], owner: number, bounds?: Bounds): void {
    this.lines.push({ points, owner, bounds: bounds ?? extentOf(points) })
  }

  isTaken(box: Bounds, gap: number): boolean {
    return this.boxes.some((other) => boundsOverlap(box, other, gap))
  }

  covered(box: Bounds, owner: number): Covered {
    let own = 0
    let others = 0
    for (const line of this.lines) {
      if (!boundsOverlap(box, line.bounds)) continue
      const steps = lengthWithin(line.points, box) / POINT_STEP
      if (line.owner === owner) own += steps
      else others += steps
    }
    return { own, others }
  }

  beyond(size: Size, gap: number): Bounds {
    const right = this.boxes.reduce((most, box) => Math.max(most, box.x + box.width), 0)
    return { x: Math.ceil(right + gap + 1), y: 0, ...size }
  }
}

/** How much of a line lies in a box. Clipping as Liang and Barsky, 1984. */
function lengthWithin(points: readonly Point[], box: Bounds): number {
  const right = box.x + box.width
  const bottom = box.y + box.height
  let within = 0
  for (let i = 1; i < points.length; i += 1) {
    const a = points[i - 1]
    const b = points[i]
    if (!a || !b) continue
    if ((a.x < box.x && b.x < box.x) || (a.x > right && b.x > right)) continue
    if ((a.y < box.y && b.y < box.y) || (a.y > bottom && b.y > bottom)) continue
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const alongX = clipped(a.x, dx, box.x, right)
    const alongY = clipped(a.y, dy, box.y, bottom)
    const part = Math.min(alongX[1], alongY[1]) - Math.max(alongX[0], alongY[0])
    if (part > 0) within += part * Math.hypot(dx, dy)
  }
  return within
}

/** The parts of the way, 0..1, at which a coordinate enters and leaves a range. */
function clipped(from: number, by: number, low: number, high: number): readonly [number, number] {
  if (by === 0) return from < low || from > high ? [1, 0] : [0, 1]
  const first = (low - from) / by
  const last = (high - from) / by
  return [Math.max(0, Math.min(first, last)), Math.min(1, Math.max(first, last))]
}

function extentOf(points: readonly Point[]): Bounds {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { x, y } of points) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  // One unit around, so that a line along one axis has an extent to be met.
  return { x: left - 1, y: top - 1, width: right - left + 2, height: bottom - top + 2 }
}
