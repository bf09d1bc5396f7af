/** A synchronous request, sent when the handler gets there. What follows is in calling.ts. */
import { sendRequest } from '../calling'
import type { OpRule } from '../op-rule'

export const call: OpRule<'call'> = {
  proceed(draft, token, op) {
    sendRequest(draft, token, op)
  },
}
