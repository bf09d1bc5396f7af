/** Something the outside world sees, done by a service itself or by the provider that it called. */
import { enter, handlerOf } from '../handling'
import type { OpRule } from '../op-rule'

export const effect: OpRule<'effect'> = {
  proceed(draft, token, op) {
    const { service, line } = handlerOf(draft, op)
    const key = draft.key(token)
    const order = draft.order(token)
    const done = draft.effect(key, order, op.effect)
    const known = draft.program.effects[op.effect]
    const name = known?.name ?? ''
    const about = { token, ...(line !== undefined && { line }), message: name }
    if (op.once && done > 0) {
      // The provider knows the idempotency key: it answers as before and does nothing.
      draft.emit('effect.deduplicated', service, { ...about, detail: { effect: name } })
    } else {
      draft.countEffect(key, order, op.effect)
      const says = known?.says[op.says] ?? ''
      if (says !== '') draft.setSaid(key, order, op.effect, op.says)
      const detail = { effect: name, count: done + 1, ...(says !== '' && { says }) }
      draft.emit('effect.done', service, { ...about, detail })
    }
    enter(draft, token, op.next)
  },
}
