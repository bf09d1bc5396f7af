/**
 * How the board snaps just now: to other things first, to the grid where nothing is near, to neither while
 * the keys that suspend it are held. Reads the stores; the arithmetic is elsewhere.
 */
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point } from '../../../shared/scenario/place'
import { useBoard } from '../../state/board'
import { useModel } from '../model/board-model'
import { placedBounds } from '../model/hit-test'
import { setOverlay } from '../model/overlay'
import { isOverlapping } from '../view/bounds'
import { shownBounds } from '../view/view'
import { useView } from '../view/view-store'
import type { PointerAt } from './gesture'
import { guidesAt, objectSnap, type SnapGround } from './object-snap'
import { snapped } from './snap'

/** Pixels on screen within which a thing is caught. */
const CATCH_PX = 8

/** Everything in sight but what moves. */
export function snapGround(moving: ReadonlySet<string> | ReadonlyMap<string, unknown>): SnapGround {
  const { services, scenario } = useModel.getState()
  const { view, size } = useView.getState()
  const shown = shownBounds(view, size)
  const isThere = (id: string, box: Bounds) => !moving.has(id) && isOverlapping(box, shown)
  const boxes: Bounds[] = []
  for (const [id, box] of services) if (isThere(id, box)) boxes.push(box)
  for (const note of scenario.notes ?? []) {
    if (isThere(note.id, placedBounds(note))) boxes.push(placedBounds(note))
  }
  const zones = (scenario.zones ?? [])
    .filter((zone) => isThere(zone.id, placedBounds(zone)))
    .map(placedBounds)
  return { lines: [...boxes, ...zones], boxes }
}

/**
 * How far a thing goes that is pulled by `by`: `whole` is what is brought into line, `anchor` what lands on
 * the grid. Shows the guides of what it meets.
 */
export function snappedMove(
  whole: Bounds,
  anchor: Point,
  by: Point,
  ground: SnapGround,
  now: PointerAt,
): Point {
  const isToGrid = useBoard.getState().snapToGrid && !now.free
  const isToThings = useBoard.getState().snapToObjects && !now.free
  const onGrid = (axis: 'x' | 'y') => {
    const target = anchor[axis] + by[axis]
    return (isToGrid ? snapped(target) : Math.round(target)) - anchor[axis]
  }
  if (!isToThings) {
    setOverlay({ guides: [] })
    return { x: onGrid('x'), y: onGrid('y') }
  }
  const tolerance = CATCH_PX / useView.getState().view.zoom
  const wished = { ...whole, x: whole.x + by.x, y: whole.y + by.y }
  const snap = objectSnap(wished, ground, tolerance)
  const shift = {
    x: snap.caught.x ? by.x + snap.by.x : onGrid('x'),
    y: snap.caught.y ? by.y + snap.by.y : onGrid('y'),
  }
  const rest = { ...whole, x: whole.x + shift.x, y: whole.y + shift.y }
  setOverlay({ guides: guidesAt(rest, ground) })
  return shift
}

/** A single place, such as a pulled corner, snapped the same way. */
export function snappedPlace(place: Point, ground: SnapGround, now: PointerAt): Point {
  const origin = { x: 0, y: 0 }
  return snappedMove({ ...origin, width: 0, height: 0 }, origin, place, ground, now)
}

export function hideGuides(): void {
  setOverlay({ guides: [] })
}
