/**
 * A synchronous call between its two ends: asking, waiting, and what the caller makes of the answer, of a
 * refusal and of silence. How a request travels is in protocols/call.ts.
 */
import { toUs } from './delay'
import type { Draft } from './draft'
import { cancelIfAlone, enter, failAt, handlerOf } from './handling'
import type { CallOp } from './op'
import { isCut } from './partition'
import type { AnswerOutcome, Line } from './program'
import type { Token, View } from './view'

/** Back-off where the drawing gives none: 100 ms, doubled each time, at most a second. domain.md 6.3. */
const BACKOFF_MS = 100
const BACKOFF_MAX_MS = 1000

export function lineAt(draft: Draft, index: number): Line {
  return draft.program.lines[index] as Line
}

/**
 * Whether a timeout now would come before an answer that can still arrive. Nothing arrives on a line that is
 * cut, however long it takes.
 */
export function isTooEarly(view: View, caller: Token, op: CallOp): boolean {
  return view.isAnswerPossible(caller) && !isCut(view, op.line)
}

/**
 * Sends the request of this op and waits, for at most the timeout and what is left of a deadline. Where it
 * must open a connection first and the line is cut, it sends nothing: the SYN goes unanswered (RFC 9293, 3.8.3).
 */
export function sendRequest(draft: Draft, token: Token, op: CallOp): void {
  const line = lineAt(draft, op.line)
  if (op.connecting > 0 && isCut(draft, op.line)) {
    tryToConnect(draft, token, op, line)
    return
  }
  const attempt = draft.get(draft.fields.attempt, token) + 1
  draft.emit?.('request.sent', line.from, {
    token,
    line: op.line,
    from: line.from,
    to: line.to,
    message: op.message,
    ...(attempt > 1 && { detail: { attempt } }),
  })
  const own = draft.freshLink()
  const waitUntilUs = untilUs(draft, token, op, op.timeoutUs)
  const request = draft.spawn(op.request, token, draft.sample(line.latency, token, line.hash))
  draft.set(draft.fields.link, request, own)
  draft.set(draft.fields.attemptShown, request, attempt)
  // A gRPC deadline travels with the request; a REST timeout is the caller's own affair.
  if (line.protocol === 'grpc') draft.setDeadlineUs(request, waitUntilUs)
  draft.moveTo(token, op.waiting)
  draft.setDueUs(token, waitUntilUs)
  draft.set(draft.fields.own, token, own)
}

/** So long from now, or until the deadline that it was given itself. */
function untilUs(draft: Draft, token: Token, op: CallOp, waitUs: number): number {
  // What a queue's message carries is how long it may wait there.
  const isOfQueue = handlerOf(draft, op).queue !== undefined
  const deadlineUs = isOfQueue ? 0 : draft.deadlineUs(token)
  const until = draft.nowUs + waitUs
  return deadlineUs > 0 ? Math.min(deadlineUs, until) : until
}

function tryToConnect(draft: Draft, token: Token, op: CallOp, { from, to }: Line): void {
  draft.emit?.('connection.tried', from, { token, line: op.line, from, to, message: op.message })
  const dueUs = untilUs(draft, token, op, op.connectTimeoutUs)
  draft.moveTo(token, op.connecting)
  draft.setDueUs(token, dueUs)
}

/** The caller learns how its call ended, after so long, and goes on: to the next op, a retry, a failure. */
export function settleCall(draft: Draft, caller: Token, op: CallOp, outcome: number, afterUs = 0) {
  const { fields, program } = draft
  draft.forget(draft.get(fields.own, caller))
  draft.set(fields.own, caller, 0)
  const ended = program.outcomes[outcome] as AnswerOutcome
  if (op.isStimulus) draft.addReply(draft.key(caller), outcome)
  const attempt = draft.get(fields.attempt, caller)
  if (isWorthRepeating(ended) && attempt < op.retries) {
    // Past the deadline of whoever asked there is nothing to try again for.
    if (cancelIfAlone(draft, caller, op)) return
    draft.set(fields.attempt, caller, attempt + 1)
    draft.moveTo(caller, op.backingOff, afterUs + backoffUs(draft, caller, op))
    return
  }
  draft.set(fields.attempt, caller, 0)
  if (goesOn(op, ended)) {
    if (handlerOf(draft, op).remembersLast) draft.set(fields.outcome, caller, outcome)
    enter(draft, caller, op.next, afterUs)
    return
  }
  failAt(draft, caller, op, outcome, afterUs)
}

/** Whether the handler goes on after its call has ended so, for good. */
export function goesOn(op: CallOp, ended: AnswerOutcome): boolean {
  if (ended.outcome === 'ok') return true
  switch (op.onFailure) {
    case 'continue':
      return true
    case 'fail':
      return false
    case 'decide':
      return ended.outcome === 'error' && !isWorthRepeating(ended)
  }
}

/**
 * Refused, silent, overloaded, busy with the same key or broken inside: the request may be repeated. Any
 * other error status is definitive. RFC 9110 section 15 for HTTP; the gRPC codes DEADLINE_EXCEEDED 4, RESOURCE_EXHAUSTED 8,
 * INTERNAL 13 and UNAVAILABLE 14.
 */
export function isWorthRepeating(ended: AnswerOutcome): boolean {
  if (ended.outcome === 'refused' || ended.outcome === 'timeout') return true
  if (ended.outcome !== 'error') return false
  if (ended.isBusy === true) return true
  return REPEATABLE.has(ended.status)
}

const REPEATABLE = new Set([408, 425, 429, 500, 502, 503, 504, 4, 8, 13, 14])

function backoffUs(draft: Draft, caller: Token, op: CallOp): number {
  const attempt = draft.get(draft.fields.attempt, caller)
  if (op.backoff === undefined) return toUs(defaultBackoffMs(attempt))
  return draft.sample(op.backoff, caller, op.index)
}

/** How long the attempt of this number, from 1, is waited for where the drawing does not say. */
export function defaultBackoffMs(attempt: number): number {
  return Math.min(BACKOFF_MAX_MS, BACKOFF_MS * 2 ** (attempt - 1))
}
