/** Copying a part of a board and pasting it: fresh ids, inner lines kept, references outwards cut. */
import type { Connection } from './connection'
import type { Fragment } from './edits'
import type { Handler } from './handler'
import { linesNamedIn, withoutLines, withRenamedLines } from './handler-lines'
import { takenIds, zoneById } from './lookup'
import type { Point } from './place'
import { freshStem } from './readable-id'
import type { Scenario } from './scenario'
import type { Service } from './service'

/** The named things, and the lines whose both ends are among them. */
export function fragmentOf(scenario: Scenario, ids: Iterable<string>): Fragment {
  const asked = new Set(ids)
  const services = scenario.services.filter((one) => asked.has(one.id))
  const inside = new Set(services.map((one) => one.id))
  return {
    services,
    connections: scenario.connections.filter((one) => inside.has(one.from) && inside.has(one.to)),
    zones: (scenario.zones ?? []).filter((one) => asked.has(one.id)),
    notes: (scenario.notes ?? []).filter((one) => asked.has(one.id)),
  }
}

export function isEmptyFragment({ services, zones, notes }: Fragment): boolean {
  return services.length + zones.length + notes.length === 0
}

/** Where a fragment goes: by so much from where it was, or with its top left corner at a point. */
type Landing = { readonly offset: Point } | { readonly at: Point }

/**
 * The fragment ready to be inserted: ids that are fresh in the scenario, places moved, handlers speaking of
 * the new lines. What a handler did over a line that was not copied is left out.
 */
export function pasted(copied: Fragment, scenario: Scenario, landing: Landing): Fragment {
  const fragment = whole(copied)
  const taken = takenIds(scenario)
  const fresh = (things: readonly { readonly id: string }[]) => {
    const renamed = new Map<string, string>()
    for (const { id } of things) {
      const chosen = freshStem(stemOf(id, taken), taken)
      taken.add(chosen)
      renamed.set(id, chosen)
    }
    return renamed
  }
  const services = fresh(fragment.services)
  const zones = fresh(fragment.zones)
  const notes = fresh(fragment.notes)
  const connections = freshConnections(fragment.connections, services, taken)
  const by = 'offset' in landing ? landing.offset : offsetTo(fragment, landing.at)
  const shift = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y })
  const renamed = (ids: ReadonlyMap<string, string>, id: string) => ids.get(id) ?? id

  return {
    services: fragment.services.map((service) => ({
      ...repointed(service, connections, zones, scenario),
      id: renamed(services, service.id),
      position: shift(service.position),
    })),
    connections: fragment.connections.map((connection) => ({
      ...connection,
      id: renamed(connections, connection.id),
      from: renamed(services, connection.from),
      to: renamed(services, connection.to),
      ...(connection.waypoints ? { waypoints: connection.waypoints.map(shift) } : {}),
    })),
    zones: fragment.zones.map((zone) => ({
      ...zone,
      id: renamed(zones, zone.id),
      position: shift(zone.position),
    })),
    notes: fragment.notes.map((note) => ({
      ...note,
      id: renamed(notes, note.id),
      position: shift(note.position),
    })),
  }
}

/** A fragment may come from a clipboard: one thing an id, and no line that hangs in the air. */
function whole({ services, connections, zones, notes }: Fragment): Fragment {
  const inside = new Set(services.map((one) => one.id))
  return {
    services: oneAnId(services),
    connections: oneAnId(connections).filter(({ from, to }) => inside.has(from) && inside.has(to)),
    zones: oneAnId(zones),
    notes: oneAnId(notes),
  }
}

function oneAnId<T extends { readonly id: string }>(things: readonly T[]): readonly T[] {
  const first = new Map<string, T>()
  for (const thing of things) if (!first.has(thing.id)) first.set(thing.id, thing)
  return [...first.values()]
}

/** A copy of `orders2` is `orders3`, not `orders2-2`, where `orders` is there too. */
function stemOf(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  const stem = id.replace(/\d+$/, '')
  return stem !== id && taken.has(stem) ? stem : id
}

/** Lines named after their ends, as new lines are, take the new names; others number on. */
function freshConnections(
  connections: readonly Connection[],
  services: ReadonlyMap<string, string>,
  taken: Set<string>,
): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>()
  for (const { id, from, to } of connections) {
    const isNamedAfterEnds = id.startsWith(`${from}-${to}`)
    const stem = isNamedAfterEnds
      ? `${services.get(from) ?? from}-${services.get(to) ?? to}`.slice(0, 60)
      : stemOf(id, taken)
    const chosen = freshStem(stem, taken)
    taken.add(chosen)
    renamed.set(id, chosen)
  }
  return renamed
}

function offsetTo({ services, zones, notes }: Fragment, at: Point): Point {
  const places = [...services, ...zones, ...notes].map((one) => one.position)
  if (places.length === 0) return { x: 0, y: 0 }
  const left = Math.min(...places.map((place) => place.x))
  const top = Math.min(...places.map((place) => place.y))
  return { x: at.x - left, y: at.y - top }
}

function repointed(
  service: Service,
  connections: ReadonlyMap<string, string>,
  zones: ReadonlyMap<string, string>,
  scenario: Scenario,
): Service {
  const { zone, handlers, ...rest } = service
  const into = zone === undefined ? undefined : zones.get(zone)
  const stays = zone !== undefined && zoneById(scenario).has(zone) ? zone : undefined
  const inZone = into ?? stays
  const left = handlers && keptHandlers(handlers, connections)
  return {
    ...rest,
    ...(inZone === undefined ? {} : { zone: inZone }),
    ...(left && (left.length > 0 || handlers.length === 0) ? { handlers: [...left] } : {}),
  }
}

function keptHandlers(
  handlers: readonly Handler[],
  connections: ReadonlyMap<string, string>,
): readonly Handler[] {
  const outside = [...linesNamedIn(handlers)].filter((id) => !connections.has(id))
  return withRenamedLines(withoutLines(handlers, new Set(outside)), connections)
}
