/** Virtual time passes: the op's own cost is the whole of it. */
import { enter } from '../handling'
import type { OpRule } from '../op-rule'

export const wait: OpRule<'wait'> = {
  proceed(draft, token, op) {
    enter(draft, token, op.next)
  },
}
