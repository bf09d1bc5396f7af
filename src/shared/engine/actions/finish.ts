/** The end of a handler whose message the broker keeps until it is acknowledged. */
import type { Draft } from '../draft'
import { handlerOf, report } from '../handling'
import type { FinishOp } from '../op'
import type { OpRule } from '../op-rule'
import { isCut } from '../partition'
import type { Line } from '../program'
import { leaveQueue, returnToQueue } from '../queue'
import type { Token } from '../view'

export const finish: OpRule<'finish'> = {
  /** The acknowledgement cannot leave on a line that is cut. */
  isHeld(view, token, op) {
    if (view.get(view.fields.rank, token) === 0) return false
    return isCut(view, view.program.handlers[op.handler]?.line)
  },
  offer(view, token, _op, offers) {
    if (view.get(view.fields.rank, token) > 0) offers.fault('lose-response')
  },
  proceed(draft, token, op) {
    const handler = handlerOf(draft, op)
    report(draft, 'handler.finished', token, handler)
    // Without a position the broker has taken the delivery back: there is nothing to acknowledge.
    if (draft.get(draft.fields.rank, token) > 0)
      draft.emit?.('event.acked', handler.service, aboutAck(draft, token, op))
    leaveQueue(draft, token)
    draft.remove(token)
  },
  /** The acknowledgement does not arrive: the broker, not knowing, delivers again. */
  lose(draft, token, op) {
    const handler = handlerOf(draft, op)
    report(draft, 'handler.finished', token, handler)
    draft.emit?.('event.lost', handler.service, {
      ...aboutAck(draft, token, op),
      detail: { context: 'ack' },
    })
    returnToQueue(draft, token, handler)
  },
}

/** A drawn broker is told; an implied one stands on the line, where there is nobody to name. */
function brokerOn(draft: Draft, line: Line): number | undefined {
  return draft.program.services[line.from]?.kind === 'broker' ? line.from : undefined
}

function aboutAck(draft: Draft, token: Token, op: FinishOp) {
  const handler = handlerOf(draft, op)
  const line = draft.program.lines[handler.line ?? -1]
  return {
    token,
    ...(line !== undefined && { line: line.index, to: brokerOn(draft, line) }),
    from: handler.service,
    message: handler.trigger,
  }
}
