/** An event handed to the broker; the handler waits for the confirm unless it does not care. */
import { delayOf } from '../delay'
import type { Draft } from '../draft'
import { enter, failAt, handlerOf } from '../handling'
import type { PublishOp } from '../op'
import type { OpRule } from '../op-rule'
import { FAILED_OUTCOME } from '../program'
import { brokerDown, loseEvent, storeEvent } from '../publishing'
import type { Token } from '../view'

/** Publish to confirm on an idle broker. domain.md 6.1. */
const CONFIRM = delayOf(undefined, 3)

export const publish: OpRule<'publish'> = {
  offer(_view, _token, _op, offers) {
    offers.fault('lose-request')
  },
  proceed(draft, token, op) {
    const down = brokerDown(draft, op.publication)
    if (down !== undefined) return refuse(draft, token, op, down)
    storeEvent(draft, token, op.publication, draft.get(draft.fields.attempt, token) + 1)
    if (op.confirm) draft.moveTo(token, op.confirming, draft.sample(CONFIRM, token, op.index))
    else enter(draft, token, op.next)
  },
  lose(draft, token, op) {
    loseEvent(draft, token, op.publication)
    if (op.confirm) draft.moveTo(token, op.unconfirmed, op.timeoutUs)
    else enter(draft, token, op.next)
  },
}

/** A broker that is down takes nothing: a publisher that waits for confirms sees it, another does not. */
function refuse(draft: Draft, token: Token, op: PublishOp, broker: number): void {
  const { publication } = op
  const line = publication.lines.find((one) => draft.program.lines[one]?.to === broker)
  draft.emit('request.refused', broker, {
    token,
    ...(line !== undefined && { line }),
    from: publication.service,
    to: broker,
    message: publication.event,
  })
  if (!op.confirm) return enter(draft, token, op.next)
  const at = draft.program.lines[line ?? -1]?.answers.refused ?? FAILED_OUTCOME
  if (handlerOf(draft, op).remembersLast) draft.set(draft.fields.outcome, token, at)
  failAt(draft, token, op, at)
}
