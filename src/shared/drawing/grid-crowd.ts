/**
 * The crowd of a whole board: cells over its extent, what stands in them in chains of numbers. A question
 * costs the same on a board of ten and of five thousand, and no object is made for what is asked about.
 */
import type { Point, Size } from '../scenario/place'
import { type Covered, type Crowd, eachPoint } from './crowd'
import { boundsOverlap } from './geometry'
import type { Bounds } from './shape'

const CELL_MIN = 64
const CELLS_MAX = 65_536
/** A box over more cells than this is looked at each time: an absurd size must not fill the chains. */
const BOX_CELLS_MAX = 1_024

/** A growing column of numbers. */
class Column {
  private values = new Float64Array(1_024)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Float64Array(this.length * 2)
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.length] = value
    this.length += 1
  }

  at(index: number): number {
    return this.values[index] ?? 0
  }
}

export class GridCrowd implements Crowd {
  private readonly cell: number
  private readonly columns: number
  private readonly rows: number
  /** Per cell the newest link of its chain, -1 for none: of points, and of boxes. */
  private readonly pointHeads: Int32Array
  private readonly boxHeads: Int32Array
  private readonly pointX = new Column()
  private readonly pointY = new Column()
  private readonly pointOwner = new Column()
  private readonly pointNext = new Column()
  private readonly boxIndex = new Column()
  private readonly boxNext = new Column()
  private readonly boxes: Bounds[] = []
  private readonly large: Bounds[] = []

  /** `extent`: about what the board covers; what stands outside is counted to the cells at its edge. */
  constructor(private readonly extent: Bounds) {
    const area = Math.max(1, extent.width * extent.height)
    const long = Math.max(extent.width, extent.height)
    this.cell = Math.max(CELL_MIN, Math.sqrt(area / CELLS_MAX), (long * 4) / CELLS_MAX)
    this.columns = Math.max(1, Math.ceil(extent.width / this.cell))
    this.rows = Math.max(1, Math.ceil(extent.height / this.cell))
    this.pointHeads = new Int32Array(this.columns * this.rows).fill(-1)
    this.boxHeads = new Int32Array(this.columns * this.rows).fill(-1)
  }

  private column(x: number): number {
    const column = Math.floor((x - this.extent.x) / this.cell)
    return column < 0 ? 0 : column >= this.columns ? this.columns - 1 : column
  }

  private row(y: number): number {
    const row = Math.floor((y - this.extent.y) / this.cell)
    return row < 0 ? 0 : row >= this.rows ? this.rows - 1 : row
  }

  addBox(box: Bounds): void {
    const [left, right] = [this.column(box.x), this.column(box.x + box.width)]
    const [top, bottom] = [this.row(box.y), this.row(box.y + box.height)]
    const index = this.boxes.push(box) - 1
    if ((right - left + 1) * (bottom - top + 1) > BOX_CELLS_MAX) {
      this.large.push(box)
      return
    }
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const cell = row * this.columns + column
        this.boxIndex.push(index)
        this.boxNext.push(this.boxHeads[cell] ?? -1)
        this.boxHeads[cell] = this.boxIndex.length - 1
      }
    }
  }

  addLine(points: readonly Point[], owner: number): void {
    eachPoint(points, (x, y) => {
      const cell = this.row(y) * this.columns + this.column(x)
      this.pointX.push(x)
      this.pointY.push(y)
      this.pointOwner.push(owner)
      this.pointNext.push(this.pointHeads[cell] ?? -1)
      this.pointHeads[cell] = this.pointX.length - 1
    })
  }

  isTaken(box: Bounds, gap: number): boolean {
    if (this.large.some((other) => boundsOverlap(box, other, gap))) return true
    const [left, right] = [this.column(box.x - gap), this.column(box.x + box.width + gap)]
    const [top, bottom] = [this.row(box.y - gap), this.row(box.y + box.height + gap)]
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        let link = this.boxHeads[row * this.columns + column] ?? -1
        while (link >= 0) {
          const other = this.boxes[this.boxIndex.at(link)]
          if (other && boundsOverlap(box, other, gap)) return true
          link = this.boxNext.at(link)
        }
      }
    }
    return false
  }

  covered(box: Bounds, owner: number): Covered {
    let own = 0
    let others = 0
    const [x2, y2] = [box.x + box.width, box.y + box.height]
    const [left, right] = [this.column(box.x), this.column(x2)]
    const [top, bottom] = [this.row(box.y), this.row(y2)]
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        let link = this.pointHeads[row * this.columns + column] ?? -1
        while (link >= 0) {
          const x = this.pointX.at(link)
          const y = this.pointY.at(link)
          if (x >= box.x && x <= x2 && y >= box.y && y <= y2) {
            if (this.pointOwner.at(link) === owner) own += 1
            else others += 1
          }
          link = this.pointNext.at(link)
        }
      }
    }
    return { own, others }
  }

  beyond(size: Size, gap: number): Bounds {
    const right = this.boxes.reduce((most, box) => Math.max(most, box.x + box.width), 0)
    return { x: Math.ceil(right + gap + 1), y: 0, ...size }
  }
}
