/** Stops the handler with an error: an error response, or a negative acknowledgement. */
import { failAt } from '../handling'
import type { OpRule } from '../op-rule'

export const fail: OpRule<'fail'> = {
  proceed(draft, token, op) {
    failAt(draft, token, op, op.outcome)
  },
}
