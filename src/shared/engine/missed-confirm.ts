/** A confirm that does not come, for whatever reason. Knows nothing of brokers or lines. */
import type { Draft } from './draft'
import type { PublishOp } from './op'
import type { Token } from './view'

/** The confirm of what the broker has stored does not come: its publisher waits for all of its timeout. */
export function missConfirm(draft: Draft, token: Token, op: PublishOp): void {
  const sentUs = draft.sentUs(token)
  draft.moveTo(token, op.unconfirmed)
  draft.setDueUs(token, sentUs + op.timeoutUs)
  if (op.isIdempotent) draft.set(draft.fields.known, token, 1)
}
