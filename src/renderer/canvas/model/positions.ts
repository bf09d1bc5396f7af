/** Where things of a scenario stand, services, zones and notes alike. */
import type { Point } from '../../../shared/scenario/place'
import type { Scenario } from '../../../shared/scenario/scenario'

export function positionsOf(scenario: Scenario, ids: ReadonlySet<string>): Map<string, Point> {
  const origins = new Map<string, Point>()
  const things = [...scenario.services, ...(scenario.zones ?? []), ...(scenario.notes ?? [])]
  for (const { id, position } of things) if (ids.has(id)) origins.set(id, position)
  return origins
}
