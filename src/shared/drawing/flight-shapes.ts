/** Messages on their way: where they are at a virtual time, and how they are drawn. */
import type { Flight } from '../engine/moment'
import type { Point } from '../scenario/place'
import { type Polyline, placeAlong, totalLength } from './curve'
import { textWidth } from './font'
import { rounded } from './geometry'
import { type LineDrawing, pointAlong } from './line-drawing'
import type { Shape } from './shape'
import { ellipsised } from './text-fitting'

const ENVELOPE_HEIGHT = 24

function envelope(x: number, y: number): Shape {
  const p = (dx: number, dy: number) => `${rounded(x + dx)} ${rounded(y + dy)}`
  const d = `M${p(0, 0)}L${p(12, 0)}L${p(12, 9)}L${p(0, 9)}ZM${p(0, 0)}L${p(6, 5)}L${p(12, 0)}`
  return { shape: 'path', d, stroke: { ink: 'card', width: 1.3 } }
}

/** The part of its way a message has gone at a virtual time, 0..1. */
function flightProgress(flight: Flight, atUs: number): number {
  const span = flight.arrivesUs - flight.sentUs
  if (span <= 0) return 1
  return Math.min(1, Math.max(0, (atUs - flight.sentUs) / span))
}

const DOT_RADIUS = 5

function isDot({ kind }: Flight): boolean {
  return kind === 'ack' || kind === 'confirm' || kind === 'sql'
}

function wordsOf({ order }: Flight): { readonly text: string; readonly width: number } {
  const text = ellipsised(order, 120, 11, 'sans-semibold')
  return { text, width: Math.ceil(textWidth(text, 11, 'sans-semibold')) + 38 }
}

/** Half of the message along a line that runs in the direction of a unit vector, in board units. */
function reachAlong(flight: Flight, { x, y }: Point): number {
  if (isDot(flight)) return DOT_RADIUS
  const { width } = wordsOf(flight)
  return Math.min(width / 2 / Math.abs(x), ENVELOPE_HEIGHT / 2 / Math.abs(y))
}

/** Between the message and the box that it leaves or waits at, in board units. */
const GAP = 4

/**
 * The middle of a message on its way at virtual time `atUs`, in board coordinates. It sets out and ends beside the
 * boxes, not over them, where a message that waits would hide half of a name; on a line too short for that it stays
 * in the middle.
 */
export function flightPoint(flight: Flight, line: Polyline, atUs: number): Point {
  const whole = totalLength(line)
  const roomAt = (t: number) => reachAlong(flight, placeAlong(line, t).tangent) + GAP
  const [first, last] = [roomAt(0), roomAt(1)]
  if (whole <= first + last) return pointAlong(line, 0.5, 'forward')
  const gone = flightProgress(flight, atUs)
  const part = flight.direction === 'forward' ? gone : 1 - gone
  return pointAlong(line, (first + part * (whole - first - last)) / whole, 'forward')
}

/**
 * A message on its way at virtual time `atUs`, in board coordinates: an envelope with its order's name;
 * confirmations and commits, which carry nothing to read, are dots.
 */
export function flightShapes(flight: Flight, line: LineDrawing, atUs: number): readonly Shape[] {
  const { x, y } = flightPoint(flight, line, atUs)
  const opacity = flight.late ? 0.45 : 1
  if (isDot(flight)) {
    const [cx, cy] = [rounded(x), rounded(y)]
    return [{ shape: 'circle', cx, cy, r: DOT_RADIUS, fill: line.ink, opacity }]
  }
  const { text, width } = wordsOf(flight)
  const left = x - width / 2
  const top = y - ENVELOPE_HEIGHT / 2
  const shapes: readonly Shape[] = [
    {
      shape: 'rect',
      x: rounded(left),
      y: rounded(top),
      width,
      height: ENVELOPE_HEIGHT,
      radius: 6,
      fill: line.ink,
      stroke: { ink: 'card', width: 1 },
    },
    envelope(left + 9, top + 7.5),
    {
      shape: 'text',
      x: rounded(left + 28),
      y: rounded(y + 4),
      text,
      sizePx: 11,
      font: 'sans-semibold',
      fill: 'card',
      anchor: 'start',
    },
  ]
  return opacity === 1 ? shapes : [{ shape: 'group', x: 0, y: 0, opacity, shapes }]
}
