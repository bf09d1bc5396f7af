/**
 * A request and its answer on the way, for REST, gRPC and whatever else is asked and answers. The caller
 * tells apart a status, a refusal and silence, and nothing else: silence does not say whether the work was
 * done. semantics.md, "rest, grpc".
 */
import { isTooEarly, lineAt, sendRequest, settleCall } from '../calling'
import type { Draft } from '../draft'
import { cancelIfAlone, start, takeUpOrder } from '../handling'
import type { CallOp } from '../op'
import { isCut } from '../partition'
import type { PlaceOf } from '../place'
import type { PlaceRule } from '../place-rule'
import type { HandlerProgram } from '../program'
import { isFull, leastBusy } from '../replica'
import type { Token } from '../view'

export const waiting: PlaceRule<'waiting'> = {
  natural: 'timeout',
  offer(view, token, { op }, offers) {
    // While the answer can still come, the timeout comes first only if something delays the answer.
    if (isTooEarly(view, token, op)) offers.early('delay')
    else offers.natural()
  },
  proceed(draft, token, { op }) {
    const line = lineAt(draft, op.line)
    if (isTooEarly(draft, token, op)) draft.spend('delay')
    draft.emit?.('call.timeout', line.from, {
      token,
      line: op.line,
      from: line.from,
      to: line.to,
      message: op.message,
    })
    settleCall(draft, token, op, line.answers.timeout)
  },
}

/** No connection: nothing was sent, and any request may be repeated. domain.md 1.1, before connect. */
export const connecting: PlaceRule<'connecting'> = {
  natural: 'proceed',
  offer(_view, _token, _place, offers) {
    offers.natural()
  },
  proceed(draft, token, { op }) {
    if (cancelIfAlone(draft, token, op)) return
    if (!isCut(draft, op.line)) {
      sendRequest(draft, token, op)
      return
    }
    const { from, to, answers } = lineAt(draft, op.line)
    draft.emit?.('connection.failed', from, { token, line: op.line, from, to, message: op.message })
    settleCall(draft, token, op, answers.refused)
  },
}

export const backoff: PlaceRule<'backoff'> = {
  natural: 'proceed',
  offer(_view, _token, _place, offers) {
    offers.natural()
  },
  proceed(draft, token, { op }) {
    if (cancelIfAlone(draft, token, op)) return
    const line = lineAt(draft, op.line)
    const attempt = draft.get(draft.fields.attempt, token) + 1
    draft.emit?.('call.retried', line.from, {
      token,
      line: op.line,
      from: line.from,
      to: line.to,
      message: op.message,
      detail: { attempt },
    })
    sendRequest(draft, token, op)
  },
}

export const request: PlaceRule<'request'> = {
  natural: 'arrive',
  offer(view, _token, { op }, offers) {
    if (isCut(view, op.line)) return
    offers.natural()
    offers.fault('lose-request')
    offers.fault('duplicate')
    offers.delay()
  },
  proceed(draft, token, place) {
    const line = lineAt(draft, place.op.line)
    if (draft.isUp(line.to)) receive(draft, token, place.op)
    else refuse(draft, token, place.op)
  },
  lose(draft, token, { op }) {
    emitMessage(draft, 'request.lost', token, op)
    draft.remove(token)
  },
  duplicate(draft, token, { op }) {
    const line = lineAt(draft, op.line)
    draft.emit?.('request.sent', line.from, {
      token,
      line: op.line,
      from: line.from,
      to: line.to,
      message: op.message,
      detail: { context: 'duplicate' },
    })
    draft.copy(token)
  },
  delay: delayPastTimeout,
}

/** domain.md 4.5, `slow`: it comes half a timeout after its caller has given up. */
function delayPastTimeout(draft: Draft, token: Token): void {
  const caller = draft.callerOf(draft.get(draft.fields.link, token))
  if (caller === 0) return
  const lateUs = Math.round(waitedOp(draft, caller).timeoutUs / 2)
  draft.setDueUs(token, draft.dueUs(caller) + lateUs)
}

