/**
 * Who stands where, for placing labels: boxes that must not be covered and line points that had better not
 * be. A grid of cells, so that a question costs the same on a board of ten and of five thousand.
 */
import type { Point, Size } from '../scenario/place'
import { boundsOverlap } from './geometry'
import type { Bounds } from './shape'

const CELL = 64
const ROW = 1 << 21

/** A box over more cells than this is kept in a list of its own: an absurd size must not fill the grid. */
const CELLS_MAX = 4_096
const POINTS_MAX = 400
const POINT_STEP = 10

function cellOf(x: number, y: number): number {
  return (Math.floor(x / CELL) + ROW / 2) * ROW + Math.floor(y / CELL) + ROW / 2
}

export class Crowd {
  private readonly boxes = new Map<number, Bounds[]>()
  private readonly points = new Map<number, number[]>()
  private readonly large: Bounds[] = []
  private right = 0

  /** Adds a box that nothing may cover. */
  addBox(box: Bounds): void {
    this.right = Math.max(this.right, box.x + box.width)
    if ((box.width / CELL + 2) * (box.height / CELL + 2) > CELLS_MAX) {
      this.large.push(box)
      return
    }
    this.eachCell(box, (cell) => {
      const list = this.boxes.get(cell)
      if (list) list.push(box)
      else this.boxes.set(cell, [box])
      return false
    })
  }

  /** Adds a line's points: `owner` is its number. */
  addPoints(points: readonly Point[], owner: number): void {
    let last: Point | undefined
    for (const point of points) {
      const length = last ? Math.hypot(point.x - last.x, point.y - last.y) : 0
      const steps = Math.min(POINTS_MAX, Math.max(1, Math.ceil(length / POINT_STEP)))
      for (let i = 1; i <= steps; i += 1) {
        const part = i / steps
        const from = last ?? point
        this.addPoint(from.x + (point.x - from.x) * part, from.y + (point.y - from.y) * part, owner)
      }
      last = point
    }
  }

  private addPoint(x: number, y: number, owner: number): void {
    const cell = cellOf(x, y)
    const list = this.points.get(cell)
    if (list) list.push(x, y, owner)
    else this.points.set(cell, [x, y, owner])
  }

  /** True when the box, widened by `gap`, would cover another. */
  isTaken(box: Bounds, gap: number): boolean {
    const left = box.x - gap
    const top = box.y - gap
    const wide = { x: left, y: top, width: box.width + 2 * gap, height: box.height + 2 * gap }
    if (this.large.some((other) => boundsOverlap(wide, other))) return true
    return this.eachCell(wide, (cell) => {
      const list = this.boxes.get(cell)
      return list?.some((other) => boundsOverlap(wide, other)) ?? false
    })
  }

  /** A place to the right of everything: free whatever else is not. */
  beyond(size: Size, gap: number): Bounds {
    return { x: Math.ceil(this.right + gap + 1), y: 0, ...size }
  }

  /** How many points of lines the box would cover: those of `owner` and those of others. */
  covered(box: Bounds, owner: number): { own: number; others: number } {
    let own = 0
    let others = 0
    const right = box.x + box.width
    const bottom = box.y + box.height
    this.eachCell(box, (cell) => {
      const list = this.points.get(cell)
      if (!list) return false
      for (let i = 0; i < list.length; i += 3) {
        const x = list[i] ?? 0
        const y = list[i + 1] ?? 0
        if (x < box.x || x > right || y < box.y || y > bottom) continue
        if (list[i + 2] === owner) own += 1
        else others += 1
      }
      return false
    })
    return { own, others }
  }

  /** Visits the cells a box touches until `visit` says stop; true when it did. */
  private eachCell(box: Bounds, visit: (cell: number) => boolean): boolean {
    const left = Math.floor(box.x / CELL)
    const right = Math.floor((box.x + box.width) / CELL)
    const top = Math.floor(box.y / CELL)
    const bottom = Math.floor((box.y + box.height) / CELL)
    for (let x = left; x <= right; x += 1) {
      for (let y = top; y <= bottom; y += 1) {
        if (visit((x + ROW / 2) * ROW + y + ROW / 2)) return true
      }
    }
    return false
  }
}
