/**
 * The layout's own ways of lines, as waypoints on the board. It gives every line level and upright pieces; the
 * boxes have gone to the grid since, and the ends of each way go with them. Pure.
 */
import type { ElkNode } from 'elkjs/lib/elk-api'
import type { Point } from '../../../shared/scenario/place'

/** A way before and after its bends, all in board units. */
export interface LaidRoute {
  /** Where it leaves its first box and meets its second, and every bend between. */
  readonly points: readonly Point[]
}

/**
 * By line. `corners`: where each node stands in the layout; `by`: from there to the board. Bends are told from
 * the corner of the node that holds both ends of the line.
 */
export function routesOf(
  laidOut: ElkNode,
  corners: ReadonlyMap<string, Point>,
  by: Point,
): ReadonlyMap<string, LaidRoute> {
  const routes = new Map<string, LaidRoute>()
  for (const edge of laidOut.edges ?? []) {
    const corner = corners.get(edge.container ?? laidOut.id) ?? { x: 0, y: 0 }
    const [section] = edge.sections ?? []
    if (!section) continue
    const all = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]
    const points = all.map(({ x, y }) => ({
      x: Math.round(x + corner.x + by.x),
      y: Math.round(y + corner.y + by.y),
    }))
    routes.set(edge.id, { points })
  }
  return routes
}

/**
 * The waypoints of a way whose first box went by `start` and whose second by `end` since: its first and its last
 * piece go along, the pieces between stretch. Undefined where a single straight piece would have to be in two
 * places.
 */
export function ledThrough(
  { points }: LaidRoute,
  start: Point,
  end: Point,
): readonly Point[] | undefined {
  const [first, second] = points
  const last = points.at(-1)
  const beforeLast = points.at(-2)
  if (!first || !second || !last || !beforeLast) return undefined
  if (points.length === 2) return straight(first, last, start, end)
  const bends = points.slice(1, -1).map(({ x, y }) => ({ x, y }))
  const firstBend = bends[0]
  const lastBend = bends.at(-1)
  if (!firstBend || !lastBend) return undefined
  if (first.y === second.y) firstBend.y += start.y
  else firstBend.x += start.x
  if (last.y === beforeLast.y) lastBend.y += end.y
  else lastBend.x += end.x
  return bends
}

/** One point in the middle keeps the piece level or upright, if one place is right for both ends. */
function straight(
  first: Point,
  last: Point,
  start: Point,
  end: Point,
): readonly Point[] | undefined {
  const middle = {
    x: Math.round((first.x + start.x + last.x + end.x) / 2),
    y: Math.round((first.y + start.y + last.y + end.y) / 2),
  }
  const isLevel = first.y === last.y
  if (!isLevel && first.x !== last.x) return undefined
  return [middle]
}
