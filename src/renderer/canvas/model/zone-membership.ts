/** Which zone a service belongs to follows from where it is put down: the smallest zone around its middle. */
import type { Edit } from '../../../shared/scenario/edits'
import type { Scenario, Zone } from '../../../shared/scenario/scenario'
import { centreOf, isPointIn } from '../view/bounds'
import { placedBounds } from './hit-test'
import type { BoardModel } from './next-model'

/** The edits that write down the zones joined and left by what moved; `model` has the new places. */
export function zonesJoined(
  model: BoardModel,
  scenario: Scenario,
  moved: ReadonlyMap<string, unknown>,
): Edit[] {
  const zones = model.scenario.zones ?? []
  if (zones.length === 0) return []
  const edits: Edit[] = []
  for (const service of scenario.services) {
    if (!moved.has(service.id)) continue
    const bounds = model.services.get(service.id)
    if (!bounds) continue
    const zone = smallestAround(zones, centreOf(bounds))?.id
    if (zone !== service.zone)
      edits.push({ edit: 'updateService', id: service.id, changes: { zone } })
  }
  return edits
}

export function smallestAround(
  zones: readonly Zone[],
  point: { readonly x: number; readonly y: number },
): Zone | undefined {
  const around = zones.filter((zone) => isPointIn(point, placedBounds(zone)))
  const area = (zone: Zone) => zone.size.width * zone.size.height
  return around.sort((a, b) => area(a) - area(b))[0]
}
