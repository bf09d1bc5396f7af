/** Which lines need the layout's own bends: those whose usual way would lead through a box. Pure. */
import { layoutLines } from '../../../shared/drawing/line-layout'
import type { Bounds } from '../../../shared/drawing/shape'
import { applyEdit } from '../../../shared/scenario/edits'
import type { Point } from '../../../shared/scenario/place'
import type { Scenario } from '../../../shared/scenario/scenario'
import type { Language } from '../../../shared/scenario/text'
import { boundsOfService } from '../model/next-model'
import { grown, isCrossing, isOverlapping } from '../view/bounds'
import type { Arrangement } from './graph'

/**
 * The waypoints of every line that has or needs some, for the `arrange` edit. Old ones go: they belong to the
 * old places.
 */
export function waypointsFor(
  scenario: Scenario,
  { positions, routes }: Arrangement,
  language: Language,
): Record<string, Point[]> {
  const waypoints: Record<string, Point[]> = {}
  for (const { id, waypoints: old } of scenario.connections) if (old) waypoints[id] = []
  const arranged = applyEdit(scenario, { edit: 'arrange', positions, waypoints })
  const boxes = arranged.services.map((service) => ({
    id: service.id,
    bounds: grown(boundsOfService(service, language), -4),
  }))
  for (const [id, line] of layoutLines(arranged, language)) {
    const bends = routes.get(id)
    if (!bends || bends.length === 0) continue
    const isBlocked = boxes.some(
      (box) =>
        box.id !== line.from &&
        box.id !== line.to &&
        isOverlapping(box.bounds, line.bounds) &&
        isMet(line.points, box.bounds),
    )
    if (isBlocked) waypoints[id] = [...bends]
  }
  return waypoints
}

function isMet(points: readonly Point[], box: Bounds): boolean {
  return points.some((point, at) => {
    const before = points[at - 1]
    return before !== undefined && isCrossing(before, point, box)
  })
}
