/** Which lines handlers speak of: finding them, cutting them out, renaming them. Knows only ids. */
import type { Action } from './action'
import type { Handler } from './handler'
import { innermost, rewritten } from './rewrite-actions'

/** The line that an action uses by its id. */
function lineUsedBy(action: Action): string | undefined {
  if ('call' in action) return action.call
  return 'push' in action ? action.push : undefined
}

/** Every line that a list of handlers names, in the order of their first mention. */
export function linesNamedIn(handlers: readonly Handler[]): ReadonlySet<string> {
  const lines = new Set<string>()
  for (const { on, do: actions } of handlers) {
    if ('connection' in on) lines.add(on.connection)
    for (const action of innermost(actions)) {
      const line = lineUsedBy(action)
      if (line !== undefined) lines.add(line)
    }
  }
  return lines
}

/**
 * The handlers without those that a removed line started, and without the actions that used one. An action
 * that only held such actions goes with them. The same list where none is named.
 */
export function withoutLines(
  handlers: readonly Handler[],
  gone: ReadonlySet<string>,
): readonly Handler[] {
  const left = handlers
    .filter(({ on }) => !('connection' in on && gone.has(on.connection)))
    .map((handler) => withActions(handler, (action) => (uses(action, gone) ? [] : [action])))
  const isSame = left.length === handlers.length && left.every((one, i) => one === handlers[i])
  return isSame ? handlers : left
}

function uses(action: Action, lines: ReadonlySet<string>): boolean {
  const line = lineUsedBy(action)
  return line !== undefined && lines.has(line)
}

/** The handlers speaking of lines by their new ids; lines that are not renamed stay. */
export function withRenamedLines(
  handlers: readonly Handler[],
  renamed: ReadonlyMap<string, string>,
): readonly Handler[] {
  const line = (id: string) => renamed.get(id) ?? id
  return handlers.map((handler) => ({
    ...withActions(handler, (action) => {
      if ('call' in action) return [{ ...action, call: line(action.call) }]
      return 'push' in action ? [{ ...action, push: line(action.push) }] : [action]
    }),
    on: 'connection' in handler.on ? { connection: line(handler.on.connection) } : handler.on,
  }))
}

/** The handler with its innermost actions rewritten; the same value where they stay. */
export function withActions(
  handler: Handler,
  change: (action: Action) => readonly Action[],
): Handler {
  const actions = rewritten(handler.do, change)
  return actions === handler.do ? handler : { ...handler, do: [...actions] }
}
