/** Stops the handler with an error: an error response, or a negative acknowledgement. */
import type { FailAction } from '../../scenario/action'
import type { Flattener } from '../flattener'
import { failAt } from '../handling'
import type { OpRule } from '../op-rule'

export const fail: OpRule<'fail'> = {
  proceed(draft, token, op) {
    failAt(draft, token, op, op.outcome)
  },
}

export function flattenFail({ fail: status }: FailAction, into: Flattener): void {
  into.add({ op: 'fail', outcome: into.tables.outcome('error', status) })
}
