/**
 * A way of level and upright pieces from one box to another around all others: the shortest with few turns,
 * found on the lattice of the lines beside the boxes (A*, Hart, Nilsson and Raphael 1968). Pure.
 */
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point } from '../../../shared/scenario/place'
import { centreOf, grown, isOverlapping, unionOf } from '../view/bounds'

/** What a way keeps from boxes, tried in this order. Board units. */
const CLEARANCES = [16, 9, 4] as const
/** A turn costs as much as this much of way. */
const TURN_COST = 60
/** How far around the two ends the boxes are looked at. */
const REGION = 260
/** A lattice of more boxes than this takes too long for one line. */
const BOXES_MAX = 120
const CORNER_ROOM = 12

type Step = 'level' | 'upright'

/** A place just off a side, straight across from where the line attaches. */
interface Port {
  readonly at: Point
  readonly leaves: Step
}

/**
 * The points to lead a line through; undefined where there is no way, or too much stands around to look for one.
 * `aside` moves the ends along their sides, so that lines between crowded boxes keep apart.
 */
export function squareRoute(
  from: Bounds,
  to: Bounds,
  others: readonly Bounds[],
  aside = 0,
): Point[] | undefined {
  // Between boxes that lie on each other there is no between.
  if (isOverlapping(from, to)) return undefined
  const region = grown(unionOf([from, to]) ?? from, REGION)
  const near = others.filter((box) => isOverlapping(box, region))
  if (near.length > BOXES_MAX) return undefined
  for (const clearance of CLEARANCES) {
    const route = routeAt(from, to, near, clearance, aside)
    if (route) return route
  }
  return undefined
}

function routeAt(
  from: Bounds,
  to: Bounds,
  others: readonly Bounds[],
  clearance: number,
  aside: number,
): Point[] | undefined {
  const walls = [from, to, ...others].map((box) => grown(box, clearance - 1))
  const isFree = (point: Point) => !walls.some((wall) => isWithin(point, wall))
  const starts = portsOf(from, clearance, aside).filter(({ at }) => isFree(at))
  const ends = portsOf(to, clearance, aside).filter(({ at }) => isFree(at))
  if (starts.length === 0 || ends.length === 0) return undefined
  const ports = [...starts, ...ends].map(({ at }) => at)
  const borders = [from, to, ...others].map((box) => grown(box, clearance))
  const xs = lattice([...ports.map(({ x }) => x), ...borders.flatMap((b) => [b.x, b.x + b.width])])
  const ys = lattice([...ports.map(({ y }) => y), ...borders.flatMap((b) => [b.y, b.y + b.height])])
  const way = shortest({ xs, ys, walls, starts, ends })
  return way && cornersOf(way)
}

function isWithin(point: Point, box: Bounds): boolean {
  return (
    point.x > box.x &&
    point.x < box.x + box.width &&
    point.y > box.y &&
    point.y < box.y + box.height
  )
}

function lattice(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b)
}

function portsOf(box: Bounds, clearance: number, aside: number): readonly Port[] {
  const { x, y } = centreOf(box)
  const along = (length: number) => {
    const most = Math.max(0, length / 2 - CORNER_ROOM)
    return Math.round(Math.max(-most, Math.min(most, aside)))
  }
  const [dx, dy] = [along(box.width), along(box.height)]
  return [
    { at: { x: box.x + box.width + clearance, y: y + dy }, leaves: 'level' },
    { at: { x: box.x - clearance, y: y + dy }, leaves: 'level' },
    { at: { x: x + dx, y: box.y + box.height + clearance }, leaves: 'upright' },
    { at: { x: x + dx, y: box.y - clearance }, leaves: 'upright' },
  ]
}

interface Search {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly walls: readonly Bounds[]
  readonly starts: readonly Port[]
  readonly ends: readonly Port[]
}

