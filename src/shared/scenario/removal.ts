/**
 * Taking things off the board with everything that refers to them, so that what is left is still a
 * scenario: lines of a removed service, stimuli and faults on them, handlers and actions that name them.
 */
import type { Action, SagaStage } from './action'
import type { Handler } from './handler'
import type { Scenario } from './scenario'
import type { Service } from './service'

interface Removed {
  readonly services: ReadonlySet<string>
  readonly connections: ReadonlySet<string>
  readonly zones: ReadonlySet<string>
}

type Optional = 'zones' | 'notes' | 'stimuli' | 'faults' | 'invariants'

/** Changes `draft` in place: an immer draft, or a scenario nobody else holds. Unknown ids are passed over. */
export function removeThings(draft: Scenario, ids: readonly string[]): void {
  const asked = new Set(ids)
  const services = new Set(undrafted(draft.services).map((one) => one.id).filter((id) => asked.has(id)))
  const zones = new Set((draft.zones ?? []).map((one) => one.id).filter((id) => asked.has(id)))
  const connections = new Set<string>()
  for (const { id, from, to } of undrafted(draft.connections)) {
    if (asked.has(id) || services.has(from) || services.has(to)) connections.add(id)
  }
  const removed: Removed = { services, connections, zones }

  keep(draft.connections, (one) => !connections.has(one.id))
  keepOptional(draft, 'zones', (one) => !zones.has(one.id))
  keepOptional(draft, 'notes', (one) => !asked.has(one.id))
  keepOptional(draft, 'stimuli', (one) => !connections.has(one.connection))
  keepOptional(draft, 'faults', ({ at }) =>
    'service' in at ? !services.has(at.service) : !connections.has(at.connection),
  )
  for (const stimulus of draft.stimuli ?? []) {
    if (stimulus.poison !== undefined && services.has(stimulus.poison)) delete stimulus.poison
  }
  undrafted(draft.services).forEach((before, index) => {
    if (!refers(before, removed)) return
    const service = draft.services[index]
    if (service) forget(service, removed)
  })
  keep(draft.services, (one) => !services.has(one.id))
}

/** Leaves the list itself alone where nothing goes, so that immer records no change. */
function keep<T>(list: T[], wanted: (one: T) => boolean): void {
  const before = undrafted(list)
  const left = before.flatMap((one, index) => (wanted(one) ? list.slice(index, index + 1) : []))
  if (left.length < before.length) list.splice(0, before.length, ...left)
}

/** As `keep`; a list that becomes empty goes too, as if it had never been written. */
function keepOptional<Name extends Optional>(
  draft: Scenario,
  name: Name,
  wanted: (one: NonNullable<Scenario[Name]>[number]) => boolean,
): void {
  const list: NonNullable<Scenario[Name]>[number][] | undefined = draft[name]
  if (!list || list.length === 0) return
  keep(list, wanted)
  if (list.length === 0) delete draft[name]
}

function refers({ zone, handlers }: Service, removed: Removed): boolean {
  if (zone !== undefined && removed.zones.has(zone)) return true
  return handlers?.some((handler) => handlerNames(handler, removed.connections)) ?? false
}

function forget(service: Service, removed: Removed): void {
  if (service.zone !== undefined && removed.zones.has(service.zone)) delete service.zone
  if (!service.handlers) return
  const left = withoutConnections(service.handlers, removed.connections)
  if (left.length === 0) delete service.handlers
  else service.handlers = left
}

/**
 * The handlers without those that a removed line started, and without the actions that used one. An action
 * that only held such actions goes with them.
 */
export function withoutConnections(
  handlers: readonly Handler[],
  gone: ReadonlySet<string>,
): Handler[] {
  return handlers
    .filter(({ on }) => !('connection' in on && gone.has(on.connection)))
    .map((handler) => ({ ...handler, do: cutAll(handler.do, gone) }))
}

function handlerNames({ on, do: actions }: Handler, gone: ReadonlySet<string>): boolean {
  return ('connection' in on && gone.has(on.connection)) || actions.some((one) => names(one, gone))
}

function names(action: Action, gone: ReadonlySet<string>): boolean {
  if ('call' in action) return gone.has(action.call)
  if ('push' in action) return gone.has(action.push)
  return actionsInside(action).some((inner) => names(inner, gone))
}

/** The actions that an action is made of, at the first level: both arms of an `if`, stages of a saga. */
export function actionsInside(action: Action): readonly Action[] {
  if ('if' in action) return [...action.then, ...(action.else ?? [])]
  if ('transaction' in action) return action.transaction
  if ('saga' in action) {
    return action.saga.flatMap((stage) => [...listed(stage.do), ...listed(stage.undo)])
  }
  return []
}

function listed(actions: Action | Action[] | undefined): readonly Action[] {
  if (actions === undefined) return []
  return Array.isArray(actions) ? actions : [actions]
}

function cutAll(actions: readonly Action[], gone: ReadonlySet<string>): Action[] {
  return actions.flatMap((action) => cut(action, gone) ?? [])
}

/** The action itself where it names nothing removed; `undefined` where nothing of it is left. */
function cut(action: Action, gone: ReadonlySet<string>): Action | undefined {
  if (!names(action, gone)) return action
  if ('if' in action) {
    const then = cutAll(action.then, gone)
    const otherwise = action.else && cutAll(action.else, gone)
    if (then.length === 0 && !otherwise?.length) return undefined
    const { else: _, ...rest } = action
    return otherwise?.length ? { ...rest, then, else: otherwise } : { ...rest, then }
  }
  if ('transaction' in action) {
    const transaction = cutAll(action.transaction, gone)
    return transaction.length === 0 ? undefined : { transaction }
  }
  if ('saga' in action) {
    const saga = action.saga.flatMap((stage) => cutStage(stage, gone) ?? [])
    return saga.length === 0 ? undefined : { saga }
  }
  return undefined
}

function cutStage(stage: SagaStage, gone: ReadonlySet<string>): SagaStage | undefined {
  const forward = cutAll(listed(stage.do), gone)
  if (forward.length === 0) return undefined
  const back = cutAll(listed(stage.undo), gone)
  const asWritten = (left: Action[], written: Action | Action[] | undefined) => {
    const [only] = left
    return only !== undefined && !Array.isArray(written) ? only : left
  }
  const kept = { do: asWritten(forward, stage.do) }
  return back.length === 0 ? kept : { ...kept, undo: asWritten(back, stage.undo) }
}
