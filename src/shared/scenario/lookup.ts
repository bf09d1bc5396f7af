/** Things of a scenario by id. Every map is made once for each scenario value and kept with it. */
import type { Connection } from './connection'
import type { Note, Scenario, Zone } from './scenario'
import type { Service } from './service'

/** Kept by the array itself: an edit makes a new array only of the kind of thing that it changed. */
const kept = new WeakMap<object, ReadonlyMap<string, unknown>>()
const NONE: readonly never[] = []

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  const known = kept.get(list)
  if (known) return known as ReadonlyMap<string, T>
  const map = new Map(list.map((thing) => [thing.id, thing]))
  kept.set(list, map)
  return map
}

export function serviceById(scenario: Scenario): ReadonlyMap<string, Service> {
  return byId(scenario.services)
}

export function connectionById(scenario: Scenario): ReadonlyMap<string, Connection> {
  return byId(scenario.connections)
}

export function zoneById(scenario: Scenario): ReadonlyMap<string, Zone> {
  return byId<Zone>(scenario.zones ?? NONE)
}

export function noteById(scenario: Scenario): ReadonlyMap<string, Note> {
  return byId<Note>(scenario.notes ?? NONE)
}

interface ConnectionsOf {
  readonly incoming: readonly Connection[]
  readonly outgoing: readonly Connection[]
}

const noConnections: ConnectionsOf = { incoming: [], outgoing: [] }
const ends = new WeakMap<object, ReadonlyMap<string, ConnectionsOf>>()

/** Lines drawn one after another; `order` says otherwise where the user changed it. */
function inDrawnOrder(connections: readonly Connection[]): readonly Connection[] {
  const placed = connections.map((connection, index) => ({ connection, index }))
  placed.sort(
    (a, b) =>
      (a.connection.order ?? Number.POSITIVE_INFINITY) -
        (b.connection.order ?? Number.POSITIVE_INFINITY) || a.index - b.index,
  )
  return placed.map((place) => place.connection)
}

function connectionsByService(scenario: Scenario): ReadonlyMap<string, ConnectionsOf> {
  const known = ends.get(scenario.connections)
  if (known) return known
  const incoming = new Map<string, Connection[]>()
  const outgoing = new Map<string, Connection[]>()
  const add = (map: Map<string, Connection[]>, id: string, connection: Connection) => {
    const list = map.get(id)
    if (list) list.push(connection)
    else map.set(id, [connection])
  }
  for (const connection of scenario.connections) {
    add(outgoing, connection.from, connection)
    add(incoming, connection.to, connection)
  }
  const all = new Map<string, ConnectionsOf>()
  for (const id of new Set([...incoming.keys(), ...outgoing.keys()])) {
    all.set(id, {
      incoming: incoming.get(id) ?? [],
      outgoing: inDrawnOrder(outgoing.get(id) ?? []),
    })
  }
  ends.set(scenario.connections, all)
  return all
}

/**
 * The lines into a service as the file lists them, and those out of it in the order in which an inferred
 * handler takes them. A line from a service to itself is in both.
 */
export function connectionsOf(scenario: Scenario, serviceId: string): ConnectionsOf {
  return connectionsByService(scenario).get(serviceId) ?? noConnections
}

/** Every id in use, whatever it names: what a fresh id must avoid. */
export function takenIds(scenario: Scenario): Set<string> {
  const taken = new Set<string>()
  for (const list of [scenario.services, scenario.connections])
    for (const { id } of list) taken.add(id)
  for (const list of [scenario.zones, scenario.notes, scenario.invariants]) {
    for (const { id } of list ?? NONE) taken.add(id)
  }
  return taken
}

/** Which of these the user has locked: they neither move nor go. */
export function lockedAmong(scenario: Scenario, ids: Iterable<string>): ReadonlySet<string> {
  const asked = new Set(ids)
  const { services, zones = [], notes = [] } = scenario
  const locked = [...services, ...zones, ...notes].filter((one) => one.locked && asked.has(one.id))
  return new Set(locked.map(({ id }) => id))
}
