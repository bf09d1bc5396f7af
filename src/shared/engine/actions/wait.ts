/** Virtual time passes: the op's own cost is the whole of it. */
import type { WaitAction } from '../../scenario/action'
import { delayOf } from '../delay'
import type { Flattener } from '../flattener'
import { enter, handlerOf } from '../handling'
import type { OpRule } from '../op-rule'

export const wait: OpRule<'wait'> = {
  proceed(draft, token, op) {
    const { service, trigger } = handlerOf(draft, op)
    const ms = (draft.nowUs - draft.sentUs(token)) / 1000
    draft.emit?.('handler.waited', service, { token, message: trigger, detail: { ms } })
    enter(draft, token, op.next)
  },
}

export function flattenWait({ wait: duration }: WaitAction, into: Flattener): void {
  into.add({ op: 'wait', cost: delayOf(duration, 0) })
}
