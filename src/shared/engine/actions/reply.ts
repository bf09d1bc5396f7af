/** The answer to the request that started this handler; work may follow it. */
import { answer, enter, handlerOf } from '../handling'
import type { OpRule } from '../op-rule'

export const reply: OpRule<'reply'> = {
  proceed(draft, token, op) {
    if (draft.get(draft.fields.replied, token) === 0)
      answer(draft, token, handlerOf(draft, op), op.outcome)
    enter(draft, token, op.next)
  },
}
