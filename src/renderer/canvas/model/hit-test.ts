/**
 * What is under a point: the same answer whether the thing is an element or only painted. Notes lie above
 * services, services above lines, lines above zones; a zone is met at its title and its border, not inside.
 */
import { hitLine, hitWay } from '../../../shared/drawing/line-layout'
import type { Bounds } from '../../../shared/drawing/shape'
import { zonesBackToFront } from '../../../shared/drawing/zone-shapes'
import { noteById, zoneById } from '../../../shared/scenario/lookup'
import type { Point } from '../../../shared/scenario/place'
import type { Zone } from '../../../shared/scenario/scenario'
import { levelAt } from '../far/level'
import { grown, isInside, isOverlapping, isPointIn } from '../view/bounds'
import type { BoardModel } from './next-model'
import { BOARD, type Target } from './overlay'

/** How far from a line a pointer still means it, on screen. */
const LINE_TOLERANCE_PX = 7
/** But no further than this on the board: far out, lines would else cover all of the empty paper. */
const LINE_TOLERANCE_MAX = 18
const ZONE_BORDER_PX = 6
const ZONE_TITLE = 28

export function placedBounds(thing: Pick<Zone, 'position' | 'size'>): Bounds {
  return { ...thing.position, ...thing.size }
}

export function targetAt(model: BoardModel, point: Point, zoom: number): Target {
  const note = model.scenario.notes?.findLast((one) => isPointIn(point, placedBounds(one)))
  if (note) return { on: 'note', id: note.id }
  const service = serviceAt(model, point)
  if (service !== null) return { on: 'service', id: service }
  const line = lineAt(model, point, zoom)
  if (line !== null) return { on: 'line', id: line }
  const zones = zonesBackToFront(model.scenario.zones ?? [])
  const zone = zones.findLast((one) => isOnZone(placedBounds(one), point, zoom))
  return zone ? { on: 'zone', id: zone.id } : BOARD
}

/** The topmost service there, which is the last in the file. */
export function serviceAt(model: BoardModel, point: Point): string | null {
  let found: string | null = null
  for (const [id, bounds] of model.services) if (isPointIn(point, bounds)) found = id
  return found
}

function lineAt(model: BoardModel, point: Point, zoom: number): string | null {
  const tolerance = Math.min(LINE_TOLERANCE_PX / zoom, LINE_TOLERANCE_MAX)
  // A label that is not painted cannot be meant.
  const hasLabels = levelAt(zoom) === 'whole'
  let found: string | null = null
  for (const [id, line] of model.lines) {
    if (hasLabels ? hitLine(line, point, tolerance) : hitWay(line, point, tolerance)) found = id
  }
  return found
}

function isOnZone(bounds: Bounds, point: Point, zoom: number): boolean {
  const border = ZONE_BORDER_PX / zoom
  if (!isPointIn(point, bounds, border)) return false
  if (point.y <= bounds.y + ZONE_TITLE) return true
  return !isPointIn(point, grown(bounds, -border))
}

/**
 * Everything a selection box takes: services and notes that it touches; lines and zones only when whole,
 * since they reach far beyond what one means to box in.
 */
export function thingsIn(model: BoardModel, box: Bounds): string[] {
  const found: string[] = []
  for (const [id, bounds] of model.services) if (isOverlapping(bounds, box)) found.push(id)
  for (const [id, line] of model.lines) if (isInside(line.bounds, box)) found.push(id)
  for (const note of model.scenario.notes ?? []) {
    if (isOverlapping(placedBounds(note), box)) found.push(note.id)
  }
  for (const zone of model.scenario.zones ?? []) {
    if (isInside(placedBounds(zone), box)) found.push(zone.id)
  }
  return found
}

/** Where the named services, zones and notes stand. */
export function* placedBoundsOf(
  { services, scenario }: BoardModel,
  ids: Iterable<string>,
): Iterable<Bounds> {
  const zones = zoneById(scenario)
  const notes = noteById(scenario)
  for (const id of ids) {
    const service = services.get(id)
    if (service) yield service
    const placed = zones.get(id) ?? notes.get(id)
    if (placed) yield placedBounds(placed)
  }
}
