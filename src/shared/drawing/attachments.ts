/**
 * Where on the boxes' borders the lines end: spread along a side in the order of what they lead to, so that
 * parallel lines, and requests beside their responses, keep apart and do not cross.
 */
import type { Point } from '../scenario/place'
import { centreOf, clamp, isHorizontal, type Side } from './geometry'
import type { Bounds } from './shape'
import { facingSides, type Sides } from './sides'

/** A line as far as attaching goes: the numbers of its services, and the points it is led through. */
export interface Link {
  readonly from: number
  readonly to: number
  readonly waypoints: readonly Point[] | undefined
}

export interface Attachment {
  readonly side: Side
  readonly point: Point
}

export interface Attached {
  readonly from: Attachment
  readonly to: Attachment
}

const CORNER_ROOM = 14
const GAP_MAX = 26
/** Parallel lines rather bend than come closer than this. */
const GAP_MIN = 14
/** A self-loop leaves at the top, near the right corner, and comes back on the right. */
const LOOP_FROM_CORNER = 18
const LOOP_STEP = 15

interface SideList {
  /** Line numbers in order along the side, and the coordinate of each along the side. */
  readonly lines: readonly number[]
  readonly gap: number
}

type SideLists = Readonly<Record<Side, SideList>>

function rangeOf(box: Bounds, side: Side): readonly [number, number] {
  return isHorizontal(side) ? [box.y, box.y + box.height] : [box.x, box.x + box.width]
}

function pointOn(box: Bounds, side: Side, along: number): Point {
  switch (side) {
    case 'left':
      return { x: box.x, y: along }
    case 'right':
      return { x: box.x + box.width, y: along }
    case 'top':
      return { x: along, y: box.y }
    case 'bottom':
      return { x: along, y: box.y + box.height }
  }
}

/** The end of a line that is led through points: straight across from its nearest one. */
function towards(box: Bounds, point: Point): Attachment {
  const right = box.x + box.width
  const bottom = box.y + box.height
  const inX = point.x >= box.x && point.x <= right
  const inY = point.y >= box.y && point.y <= bottom
  const centre = centreOf(box)
  if (inX && !inY) {
    const side = point.y < centre.y ? 'top' : 'bottom'
    return { side, point: pointOn(box, side, point.x) }
  }
  if (inY && !inX) {
    const side = point.x < centre.x ? 'left' : 'right'
    return { side, point: pointOn(box, side, point.y) }
  }
  const sideways = Math.abs(point.x - centre.x) / box.width
  const upright = Math.abs(point.y - centre.y) / box.height
  if (sideways >= upright) {
    const side = point.x < centre.x ? 'left' : 'right'
    return { side, point: pointOn(box, side, clamp(point.y, box.y + 8, bottom - 8)) }
  }
  const side = point.y < centre.y ? 'top' : 'bottom'
  return { side, point: pointOn(box, side, clamp(point.x, box.x + 8, right - 8)) }
}

/** Attaches lines to boxes; side lists are made once a service, when a line first asks. */
export class Attacher {
  private readonly lists = new Map<number, SideLists>()

  constructor(
    private readonly links: readonly Link[],
    private readonly boxes: readonly Bounds[],
    /** The lines of each service, self-loops once, in drawn order. */
    private readonly linksOf: readonly (readonly number[])[],
  ) {}

  attached(line: number): Attached | undefined {
    const link = this.links[line]
    if (!link) return undefined
    const from = this.boxes[link.from]
    const to = this.boxes[link.to]
    if (!from || !to) return undefined
    const first = link.waypoints?.[0]
    const last = link.waypoints?.[link.waypoints.length - 1]
    if (first && last) return { from: towards(from, first), to: towards(to, last) }
    if (link.from === link.to) return this.looped(line, link, from)
    return this.facing(line, link, from, to)
  }

  private facing(line: number, link: Link, from: Bounds, to: Bounds): Attached {
    const sides = facingSides(from, to)
    const here = this.listsOf(link.from)[sides.from]
    const there = this.listsOf(link.to)[sides.to]
    const [along, across] = this.aligned(line, here, there, sides, from, to)
    return {
      from: { side: sides.from, point: pointOn(from, sides.from, along) },
      to: { side: sides.to, point: pointOn(to, sides.to, across) },
    }
  }

