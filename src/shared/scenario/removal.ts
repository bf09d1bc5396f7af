/**
 * Taking things off the board with everything that refers to them, so that what is left is still a
 * scenario: lines of a removed service, stimuli and faults on them, handlers and actions that name them.
 */
import { withoutLines } from './handler-lines'
import type { Scenario, Stimulus } from './scenario'
import type { Service } from './service'
import { undrafted } from './undrafted'

interface Removed {
  readonly services: ReadonlySet<string>
  readonly connections: ReadonlySet<string>
  readonly zones: ReadonlySet<string>
}

/** Changes `draft` in place: an immer draft, or a scenario nobody else holds. Unknown ids are passed over. */
export function removeThings(draft: Scenario, ids: readonly string[]): void {
  const asked = new Set(ids)
  const services = idsOf(draft.services, (one) => asked.has(one.id))
  const zones = idsOf(draft.zones ?? [], (one) => asked.has(one.id))
  const connections = idsOf(
    draft.connections,
    (one) => asked.has(one.id) || services.has(one.from) || services.has(one.to),
  )
  const removed: Removed = { services, connections, zones }

  const servicesLeft = mapped(draft.services, (one) => serviceWithout(one, removed))
  if (servicesLeft) draft.services = servicesLeft
  const connectionsLeft = mapped(draft.connections, (one) => unless(connections.has(one.id), one))
  if (connectionsLeft) draft.connections = connectionsLeft
  shorten(draft, 'zones', (one) => unless(zones.has(one.id), one))
  shorten(draft, 'notes', (one) => unless(asked.has(one.id), one))
  shorten(draft, 'stimuli', (one) => stimulusWithout(one, removed))
  shorten(draft, 'faults', (one) =>
    unless(
      'service' in one.at ? services.has(one.at.service) : connections.has(one.at.connection),
      one,
    ),
  )
}

function idsOf<T extends { id: string }>(list: readonly T[], wanted: (one: T) => boolean) {
  const ids = undrafted(list).filter(wanted)
  return new Set(ids.map((one) => one.id))
}

function unless<T>(gone: boolean, one: T): T | undefined {
  return gone ? undefined : one
}

/** The list with each element as `change` leaves it; `undefined` where all stay as they are. */
function mapped<T>(list: readonly T[], change: (one: T) => T | undefined): T[] | undefined {
  const before = undrafted(list)
  const after = before.flatMap((one) => change(one) ?? [])
  const isSame = after.length === before.length && after.every((one, i) => one === before[i])
  return isSame ? undefined : after
}

/** A list that becomes empty goes, as if it had never been written. */
function shorten<Name extends 'zones' | 'notes' | 'stimuli' | 'faults'>(
  draft: Scenario,
  name: Name,
  change: (
    one: NonNullable<Scenario[Name]>[number],
  ) => NonNullable<Scenario[Name]>[number] | undefined,
): void {
  const list: readonly NonNullable<Scenario[Name]>[number][] = draft[name] ?? []
  const left = mapped(list, change)
  if (!left) return
  if (left.length === 0) delete draft[name]
  else Object.assign(draft, { [name]: left })
}

function stimulusWithout(stimulus: Stimulus, removed: Removed): Stimulus | undefined {
  if (removed.connections.has(stimulus.connection)) return undefined
  if (stimulus.poison === undefined || !removed.services.has(stimulus.poison)) return stimulus
  const { poison: _, ...rest } = stimulus
  return rest
}

function serviceWithout(service: Service, removed: Removed): Service | undefined {
  if (removed.services.has(service.id)) return undefined
  const { zone, handlers, ...rest } = service
  const leavesZone = zone !== undefined && removed.zones.has(zone)
  const left = handlers && withoutLines(handlers, removed.connections)
  if (!leavesZone && left === handlers) return service
  return {
    ...rest,
    ...(zone !== undefined && !leavesZone ? { zone } : {}),
    ...(left && (left.length > 0 || left === handlers) ? { handlers: [...left] } : {}),
  }
}
