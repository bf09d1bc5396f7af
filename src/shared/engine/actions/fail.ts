/** Stops the handler with an error: an error response, or a negative acknowledgement. */
import type { FailAction } from '../../scenario/action'
import type { Draft } from '../draft'
import type { Flattener } from '../flattener'
import { failAt, handlerOf, report } from '../handling'
import type { OpRule } from '../op-rule'
import type { HandlerProgram } from '../program'
import { deadLetter } from '../queue'
import type { Token } from '../view'

export const fail: OpRule<'fail'> = {
  proceed(draft, token, op) {
    if (op.rejects && op.onFail === undefined && draft.get(draft.fields.rank, token) > 0)
      return reject(draft, token, handlerOf(draft, op))
    failAt(draft, token, op, op.outcome)
  },
}

/** basic.reject or basic.nack with requeue=false: AMQP 0-9-1, 1.8.3.14. */
function reject(draft: Draft, token: Token, handler: HandlerProgram): void {
  report(draft, 'handler.failed', token, handler)
  deadLetter(draft, token, handler, 'rejected')
}

export function flattenFail({ fail: status, requeue }: FailAction, into: Flattener): void {
  const outcome = into.tables.outcome('error', status)
  into.add({ op: 'fail', outcome, rejects: requeue === false })
}