  /** Coordinates of both ends along their sides: equal where the line can be straight. */
  private aligned(
    line: number,
    here: SideList,
    there: SideList,
    sides: Sides,
    from: Bounds,
    to: Bounds,
  ): readonly [number, number] {
    const rangeHere = rangeOf(from, sides.from)
    const rangeThere = rangeOf(to, sides.to)
    const low = Math.max(rangeHere[0], rangeThere[0]) + CORNER_ROOM
    const high = Math.min(rangeHere[1], rangeThere[1]) - CORNER_ROOM
    const a = slotOf(here, line, rangeHere)
    const b = slotOf(there, line, rangeThere)
    const isBundle =
      here.lines.length === there.lines.length && here.lines.every((l, i) => l === there.lines[i])
    if (isBundle) {
      const steps = here.lines.length - 1
      const room = steps === 0 ? GAP_MAX : (high - low) / steps
      const gap = Math.min(here.gap, there.gap, room)
      if (high < low || (steps > 0 && gap < GAP_MIN)) return [a, b]
      const spread = (gap * steps) / 2
      const middle = (rangeHere[0] + rangeHere[1] + rangeThere[0] + rangeThere[1]) / 4
      const centre = clamp(middle, low + spread, high - spread)
      const slot = centre + (here.lines.indexOf(line) - steps / 2) * gap
      return [slot, slot]
    }
    if (there.lines.length === 1 && a >= low && a <= high) return [a, a]
    if (here.lines.length === 1 && b >= low && b <= high) return [b, b]
    return [a, b]
  }

  private looped(line: number, link: Link, box: Bounds): Attached {
    let nth = 0
    for (const other of this.linksOf[link.from] ?? []) {
      if (other === line) break
      const earlier = this.links[other]
      if (earlier && earlier.from === earlier.to) nth += 1
    }
    const inset = LOOP_FROM_CORNER + nth * LOOP_STEP
    const x = box.x + box.width - Math.min(inset, box.width - 6)
    const y = box.y + Math.min(inset, box.height - 6)
    return {
      from: { side: 'top', point: { x, y: box.y } },
      to: { side: 'right', point: { x: box.x + box.width, y } },
    }
  }

  private listsOf(service: number): SideLists {
    const known = this.lists.get(service)
    if (known) return known
    const made = this.madeLists(service)
    this.lists.set(service, made)
    return made
  }

  private madeLists(service: number): SideLists {
    const found: Record<Side, { line: number; key: number }[]> = {
      top: [],
      right: [],
      bottom: [],
      left: [],
    }
    const box = this.boxes[service]
    for (const line of this.linksOf[service] ?? []) {
      const link = this.links[line]
      if (!link || !box || link.from === link.to || link.waypoints?.length) continue
      const isFrom = link.from === service
      const other = this.boxes[isFrom ? link.to : link.from]
      if (!other) continue
      const side = isFrom ? facingSides(box, other).from : facingSides(other, box).to
      const centre = centreOf(other)
      found[side].push({ line, key: isHorizontal(side) ? centre.y : centre.x })
    }
    const list = (side: Side): SideList => {
      const lines = found[side].sort((a, b) => a.key - b.key || a.line - b.line).map((e) => e.line)
      const [low, high] = box ? rangeOf(box, side) : [0, 0]
      const room = Math.max(0, high - low - 2 * CORNER_ROOM)
      return { lines, gap: lines.length > 1 ? Math.min(GAP_MAX, room / (lines.length - 1)) : 0 }
    }
    return { top: list('top'), right: list('right'), bottom: list('bottom'), left: list('left') }
  }
}

function slotOf(list: SideList, line: number, [low, high]: readonly [number, number]): number {
  const index = list.lines.indexOf(line)
  return (low + high) / 2 + (index - (list.lines.length - 1) / 2) * list.gap
}
