/** Which sides of two boxes a line joins. Depends on the two boxes alone, never on what stands near. */

import { centreOf, type Side } from './geometry'
import type { Bounds } from './shape'

export interface Sides {
  readonly from: Side
  readonly to: Side
}

const RIGHTWARDS: Sides = { from: 'right', to: 'left' }
const LEFTWARDS: Sides = { from: 'left', to: 'right' }
const DOWNWARDS: Sides = { from: 'bottom', to: 'top' }
const UPWARDS: Sides = { from: 'top', to: 'bottom' }

/** A curve needs this much room between two sides to turn in. */
const ROOM_MIN = 28

/** The facing sides with the wider gap between them; boxes that overlap are told apart by their centres. */
export function facingSides(from: Bounds, to: Bounds): Sides {
  const a = centreOf(from)
  const b = centreOf(to)
  const dx = b.x - a.x
  const dy = b.y - a.y
  const gapX = Math.abs(dx) - (from.width + to.width) / 2
  const gapY = Math.abs(dy) - (from.height + to.height) / 2
  const horizontal = dx >= 0 ? RIGHTWARDS : LEFTWARDS
  const vertical = dy >= 0 ? DOWNWARDS : UPWARDS
  if (gapX < ROOM_MIN && gapY < ROOM_MIN) return gapX >= gapY ? horizontal : vertical
  if (gapX < ROOM_MIN) return vertical
  if (gapY < ROOM_MIN) return horizontal
  // Boxes are wider than high: a line that leaves sideways crosses fewer of them.
  return gapX * 1.35 >= gapY ? horizontal : vertical
}
