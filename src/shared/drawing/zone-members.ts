/**
 * Which zone a service belongs to follows from where it stands: the smallest zone around its middle. And what
 * a zone takes along when it moves. Pure; positions are the file's, sizes the drawing's.
 */
import { applyEdit, type Edit } from '../scenario/edits'
import { serviceById } from '../scenario/lookup'
import type { Point } from '../scenario/place'
import type { Scenario, Zone } from '../scenario/scenario'
import type { Service } from '../scenario/service'
import type { Language } from '../scenario/text'
import { boxAt, centreOf, containsPoint } from './geometry'
import { serviceBox } from './service-box'
import type { Bounds } from './shape'

/** The innermost zone around a point. */
export function smallestAround(zones: readonly Zone[], point: Point): Zone | undefined {
  let found: Zone | undefined
  const area = ({ size }: Zone) => size.width * size.height
  for (const zone of zones) {
    if (!containsPoint(boxAt(zone.position, zone.size), point)) continue
    if (!found || area(zone) < area(found)) found = zone
  }
  return found
}

function middleOf(service: Service, language: Language): Point {
  return centreOf(boxAt(service.position, serviceBox(service, language)))
}

function isWithin(inner: Bounds, outer: Bounds): boolean {
  return (
    containsPoint(outer, inner) &&
    containsPoint(outer, { x: inner.x + inner.width, y: inner.y + inner.height })
  )
}

/**
 * The named things and everything that goes where they go: what stands in a named zone by its middle, zones
 * that lie in it whole, and the services that name one of these as theirs.
 */
export function carriedWith(
  scenario: Scenario,
  ids: ReadonlySet<string>,
  language: Language,
): ReadonlySet<string> {
  const { zones = [], notes = [], services } = scenario
  const carriers = zones.filter((zone) => ids.has(zone.id))
  if (carriers.length === 0) return ids
  const boxes = carriers.map((zone) => boxAt(zone.position, zone.size))
  const isIn = (point: Point) => boxes.some((box) => containsPoint(box, point))
  const carried = new Set(ids)
  for (const zone of zones) {
    const box = boxAt(zone.position, zone.size)
    if (boxes.some((outer) => isWithin(box, outer))) carried.add(zone.id)
  }
  for (const service of services) {
    const isTheirs = service.zone !== undefined && carried.has(service.zone)
    if (isTheirs || isIn(middleOf(service, language))) carried.add(service.id)
  }
  for (const note of notes) {
    if (isIn(centreOf(boxAt(note.position, note.size)))) carried.add(note.id)
  }
  return carried
}

/**
 * The edits, and after them those that write down which services joined or left a zone by them. A service
 * that neither moved nor came into another zone keeps what the file says of it.
 */
export function withZonesJoined(
  scenario: Scenario,
  edits: readonly Edit[],
  language: Language,
): readonly Edit[] {
  const zonesBefore = scenario.zones ?? []
  const mayBringZones = edits.some(({ edit }) => edit === 'addZone' || edit === 'insert')
  if (zonesBefore.length === 0 && !mayBringZones) return edits
  const after = edits.reduce(applyEdit, scenario)
  const zonesAfter = after.zones ?? []
  const before = serviceById(scenario)
  const joined: Edit[] = []
  for (const service of after.services) {
    const old = before.get(service.id)
    if (old === service && zonesBefore === zonesAfter) continue
    const home = smallestAround(zonesAfter, middleOf(service, language))?.id
    if (home === service.zone) continue
    if (old) {
      const homeBefore = smallestAround(zonesBefore, middleOf(old, language))?.id
      const hasStayed = old.position === service.position || service.zone !== undefined
      if (home === homeBefore && hasStayed) continue
    }
    joined.push({ edit: 'updateService', id: service.id, changes: { zone: home } })
  }
  return [...edits, ...joined]
}
