/** Which lines handlers speak of: finding them, cutting them out, renaming them. Knows only ids. */
import type { Action, SagaStage } from './action'
import type { Handler } from './handler'

/**
 * The handlers without those that a removed line started, and without the actions that used one. An action
 * that only held such actions goes with them.
 */
export function withoutLines(handlers: readonly Handler[], gone: ReadonlySet<string>): Handler[] {
  return handlers
    .filter(({ on }) => !('connection' in on && gone.has(on.connection)))
    .map((handler) => ({ ...handler, do: cutAll(handler.do, gone) }))
}

export function namesLine({ on, do: actions }: Handler, gone: ReadonlySet<string>): boolean {
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

/** Every line that a list of handlers names, in the order of their first mention. */
export function linesNamedIn(handlers: readonly Handler[]): ReadonlySet<string> {
  const lines = new Set<string>()
  const visit = (action: Action): void => {
    if ('call' in action) lines.add(action.call)
    else if ('push' in action) lines.add(action.push)
    else actionsInside(action).forEach(visit)
  }
  for (const { on, do: actions } of handlers) {
    if ('connection' in on) lines.add(on.connection)
    actions.forEach(visit)
  }
  return lines
}

/** The handlers speaking of lines by their new ids; lines that are not renamed stay. */
export function withRenamedLines(
  handlers: readonly Handler[],
  renamed: ReadonlyMap<string, string>,
): Handler[] {
  const line = (id: string) => renamed.get(id) ?? id
  return handlers.map((handler) => ({
    ...handler,
    on: 'connection' in handler.on ? { connection: line(handler.on.connection) } : handler.on,
    do: handler.do.map((action) => mapLines(action, line)),
  }))
}

function mapLines(action: Action, line: (id: string) => string): Action {
  const all = (actions: Action[]) => actions.map((one) => mapLines(one, line))
  const some = (actions: Action | Action[]) =>
    Array.isArray(actions) ? all(actions) : mapLines(actions, line)
  if ('call' in action) return { ...action, call: line(action.call) }
  if ('push' in action) return { ...action, push: line(action.push) }
  if ('if' in action) {
    // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
    const arms = { ...action, then: all(action.then) }
    return action.else ? { ...arms, else: all(action.else) } : arms
  }
  if ('transaction' in action) return { transaction: all(action.transaction) }
  if ('saga' in action) {
    return {
      saga: action.saga.map((stage) => ({
        do: some(stage.do),
        ...(stage.undo === undefined ? {} : { undo: some(stage.undo) }),
      })),
    }
  }
  return action
}
