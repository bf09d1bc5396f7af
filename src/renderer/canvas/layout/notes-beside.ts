/**
 * Where notes go when the services are laid out anew: each along with the service it stood nearest to, and clear of all
 * boxes. Pure.
 */
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point } from '../../../shared/scenario/place'
import type { Note } from '../../../shared/scenario/scenario'
import { centreOf, grown, isOverlapping } from '../view/bounds'

/** Between a note and what it had to give way to: one step of the grid. */
const GAP = 20

/** New corners of the notes that are not locked. `before` and `after`: the services' boxes. */
export function notesBeside(
  notes: readonly Note[],
  before: ReadonlyMap<string, Bounds>,
  after: ReadonlyMap<string, Bounds>,
): Record<string, Point> {
  const positions: Record<string, Point> = {}
  const homeOf = (note: Note) => ({ ...note.position, ...note.size })
  const taken = [...after.values(), ...notes.filter(({ locked }) => locked).map(homeOf)]
  for (const note of notes) {
    if (note.locked) continue
    const home = homeOf(note)
    const by = moveOf(nearestTo(home, before), before, after)
    const place = clearOf({ ...home, x: home.x + by.x, y: home.y + by.y }, taken)
    positions[note.id] = { x: place.x, y: place.y }
    taken.push(place)
  }
  return positions
}

function nearestTo(home: Bounds, boxes: ReadonlyMap<string, Bounds>): string | undefined {
  const middle = centreOf(home)
  let nearest: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [id, box] of boxes) {
    const { x, y } = centreOf(box)
    const distance = Math.hypot(x - middle.x, y - middle.y)
    if (distance < least) [nearest, least] = [id, distance]
  }
  return nearest
}

function moveOf(
  id: string | undefined,
  before: ReadonlyMap<string, Bounds>,
  after: ReadonlyMap<string, Bounds>,
): Point {
  const [from, to] = [before.get(id ?? ''), after.get(id ?? '')]
  return from && to ? { x: to.x - from.x, y: to.y - from.y } : { x: 0, y: 0 }
}

/** Down, past one thing after another: every step ends below something, so it ends. */
function clearOf(place: Bounds, taken: readonly Bounds[]): Bounds {
  let free = place
  for (let left = taken.length; left >= 0; left -= 1) {
    const inTheWay = taken.filter((box) => isOverlapping(free, grown(box, GAP - 1)))
    if (inTheWay.length === 0) return free
    const bottom = Math.max(...inTheWay.map((box) => box.y + box.height))
    free = { ...free, y: bottom + GAP }
  }
  return free
}
