/** One frame on a WebSocket: gone, unnoticed, if the socket is not open. */
import { enter, handlerOf } from '../handling'
import type { OpRule } from '../op-rule'
import { isOpen, sendFrame } from '../socket'

export const push: OpRule<'push'> = {
  offer(view, _token, op, offers) {
    if (isOpen(view, op.line)) offers.fault('lose-request')
  },
  proceed(draft, token, op) {
    const { service } = handlerOf(draft, op)
    sendFrame(draft, token, op, service, isOpen(draft, op.line))
    enter(draft, token, op.next)
  },
  lose(draft, token, op) {
    const { service } = handlerOf(draft, op)
    sendFrame(draft, token, op, service, false)
    enter(draft, token, op.next)
  },
}
