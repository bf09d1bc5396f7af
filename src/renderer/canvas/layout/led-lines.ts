/**
 * How the lines of an arranged board are led: squarely, and through no box that is not their own. The layout's
 * way where it still holds, else one of our own search, else none. Pure.
 */

import type { LineDrawing } from '../../../shared/drawing/line-drawing'
import { layoutLines } from '../../../shared/drawing/line-layout'
import type { Bounds } from '../../../shared/drawing/shape'
import { applyEdit } from '../../../shared/scenario/edits'
import type { Point } from '../../../shared/scenario/place'
import type { Scenario } from '../../../shared/scenario/scenario'
import type { Language } from '../../../shared/scenario/text'
import { boundsOfService } from '../model/next-model'
import { grown, isCrossing, isOverlapping } from '../view/bounds'
import type { Arrangement } from './graph'
import { ledThrough } from './layout-routes'
import { squareRoute } from './square-route'

/** Lines that leave a box side by side are this far apart. */
const ASIDE = 12

/** What of an arrangement lines are led by. */
export type Routed = Pick<Arrangement, 'positions' | 'moves' | 'routes'>

interface Box {
  readonly id: string
  readonly bounds: Bounds
}

export interface LedLines {
  /** Of every line that has or gets some, for the `arrange` edit. Old ones go: they belong to the old places. */
  readonly waypoints: Record<string, Point[]>
  /** How many lines no way was searched for, because there was no time left for it. They keep the usual way. */
  readonly unsearched: number
}

/** How the lines of a board go after it is arranged. A search takes milliseconds: `isSpent` is asked before each. */
export function waypointsFor(
  scenario: Scenario,
  { positions, moves, routes }: Routed,
  language: Language,
  isSpent: () => boolean = () => false,
): LedLines {
  const waypoints: Record<string, Point[]> = {}
  const still = { x: 0, y: 0 }
  for (const { id, from, to, waypoints: old } of scenario.connections) {
    const route = routes.get(id)
    const led = route && ledThrough(route, moves.get(from) ?? still, moves.get(to) ?? still)
    if (led || old) waypoints[id] = [...(led ?? [])]
  }
  const arranged = (ways: Record<string, Point[]>) =>
    applyEdit(scenario, { edit: 'arrange', positions, waypoints: ways })
  const boxes = arranged(waypoints).services.map((service) => ({
    id: service.id,
    bounds: boundsOfService(service, language),
  }))
  const placeOf = new Map(boxes.map(({ id, bounds }) => [id, bounds]))
  const drawn = layoutLines(arranged(waypoints), language)
  let searches = 0
  let unsearched = 0
  for (const line of drawn.values()) {
    const [from, to] = [placeOf.get(line.from), placeOf.get(line.to)]
    if (!from || !to || line.from === line.to) continue
    const isLed = (waypoints[line.id] ?? []).length > 0
    if (isLed && isSquare(line) && !isBlocked(line, boxes)) continue
    if (isSpent()) {
      unsearched += 1
      if (isLed) waypoints[line.id] = []
      continue
    }
    searches += 1
    const others = boxes.filter(({ id }) => id !== line.from && id !== line.to)
    const found = squareRoute(
      from,
      to,
      others.map(({ bounds }) => bounds),
      asideOf(searches),
    )
    if (found || isLed) waypoints[line.id] = found ?? []
  }
  return {
    waypoints: withoutBlocked(waypoints, layoutLines(arranged(waypoints), language), boxes),
    unsearched,
  }
}

/** Whichever way it was found: what is led through a box after all is better not led. */
function withoutBlocked(
  waypoints: Record<string, Point[]>,
  lines: ReadonlyMap<string, LineDrawing>,
  boxes: readonly Box[],
): Record<string, Point[]> {
  const kept: Record<string, Point[]> = {}
  for (const [id, points] of Object.entries(waypoints)) {
    const line = lines.get(id)
    kept[id] = line && points.length > 0 && isBlocked(line, boxes) ? [] : points
  }
  return kept
}

/** 0, 12, -12, 24, -24, 0, ... */
function asideOf(search: number): number {
  const turn = search % 5
  return Math.ceil(turn / 2) * (turn % 2 === 0 ? -ASIDE : ASIDE)
}

/** Level or upright from end to end, but for its round corners. */
function isSquare({ attached, points }: LineDrawing): boolean {
  const { from, to } = attached
  const [second, beforeLast] = [points[1], points.at(-2)]
  const isAlong = (a: Point, b: Point | undefined) =>
    b !== undefined && (Math.abs(a.x - b.x) < 0.01 || Math.abs(a.y - b.y) < 0.01)
  return isAlong(from.point, second) && isAlong(to.point, beforeLast)
}

function isBlocked(line: LineDrawing, boxes: readonly Box[]): boolean {
  return boxes.some(({ id, bounds }) => {
    if (id === line.from || id === line.to || !isOverlapping(bounds, line.bounds)) return false
    const inside = grown(bounds, -1)
    return line.points.some((point, at) => {
      const before = line.points[at - 1]
      return before !== undefined && isCrossing(before, point, inside)
    })
  })
}
