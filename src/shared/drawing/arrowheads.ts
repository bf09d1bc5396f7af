/** What stands at a line's ends and in its middle, drawn at a place and a direction. */
import type { Point } from '../scenario/place'
import type { Place } from './curve'
import { rounded } from './geometry'
import type { LineEnd, LineMiddle, LineStyle } from './line-style'
import type { Ink, Shape } from './shape'

/** How much of the line the end covers, so that the stroke stops before it. */
const TRIMS: Readonly<Record<LineEnd, number>> = {
  none: 0,
  open: 0,
  filled: 9,
  hollow: 9,
  dot: 3,
  bar: 0,
  'double-open': 0,
}

export function trimOf(end: LineEnd): number {
  return TRIMS[end]
}

type Corners = readonly (readonly [number, number])[]

/** A path in the frame of a tip: x along the direction (the tip at 0), y to its right. */
function placed(at: Point, direction: Point, corners: Corners) {
  return corners
    .map(([along, side], index) => {
      const x = rounded(at.x + along * direction.x - side * direction.y)
      const y = rounded(at.y + along * direction.y + side * direction.x)
      return `${index === 0 ? 'M' : 'L'}${x} ${y}`
    })
    .join('')
}

/** Two strokes that meet `back` behind the tip. */
const chevron = (back: number): Corners => [
  [-8 - back, -4.6],
  [-0.8 - back, 0],
  [-8 - back, 4.6],
]
const FILLED: Corners = [
  [-10, -4.8],
  [-0.4, 0],
  [-10, 4.8],
]
const HOLLOW: Corners = [
  [-9.5, -4.6],
  [-1.4, 0],
  [-9.5, 4.6],
]
const BAR: Corners = [
  [-6, -5],
  [-6, 5],
]

/** The end of a line: `tip` on the box's border, `direction` the unit vector of travel into it. */
export function endShapes(
  end: LineEnd,
  tip: Point,
  direction: Point,
  style: LineStyle,
): readonly Shape[] {
  const { ink } = style
  const stroke = { ink, width: Math.max(1.7, style.width), cap: 'round' } as const
  const open = (corners: Corners): Shape => ({
    shape: 'path',
    d: placed(tip, direction, corners),
    stroke,
  })
  const closed = (corners: Corners) => `${placed(tip, direction, corners)}Z`
  switch (end) {
    case 'none':
      return []
    case 'open':
      return [open(chevron(0))]
    case 'double-open':
      return [open(chevron(0)), open(chevron(6))]
    case 'filled':
      return [{ shape: 'path', d: closed(FILLED), fill: ink }]
    case 'hollow':
      return [{ shape: 'path', d: closed(HOLLOW), fill: 'paper', stroke: { ink, width: 1.5 } }]
    case 'dot': {
      const [cx, cy] = [rounded(tip.x - 3 * direction.x), rounded(tip.y - 3 * direction.y)]
      return [{ shape: 'circle', cx, cy, r: 3, fill: ink }]
    }
    case 'bar':
      return [open(BAR)]
  }
}

function ring(centre: Point, ink: Ink): readonly Shape[] {
  const [cx, cy] = [rounded(centre.x), rounded(centre.y)]
  return [{ shape: 'circle', cx, cy, r: 5, fill: 'paper', stroke: { ink, width: 1.9 } }]
}

/** The mark in the middle of a line: the topic, the exchange, the letter, the lock. */
export function middleShapes(middle: LineMiddle, place: Place, ink: Ink): readonly Shape[] {
  const { point } = place
  const x = rounded(point.x)
  const y = rounded(point.y)
  switch (middle) {
    case 'none':
      return []
    case 'ring':
      return ring(point, ink)
    case 'diamond': {
      const d = `M${x} ${rounded(y - 8)}L${rounded(x + 8)} ${y}L${x} ${rounded(y + 8)}L${rounded(x - 8)} ${y}Z`
      return [{ shape: 'path', d, fill: 'paper', stroke: { ink, width: 1.9 } }]
    }
    case 'square':
      return [
        {
          shape: 'rect',
          x: rounded(x - 4.5),
          y: rounded(y - 4.5),
          width: 9,
          height: 9,
          radius: 2,
          fill: 'paper',
          stroke: { ink, width: 1.6 },
        },
      ]
    case 'envelope':
      return [
        {
          shape: 'rect',
          x: rounded(x - 8),
          y: rounded(y - 5.5),
          width: 16,
          height: 11,
          radius: 1.5,
          fill: 'paper',
          stroke: { ink, width: 1.5 },
        },
        {
          shape: 'path',
          d: `M${rounded(x - 7.5)} ${rounded(y - 5)}L${x} ${rounded(y + 1)}L${rounded(x + 7.5)} ${rounded(y - 5)}`,
          stroke: { ink, width: 1.3 },
        },
      ]
  }
}
