/**
 * The only way a scenario changes. Each edit is data; applying one is pure and keeps what it did not touch
 * by reference. Knows nothing of screens, of gestures or of undo.
 */
import { produce } from 'immer'
import { sameValue } from '../base/same-value'
import type { Connection } from './connection'
import { handlersFollowing, isFollowed } from './follow-line'
import type { Handler } from './handler'
import type { Point } from './place'
import { removeThings } from './removal'
import type { Fault, Invariant, Note, Scenario, Stimulus, Zone } from './scenario'
import type { Service } from './service'
import type { Text } from './text'
import type { Tint } from './tint'
import { undrafted } from './undrafted'

/** New values by field; `undefined` takes an optional field away. */
export type Changes<T extends { id: string }> = {
  readonly [Field in Exclude<keyof T, 'id'>]?: T[Field] | undefined
}

/** Where things go, by id. */
export type Positions = Readonly<Record<string, Point>>

export interface Fragment {
  readonly services: readonly Service[]
  readonly connections: readonly Connection[]
  readonly zones: readonly Zone[]
  readonly notes: readonly Note[]
}

export type Edit =
  | { readonly edit: 'addService'; readonly service: Service }
  | { readonly edit: 'updateService'; readonly id: string; readonly changes: Changes<Service> }
  | { readonly edit: 'addConnection'; readonly connection: Connection }
  | {
      readonly edit: 'updateConnection'
      readonly id: string
      readonly changes: Changes<Connection>
    }
  | { readonly edit: 'addZone'; readonly zone: Zone }
  | { readonly edit: 'updateZone'; readonly id: string; readonly changes: Changes<Zone> }
  | { readonly edit: 'addNote'; readonly note: Note }
  | { readonly edit: 'updateNote'; readonly id: string; readonly changes: Changes<Note> }
  | { readonly edit: 'move'; readonly positions: Positions }
  | {
      readonly edit: 'arrange'
      readonly positions: Positions
      /** By connection; an empty list takes a line's waypoints away. Lines not named keep theirs. */
      readonly waypoints?: Readonly<Record<string, readonly Point[]>>
    }
  | { readonly edit: 'lock'; readonly ids: readonly string[]; readonly locked: boolean }
  /** Of services and notes; `undefined` gives each its own colour back. */
  | { readonly edit: 'tint'; readonly ids: readonly string[]; readonly color: Tint | undefined }
  /** Among zones or among notes: the last in its list is drawn on top. Others keep their order. */
  | { readonly edit: 'restack'; readonly ids: readonly string[]; readonly to: 'front' | 'back' }
  | { readonly edit: 'remove'; readonly ids: readonly string[] }
  | ({ readonly edit: 'insert' } & Fragment)
  | {
      readonly edit: 'setHandlers'
      readonly service: string
      readonly handlers: readonly Handler[] | undefined
    }
  | { readonly edit: 'setTitle'; readonly title: Text }
  | { readonly edit: 'setSummary'; readonly summary: Text | undefined }
  | { readonly edit: 'setStimuli'; readonly stimuli: readonly Stimulus[] }
  | { readonly edit: 'setInvariants'; readonly invariants: readonly Invariant[] }
  | { readonly edit: 'setFaults'; readonly faults: readonly Fault[] }

/** The scenario after the edit; the same value, not an equal one, when the edit changes nothing. */
export function applyEdit(scenario: Scenario, edit: Edit): Scenario {
  return produce(scenario, (draft) => performEdit(draft, edit))
}

/** Performs the edit on an immer draft. A thing that is not there is passed over. */
export function performEdit(draft: Scenario, edit: Edit): void {
  switch (edit.edit) {
    case 'addService':
      draft.services.push(edit.service)
      return
    case 'addConnection':
      draft.connections.push(edit.connection)
      return
    case 'addZone':
      addTo(draft, 'zones', [edit.zone])
      return
    case 'addNote':
      addTo(draft, 'notes', [edit.note])
      return
    case 'updateService':
      update(draft.services, edit.id, edit.changes)
      return
    case 'updateConnection':
      updateLine(draft, edit.id, edit.changes)
      return
    case 'updateZone':
      update(draft.zones, edit.id, edit.changes)
      return
    case 'updateNote':
      update(draft.notes, edit.id, edit.changes)
      return
    case 'move':
      place(draft, edit.positions)
      return
    case 'arrange':
      place(draft, edit.positions)
      route(draft, edit.waypoints ?? {})
      return
    case 'lock':
      lock(draft, edit.ids, edit.locked)
      return
    case 'tint':
      tint(draft, edit.ids, edit.color)
      return
    case 'restack':
      restack(draft, edit.ids, edit.to)
      return
    case 'remove':
      removeThings(draft, edit.ids)
      return
    case 'insert':
      draft.services.push(...edit.services)
      draft.connections.push(...edit.connections)
      addTo(draft, 'zones', edit.zones)
      addTo(draft, 'notes', edit.notes)
      return
    default:
      setWhole(draft, edit)
  }
}

type WholeEdit = Extract<Edit, { edit: `set${string}` }>

function setWhole(draft: Scenario, edit: WholeEdit): void {
  switch (edit.edit) {
    case 'setHandlers':
      update(draft.services, edit.service, { handlers: edit.handlers && [...edit.handlers] })
      return
    case 'setTitle':
      put(draft, 'title', edit.title)
      return
    case 'setSummary':
      put(draft, 'summary', edit.summary)
      return
    case 'setStimuli':
      put(draft, 'stimuli', listed(edit.stimuli))
      return
    case 'setInvariants':
      put(draft, 'invariants', listed(edit.invariants))
      return
    case 'setFaults':
      put(draft, 'faults', listed(edit.faults))
  }
}

