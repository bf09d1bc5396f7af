/** Where a new service goes that is added beside another by keys. Pure. */
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point, Size } from '../../../shared/scenario/place'
import { centreOf, grown, isOverlapping } from '../view/bounds'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** Room for a line and its words between the two. Board units. */
const GAP_ALONG = 160
const GAP_ACROSS = 100
const CLEARANCE = 30

/**
 * The middle of a place of this size next to `box`, over nothing that stands there: steps aside, to one side and
 * to the other in turn, until there is room.
 */
export function placeBeside(
  box: Bounds,
  direction: Direction,
  size: Size,
  standing: readonly Bounds[],
): Point {
  const isLevel = direction === 'left' || direction === 'right'
  const sign = direction === 'left' || direction === 'up' ? -1 : 1
  const gap = isLevel ? GAP_ALONG : GAP_ACROSS
  const centre = centreOf(box)
  const aside = isLevel ? size.height + CLEARANCE : size.width + CLEARANCE
  const away = isLevel ? (box.width + size.width) / 2 + gap : (box.height + size.height) / 2 + gap
  // Each box can be in the way of a few of these places: among more places than that one is free.
  for (let turn = 0; turn <= 4 * standing.length + 1; turn += 1) {
    const by = Math.ceil(turn / 2) * (turn % 2 === 0 ? -aside : aside)
    const at = isLevel
      ? { x: centre.x + sign * away, y: centre.y + by }
      : { x: centre.x + by, y: centre.y + sign * away }
    const place = { x: at.x - size.width / 2, y: at.y - size.height / 2, ...size }
    if (!standing.some((other) => isOverlapping(grown(other, CLEARANCE / 2), place))) return at
  }
  return { x: centre.x + (isLevel ? sign * away : 0), y: centre.y + (isLevel ? 0 : sign * away) }
}
