/** One line as drawn: its way, its strokes, its label, and where along it a point or a pointer is. */

import type { ConnectionId, ServiceId } from '../base/ids'
import type { Connection, Protocol } from '../scenario/connection'
import type { Point } from '../scenario/place'
import { endShapes, middleShapes, trimOf } from './arrowheads'
import type { Attached } from './attachments'
import {
  besides,
  curvePath,
  distanceTo,
  flattened,
  type Polyline,
  placeAlong,
  polylinePath,
} from './curve'
import { boundsAround, containsPoint, EMPTY_BOUNDS, grown, unionOf } from './geometry'
import type { LabelPlace } from './label-place'
import { labelShapes } from './label-words'
import { LINE_STYLES, type LineStyle } from './line-style'
import { type Route, routeOf } from './routes'
import type { Bounds, Ink, Shape } from './shape'

export interface LineDrawing extends Polyline {
  readonly id: ConnectionId
  readonly from: ServiceId
  readonly to: ServiceId
  readonly protocol: Protocol
  readonly ink: Ink
  /** From border to border, absolute M L C. */
  readonly path: string
  /** `points` are that path flattened, `lengths` the way to each of them. */
  readonly points: readonly Point[]
  readonly lengths: readonly number[]
  readonly attached: Attached
  /** Everything but the label. */
  readonly strokes: readonly Shape[]
  /** Of no extent where the line needs no words. */
  readonly label: { readonly box: Bounds; readonly shapes: readonly Shape[] }
  /** The mark in the middle: topic, exchange, ... */
  readonly middle: Bounds | undefined
  /** Strokes, then label, in board coordinates. */
  readonly shapes: readonly Shape[]
  readonly bounds: Bounds
  /** The same without the label: known before that has a place. */
  readonly wayBounds: Bounds
}

/** A line before its label has a place. */
export interface BareLine extends Polyline {
  readonly connection: Connection
  readonly attached: Attached
  readonly path: string
  readonly strokes: readonly Shape[]
  /** The mark in the middle, which no label may cover. */
  readonly middle: Bounds | undefined
  readonly bounds: Bounds
}

const RAIL_GAP = 1.9
/** Room for arrowheads, marks in the middle and the width of the stroke. */
const STROKE_ROOM = 12
const MIDDLE_ROOM = 9

function wayShapes(route: Route, style: LineStyle): readonly Shape[] {
  const stroke = {
    ink: style.ink,
    width: style.width,
    ...(style.dash ? { dash: style.dash } : {}),
    ...(style.dash?.[0] === 0.1 ? { cap: 'round' as const } : {}),
  }
  if (!style.isDouble) return [{ shape: 'path', d: curvePath(route.stroked), stroke }]
  const line = flattened(route.stroked)
  return [RAIL_GAP, -RAIL_GAP].map((by) => ({
    shape: 'path',
    d: polylinePath(besides(line, by)),
    stroke,
  }))
}

function strokesOf(route: Route, style: LineStyle, line: Polyline, attached: Attached): Shape[] {
  return [
    ...wayShapes(route, style),
    ...middleShapes(style.middle, placeAlong(line, 0.5), style.ink),
    ...endShapes(style.start, attached.from.point, route.intoStart, style),
    ...endShapes(style.end, attached.to.point, route.intoEnd, style),
  ]
}

/** Made when first asked for: far out a line is its path alone, and of most lines nobody asks for more. */
function later<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The way and the strokes of a connection between two places on the boxes' borders. */
export function bareLine(connection: Connection, attached: Attached): BareLine {
  const style = LINE_STYLES[connection.protocol]
  const ends = { trimStart: trimOf(style.start), trimEnd: trimOf(style.end) }
  const isLoop = connection.from === connection.to
  const route = routeOf(attached, ends, isLoop, connection.waypoints)
  const line = flattened(route.whole)
  const { point } = placeAlong(line, 0.5)
  const strokes = later(() => strokesOf(route, style, line, attached))
  return {
    connection,
    attached,
    path: curvePath(route.whole),
    points: line.points,
    lengths: line.lengths,
    get strokes() {
      return strokes()
    },
    middle:
      style.middle === 'none'
        ? undefined
        : grown({ x: point.x, y: point.y, width: 0, height: 0 }, MIDDLE_ROOM),
    bounds: grown(boundsAround(line.points), STROKE_ROOM),
  }
}

function leaderShape(box: Bounds, to: Point): Shape {
  const x = Math.min(Math.max(to.x, box.x), box.x + box.width)
  const y = Math.min(Math.max(to.y, box.y), box.y + box.height)
  const d = polylinePath([{ x, y }, to])
  return { shape: 'path', d, stroke: { ink: 'ink-3', width: 1, dash: [2, 3] } }
}

function labelOf(order: number | undefined, place: LabelPlace | undefined): LineDrawing['label'] {
  if (!place) return { box: EMPTY_BOUNDS, shapes: [] }
  const { box, setting, leader } = place
  const shapes = later((): readonly Shape[] => {
    const words = labelShapes(setting, order, box.x, box.y)
    return leader ? [leaderShape(box, leader), ...words] : words
  })
  return {
    box,
    get shapes() {
      return shapes()
    },
  }
}

/** The line with its label where `placeOf` says, when first asked for; `order` is the small number in it. */
export function lineDrawing(
  bare: BareLine,
  order: number | undefined,
  placeOf: () => LabelPlace | undefined,
): LineDrawing {
  const { connection } = bare
  const place = later(placeOf)
  const label = later(() => labelOf(order, place()))
  const shapes = later(() => [...bare.strokes, ...label().shapes])
  const bounds = later(() => {
    const labelled = place()
    return labelled ? unionOf([bare.bounds, labelled.box]) : bare.bounds
  })
  return {
    id: connection.id,
    from: connection.from,
    to: connection.to,
    protocol: connection.protocol,
    ink: LINE_STYLES[connection.protocol].ink,
    path: bare.path,
    points: bare.points,
    lengths: bare.lengths,
    attached: bare.attached,
    get strokes() {
      return bare.strokes
    },
    get label() {
      return label()
    },
    middle: bare.middle,
    get shapes() {
      return shapes()
    },
    get bounds() {
      return bounds()
    },
    wayBounds: bare.bounds,
  }
}

/** The point `t` (0..1, clamped) of the way: from the drawn start, or from the end when going back. */
export function pointAlong(line: Polyline, t: number, direction: 'forward' | 'back'): Point {
  return placeAlong(line, direction === 'forward' ? t : 1 - t).point
}

/** True when a point is on the line or its label, give or take `tolerance` board units. */
export function hitLine(line: LineDrawing, point: Point, tolerance: number): boolean {
  if (line.label.box.width > 0 && containsPoint(line.label.box, point)) return true
  return hitWay(line, point, tolerance)
}

/** The same for the line alone. */
export function hitWay(line: LineDrawing, point: Point, tolerance: number): boolean {
  if (!containsPoint(line.wayBounds, point, tolerance)) return false
  return distanceTo(line, point) <= tolerance
}
