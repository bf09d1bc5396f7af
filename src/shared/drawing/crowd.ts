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
export function eachPoint(
  points: readonly Point[],
  visit: (x: number, y: number) => void,
): void {
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
    const right = box.x + box.width
    const bottom = box.y + box.height
    for (const line of this.lines) {
      if (!boundsOverlap(box, line.bounds)) continue
      eachPoint(line.points, (x, y) => {
        if (x < box.x || x > right || y < box.y || y > bottom) return
        if (line.owner === owner) own += 1
        else others += 1
      })
    }
    return { own, others }
  }

  beyond(size: Size, gap: number): Bounds {
    const right = this.boxes.reduce((most, box) => Math.max(most, box.x + box.width), 0)
    return { x: Math.ceil(right + gap + 1), y: 0, ...size }
  }
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
