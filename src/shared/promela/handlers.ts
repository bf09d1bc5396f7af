/** Handlers as inlines: how each starts, what leads from action to action, how it ends. */
import { endings } from './endings'
import { afterwards, enterInline } from './going-on'
import { startInline } from './starting'
import { comment, handlerTitle, type Writing } from './writing'

/** What leads from action to action, last action first: each says what comes after it by name. */
export function handlers(writing: Writing): string {
  const { program } = writing
  return program.handlers
    .toReversed()
    .flatMap((handler) => [
      comment(handlerTitle(writing, handler)),
      ...endings(writing, handler),
      ...program.ops
        .filter((op) => op.handler === handler.index)
        .toReversed()
        .flatMap((op) => [enterInline(writing, handler, op), ...afterwards(writing, handler, op)]),
      startInline(writing, handler),
    ])
    .join('\n')
}
