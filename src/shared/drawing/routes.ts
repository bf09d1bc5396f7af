/** The way a line takes between its two attachments. */
import type { Point } from '../scenario/place'
import type { Attached } from './attachments'
import type { Curve, Piece } from './curve'
import { clamp, normalOf } from './geometry'

export interface Route {
  /** From border to border: what is hit, measured and travelled. */
  readonly whole: Curve
  /** What is stroked: stops before an end that covers the line. */
  readonly stroked: Curve
  /** Unit vectors of travel into the boxes at the start and at the end. */
  readonly intoStart: Point
  readonly intoEnd: Point
}

export interface RouteEnds {
  /** Board units left free for what stands at each end. */
  readonly trimStart: number
  readonly trimEnd: number
}

const CORNER_RADIUS = 10
const LOOP_REACH = 20
const LOOP_REACH_STEP = 1.6

function along(from: Point, direction: Point, by: number): Point {
  return { x: from.x + direction.x * by, y: from.y + direction.y * by }
}

function towards(from: Point, to: Point, otherwise: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return length === 0 ? otherwise : { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
}

function withEnds(start: Point, inner: Curve, end: Point): Curve {
  const last = inner.pieces[inner.pieces.length - 1]?.to ?? inner.start
  const pieces: Piece[] = []
  if (start.x !== inner.start.x || start.y !== inner.start.y) {
    pieces.push({ piece: 'line', to: inner.start })
  }
  pieces.push(...inner.pieces)
  if (end.x !== last.x || end.y !== last.y) pieces.push({ piece: 'line', to: end })
  return { start, pieces }
}

/** One smooth curve, straight where the ends face each other exactly. */
function curved(attached: Attached, ends: RouteEnds, isLoop: boolean): Route {
  const out = normalOf(attached.from.side)
  const back = normalOf(attached.to.side)
  const start = along(attached.from.point, out, ends.trimStart)
  const end = along(attached.to.point, back, ends.trimEnd)
  const dx = end.x - start.x
  const dy = end.y - start.y
  const isStraight = !isLoop && Math.abs(out.x * dy) + Math.abs(out.y * dx) < 0.01
  const piece: Piece = isStraight
    ? { piece: 'line', to: end }
    : cubic(start, end, out, back, isLoop ? loopPull(attached) : pull(dx, dy, out))
  const stroked: Curve = { start, pieces: [piece] }
  return {
    whole: withEnds(attached.from.point, stroked, attached.to.point),
    stroked,
    intoStart: { x: -out.x, y: -out.y },
    intoEnd: { x: -back.x, y: -back.y },
  }
}

function cubic(start: Point, end: Point, out: Point, back: Point, by: number): Piece {
  return { piece: 'cubic', c1: along(start, out, by), c2: along(end, back, by), to: end }
}

/** How far the curve goes on straight: half the gap, more where it has to turn in little room. */
function pull(dx: number, dy: number, out: Point): number {
  const ahead = Math.abs(dx * out.x + dy * out.y)
  const aside = Math.abs(dx * out.y) + Math.abs(dy * out.x)
  return clamp(Math.max(ahead * 0.5, Math.min(48, aside * 0.4)), 12, 260)
}

function loopPull(attached: Attached): number {
  const inset = attached.to.point.x - attached.from.point.x
  return LOOP_REACH + inset * LOOP_REACH_STEP
}

/** Straight pieces through the points, corners rounded. */
function led(attached: Attached, ends: RouteEnds, waypoints: readonly Point[]): Route {
  const all = [attached.from.point, ...waypoints, attached.to.point]
  const first = all[1] ?? attached.to.point
  const last = all[all.length - 2] ?? attached.from.point
  const outward = towards(attached.from.point, first, normalOf(attached.from.side))
  const inward = towards(last, attached.to.point, {
    x: -normalOf(attached.to.side).x,
    y: -normalOf(attached.to.side).y,
  })
  const start = along(attached.from.point, outward, ends.trimStart)
  const end = along(attached.to.point, inward, -ends.trimEnd)
  const points = [start, ...waypoints, end]
  const pieces: Piece[] = []
  for (let i = 1; i < points.length; i += 1) {
    const here = points[i]
    const before = points[i - 1]
    const after = points[i + 1]
    if (!here || !before) continue
    if (!after) {
      pieces.push({ piece: 'line', to: here })
      continue
    }
    pieces.push(...corner(before, here, after))
  }
  const stroked: Curve = { start, pieces }
  return {
    whole: withEnds(attached.from.point, stroked, attached.to.point),
    stroked,
    intoStart: { x: -outward.x, y: -outward.y },
    intoEnd: inward,
  }
}

function corner(before: Point, here: Point, after: Point): readonly Piece[] {
  const lengthIn = Math.hypot(here.x - before.x, here.y - before.y)
  const lengthOut = Math.hypot(after.x - here.x, after.y - here.y)
  const radius = Math.min(CORNER_RADIUS, lengthIn / 2, lengthOut / 2)
  if (radius < 0.5) return [{ piece: 'line', to: here }]
  const enter = along(here, towards(here, before, { x: 0, y: 0 }), radius)
  const leave = along(here, towards(here, after, { x: 0, y: 0 }), radius)
  const c1 = { x: enter.x + (here.x - enter.x) * 0.55, y: enter.y + (here.y - enter.y) * 0.55 }
  const c2 = { x: leave.x + (here.x - leave.x) * 0.55, y: leave.y + (here.y - leave.y) * 0.55 }
  return [
    { piece: 'line', to: enter },
    { piece: 'cubic', c1, c2, to: leave },
  ]
}

/** The route of a line: through its waypoints where it has any, else one curve, else a loop. */
export function routeOf(
  attached: Attached,
  ends: RouteEnds,
  isLoop: boolean,
  waypoints: readonly Point[] | undefined,
): Route {
  if (waypoints && waypoints.length > 0) return led(attached, ends, waypoints)
  return curved(attached, ends, isLoop)
}