function receive(draft: Draft, token: Token, op: CallOp): void {
  const line = lineAt(draft, op.line)
  const replica = leastBusy(draft, line.to)
  if (isFull(draft, line.to, replica)) {
    emitMessage(draft, 'request.refused', token, op, 'full')
    answerUnhandled(draft, token, op, line.answers.full)
    return
  }
  emitMessage(draft, 'request.received', token, op)
  const handler = draft.program.handlers[op.callee ?? -1]
  if (handler !== undefined) start(draft, token, handler, replica)
  else answerUnhandled(draft, token, op, line.answers.unknown)
}

/** The service itself answers: it does not know this, or has too much to do already. */
function answerUnhandled(draft: Draft, token: Token, op: CallOp, outcome: number): void {
  const line = lineAt(draft, op.line)
  draft.emit?.('response.sent', line.to, {
    token,
    line: op.line,
    from: line.to,
    to: line.from,
    message: op.message,
    detail: { status: draft.program.outcomes[outcome]?.status ?? 0 },
  })
  draft.set(draft.fields.outcome, token, outcome)
  draft.moveTo(token, op.response, draft.sample(line.latency, token, line.hash + 1))
}

/** Nobody listens: nothing was processed, and the caller is told so. */
function refuse(draft: Draft, token: Token, op: CallOp): void {
  const line = lineAt(draft, op.line)
  emitMessage(draft, 'request.refused', token, op)
  const caller = draft.callerOf(draft.get(draft.fields.link, token))
  const backUs = draft.sample(line.latency, token, line.hash + 1)
  draft.remove(token)
  if (caller > 0) settleCall(draft, caller, op, line.answers.refused, backUs)
}

export const response: PlaceRule<'response'> = {
  natural: 'arrive',
  offer(view, _token, { line }, offers) {
    if (isCut(view, line)) return
    offers.natural()
    offers.fault('lose-response')
    offers.delay()
  },
  proceed(draft, token, place) {
    const caller = draft.callerOf(draft.get(draft.fields.link, token))
    const outcome = draft.get(draft.fields.outcome, token)
    emitAnswer(draft, caller > 0 ? 'response.received' : 'response.late', token, place)
    draft.remove(token)
    if (caller === 0) return
    // What the other side made of the key is what the caller goes on with: a new order, for one.
    takeUpOrder(draft, caller, draft.order(token))
    settleCall(draft, caller, waitedOp(draft, caller), outcome)
  },
  lose(draft, token, place) {
    emitAnswer(draft, 'response.lost', token, place)
    draft.remove(token)
  },
  delay: delayPastTimeout,
}

function waitedOp(draft: Draft, caller: Token): CallOp {
  const place = draft.place(caller)
  if (place.at !== 'waiting') throw new Error('an answer to one that does not wait')
  return place.op
}

type Received = 'response.received' | 'response.late' | 'response.lost'

function emitAnswer(draft: Draft, kind: Received, token: Token, place: PlaceOf<'response'>): void {
  const line = lineAt(draft, place.line)
  const status = draft.program.outcomes[draft.get(draft.fields.outcome, token)]?.status ?? 0
  draft.emit?.(kind, kind === 'response.lost' ? line.to : line.from, {
    token,
    line: place.line,
    from: line.to,
    to: line.from,
    message: place.message,
    detail: { status },
  })
}

type Arrived = 'request.received' | 'request.refused' | 'request.lost'

function emitMessage(
  draft: Draft,
  kind: Arrived,
  token: Token,
  op: CallOp,
  context?: string,
): void {
  const line = lineAt(draft, op.line)
  const attempt = draft.get(draft.fields.attemptShown, token)
  draft.emit?.(kind, kind === 'request.lost' ? line.from : line.to, {
    token,
    line: op.line,
    from: line.from,
    to: line.to,
    message: op.message,
    ...((attempt > 1 || context !== undefined) && {
      detail: { ...(attempt > 1 && { attempt }), ...(context !== undefined && { context }) },
    }),
  })
}

/** The connection broke under the caller: the outcome is unknown to it, as after a timeout. */
export function breakCall(draft: Draft, link: number, handler: HandlerProgram): void {
  const caller = draft.callerOf(link)
  if (caller === 0) return
  const op = waitedOp(draft, caller)
  const line = lineAt(draft, op.line)
  draft.emit?.('connection.closed', line.from, {
    token: caller,
    line: op.line,
    from: handler.service,
    to: line.from,
    message: op.message,
  })
  settleCall(draft, caller, op, line.answers.timeout)
}