/** An empty list is as good as none, and the file stays without it. */
function listed<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list]
}

/** Writes a field only where its content differs: an edit that changes nothing must leave no trace. */
function put<T extends object, Field extends keyof T>(
  target: T,
  field: Field,
  value: T[Field] | undefined,
): void {
  if (sameValue(target[field], value)) return
  if (value === undefined) delete target[field]
  else target[field] = value
}

function update<T extends { id: string }>(
  list: T[] | undefined,
  id: string,
  changes: Changes<T>,
): void {
  if (!list) return
  const thing = list[undrafted(list).findIndex((one) => one.id === id)]
  if (!thing) return
  for (const field of Object.keys(changes) as Exclude<keyof T, 'id'>[]) {
    put(thing, field, changes[field])
  }
}

function updateLine(draft: Scenario, id: string, changes: Changes<Connection>): void {
  const connections = undrafted(draft.connections)
  const before = connections.find((one) => one.id === id)
  if (!before) return
  update(draft.connections, id, changes)
  const after: Connection = { ...before, ...changes } as Connection
  if (!isFollowed(before, after)) return
  for (const end of new Set([before.from, before.to, after.from, after.to])) {
    const { handlers } = undrafted(draft.services).find((one) => one.id === end) ?? {}
    if (!handlers) continue
    const following = handlersFollowing(handlers, end, before, after, connections)
    const isNone = following.length === 0 && handlers.length > 0
    update(draft.services, end, { handlers: isNone ? undefined : [...following] })
  }
}

function addTo(draft: Scenario, name: 'zones', things: readonly Zone[]): void
function addTo(draft: Scenario, name: 'notes', things: readonly Note[]): void
function addTo(draft: Scenario, name: 'zones' | 'notes', things: readonly (Zone | Note)[]): void {
  if (things.length === 0) return
  Object.assign(draft, { [name]: [...(draft[name] ?? []), ...things] })
}

function lock(draft: Scenario, ids: readonly string[], locked: boolean): void {
  const asked = new Set(ids)
  for (const list of placedIn(draft)) {
    undrafted(list).forEach(({ id }, index) => {
      const thing = list[index]
      if (thing && asked.has(id)) put(thing, 'locked', locked || undefined)
    })
  }
}

interface Tinted {
  id: string
  color?: Tint | undefined
}

function tint(draft: Scenario, ids: readonly string[], color: Tint | undefined): void {
  const asked = new Set(ids)
  const lists: readonly Tinted[][] = [draft.services, draft.notes ?? []]
  for (const list of lists) {
    undrafted(list).forEach(({ id }, index) => {
      const thing = list[index]
      if (thing && asked.has(id)) put(thing, 'color', color)
    })
  }
}

function restack(draft: Scenario, ids: readonly string[], to: 'front' | 'back'): void {
  const asked = new Set(ids)
  if (draft.zones) put(draft, 'zones', restacked(undrafted(draft.zones), asked, to))
  if (draft.notes) put(draft, 'notes', restacked(undrafted(draft.notes), asked, to))
}

function restacked<T extends { readonly id: string }>(
  list: readonly T[],
  asked: ReadonlySet<string>,
  to: 'front' | 'back',
): T[] {
  const chosen = list.filter(({ id }) => asked.has(id))
  const others = list.filter(({ id }) => !asked.has(id))
  return to === 'front' ? [...others, ...chosen] : [...chosen, ...others]
}

interface Placed {
  id: string
  position: Point
  locked?: boolean | undefined
}

function placedIn(draft: Scenario): readonly Placed[][] {
  return [draft.services, draft.zones ?? [], draft.notes ?? []]
}

function place(draft: Scenario, positions: Positions): void {
  for (const list of placedIn(draft)) {
    undrafted(list).forEach(({ id, locked }, index) => {
      if (locked) return
      const position = Object.hasOwn(positions, id) ? positions[id] : undefined
      const thing = list[index]
      if (thing && position) put(thing, 'position', { x: position.x, y: position.y })
    })
  }
}

function route(draft: Scenario, waypoints: Readonly<Record<string, readonly Point[]>>): void {
  undrafted(draft.connections).forEach(({ id }, index) => {
    const points = Object.hasOwn(waypoints, id) ? waypoints[id] : undefined
    const connection = draft.connections[index]
    if (connection && points) put(connection, 'waypoints', listed(points))
  })
}

/** The ids of what an edit is about: what the board selects when it is undone. */
export function touchedBy(edit: Edit): readonly string[] {
  switch (edit.edit) {
    case 'addService':
      return [edit.service.id]
    case 'addConnection':
      return [edit.connection.id]
    case 'addZone':
      return [edit.zone.id]
    case 'addNote':
      return [edit.note.id]
    case 'updateService':
    case 'updateConnection':
    case 'updateZone':
    case 'updateNote':
      return [edit.id]
    case 'move':
    case 'arrange':
      return Object.keys(edit.positions)
    case 'lock':
    case 'tint':
    case 'restack':
    case 'remove':
      return edit.ids
    case 'insert':
      return [edit.services, edit.connections, edit.zones, edit.notes].flatMap((things) =>
        things.map((thing) => thing.id),
      )
    case 'setHandlers':
      return [edit.service]
    default:
      return []
  }
}
