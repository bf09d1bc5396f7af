/** The answer to the request that started this handler; work may follow it. */
import type { ReplyAction } from '../../scenario/action'
import type { Flattener } from '../flattener'
import { answer, enter, handlerOf } from '../handling'
import type { OpRule } from '../op-rule'
import { meaningOf, PROTOCOL_RULES, speaks } from '../protocols/table'

export const reply: OpRule<'reply'> = {
  proceed(draft, token, op) {
    if (draft.get(draft.fields.replied, token) === 0)
      answer(draft, token, handlerOf(draft, op), op.outcome)
    enter(draft, token, op.next)
  },
}

/** A status of the other family is said by the code of the line's own that means the same. */
function sayableOn(into: Flattener, status: number): number {
  const { protocol } = into.names.connectionAt(into.source.line as number)
  const { statuses } = PROTOCOL_RULES[protocol]
  return speaks(protocol, status) ? status : statuses[meaningOf(status)]
}

export function flattenReply({ reply: status }: ReplyAction, into: Flattener, path: string): void {
  if (into.source.response === undefined) {
    into.names.warn('engine/reply-to-nobody', path, { trigger: into.source.trigger })
    return
  }
  into.add({ op: 'reply', outcome: into.tables.answer(sayableOn(into, status)) })
}