/** States are crossings of the lattice, twice: come to levelly or uprightly. */
function shortest({ xs, ys, walls, starts, ends }: Search): Point[] | undefined {
  const stateOf = ({ at, leaves }: Port) =>
    (ys.indexOf(at.y) * xs.length + xs.indexOf(at.x)) * 2 + (leaves === 'level' ? 0 : 1)
  const goals = new Set(ends.map(stateOf))
  const costs = new Map<number, number>()
  const cameFrom = new Map<number, number>()
  const queue = new Queue()
  const pointOf = (state: number): Point => {
    const crossing = state >> 1
    return { x: xs[crossing % xs.length] ?? 0, y: ys[Math.floor(crossing / xs.length)] ?? 0 }
  }
  const left = (point: Point) =>
    ends.reduce(
      (least, { at }) => Math.min(least, Math.abs(at.x - point.x) + Math.abs(at.y - point.y)),
      Number.POSITIVE_INFINITY,
    )
  for (const start of starts) {
    const state = stateOf(start)
    costs.set(state, 0)
    queue.push(left(start.at), state)
  }
  const offer = (state: number, before: number, cost: number) => {
    if (cost >= (costs.get(state) ?? Number.POSITIVE_INFINITY)) return
    costs.set(state, cost)
    cameFrom.set(state, before)
    queue.push(cost + left(pointOf(state)), state)
  }
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    if (goals.has(state)) return wayTo(state, cameFrom, pointOf)
    const cost = costs.get(state) ?? 0
    const here = pointOf(state)
    const [column, row] = [(state >> 1) % xs.length, Math.floor((state >> 1) / xs.length)]
    offer(state ^ 1, state, cost + TURN_COST)
    const isLevel = (state & 1) === 0
    for (const by of [-1, 1]) {
      const [nextColumn, nextRow] = isLevel ? [column + by, row] : [column, row + by]
      const [x, y] = [xs[nextColumn], ys[nextRow]]
      if (x === undefined || y === undefined || isWalled(here, { x, y }, walls)) continue
      const step = Math.abs(x - here.x) + Math.abs(y - here.y)
      offer((nextRow * xs.length + nextColumn) * 2 + (state & 1), state, cost + step)
    }
  }
  return undefined
}

function isWalled(a: Point, b: Point, walls: readonly Bounds[]): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
  return walls.some(
    (wall) =>
      left < wall.x + wall.width && right > wall.x && top < wall.y + wall.height && bottom > wall.y,
  )
}

function wayTo(
  goal: number,
  cameFrom: ReadonlyMap<number, number>,
  pointOf: (state: number) => Point,
): Point[] {
  const way: Point[] = []
  for (let state: number | undefined = goal; state !== undefined; state = cameFrom.get(state)) {
    way.push(pointOf(state))
  }
  return way.reverse()
}

/** The ends and the turns of a way, without what lies straight between. */
function cornersOf(way: readonly Point[]): Point[] {
  const corners: Point[] = []
  for (const point of way) {
    const last = corners.at(-1)
    if (last && last.x === point.x && last.y === point.y) continue
    const before = corners.at(-2)
    const isStraight =
      last &&
      before &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (isStraight) corners.pop()
    corners.push(point)
  }
  return corners
}

/** Smallest first; a binary heap of numbers. */
class Queue {
  private readonly keys: number[] = []
  private readonly states: number[] = []

  push(key: number, state: number): void {
    let at = this.keys.length
    this.keys.push(key)
    this.states.push(state)
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.key(above) <= key) break
      this.swap(at, above)
      at = above
    }
  }

  pop(): number | undefined {
    const first = this.states[0]
    const lastKey = this.keys.pop()
    const lastState = this.states.pop()
    if (lastKey === undefined || lastState === undefined || this.keys.length === 0) return first
    this.keys[0] = lastKey
    this.states[0] = lastState
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const least =
        left + 1 < this.keys.length && this.key(left + 1) < this.key(left) ? left + 1 : left
      if (least >= this.keys.length || this.key(least) >= this.key(at)) return first
      this.swap(at, least)
      at = least
    }
  }

  private key(at: number): number {
    return this.keys[at] ?? Number.POSITIVE_INFINITY
  }

  private swap(a: number, b: number): void {
    const [key, state] = [this.key(a), this.states[a] ?? 0]
    this.keys[a] = this.key(b)
    this.states[a] = this.states[b] ?? 0
    this.keys[b] = key
    this.states[b] = state
  }
}
