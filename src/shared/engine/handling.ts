/**
 * A handler from start to end: started, led from op to op, finished or failed. What single actions do is in
 * actions/, how messages travel in protocols/; here is only what all of them share.
 */
import { hashText } from '../base/random'
import { fillContext } from './context'
import type { Draft } from './draft'
import type { BranchOp, FinishOp, Op } from './op'
import { FAILED_OUTCOME, type HandlerProgram } from './program'
import { meaningOf, speaks } from './protocols/table'
import { returnToQueue } from './queue'
import type { Token } from './view'

/**
 * Turns the token of a request, a delivery or a frame into the running handler on a replica. A handler that
 * an idempotency key reaches and that has answered it already gives the stored answer instead of running;
 * while it is still at it, a second request is told so.
 */
export function start(draft: Draft, token: Token, handler: HandlerProgram, replica: number): void {
  draft.set(draft.fields.replica, token, replica)
  draft.set(draft.fields.attempt, token, 0)
  if (answerFromKey(draft, token, handler)) return
  if (handler.creates) takeOrder(draft, token, handler)
  const isOneOfSeveral = (draft.program.services[handler.service]?.replicas ?? 1) > 1
  report(
    draft,
    'handler.started',
    token,
    handler,
    isOneOfSeveral ? { replica: replica + 1 } : undefined,
  )
  const isPoisoned = draft.program.keys[draft.key(token)]?.poison === handler.service
  const serviceUs = draft.sample(handler.serviceTime, token, hashText(handler.trigger))
  enter(draft, token, isPoisoned ? handler.poisoned : handler.first, serviceUs)
}

/** Answers from what is known of the idempotency key, if anything is; then the handler does not run. */
function answerFromKey(draft: Draft, token: Token, handler: HandlerProgram): boolean {
  if (handler.idempotent === undefined) return false
  if (isTakenByAnother(draft, token, handler)) {
    reportDuplicate(draft, token, handler, { context: 'reused' })
    sendAnswer(draft, token, handler, lineOf(draft, handler).answers.reused)
    draft.remove(token)
    return true
  }
  const stored = draft.answered(draft.key(token), draft.order(token), handler.idempotent)
  if (stored === 0 && !isBeingHandled(draft, token, handler, handler.idempotent)) return false
  reportDuplicate(draft, token, handler, stored === 0 ? { context: 'busy' } : undefined)
  sendAnswer(draft, token, handler, stored || lineOf(draft, handler).answers.busy)
  draft.remove(token)
  return true
}

/**
 * The key is taken in the same commit that begins the work, so that of two requests at once only one runs.
 * A crash lets go of it. draft-ietf-httpapi-idempotency-key-header, 2.6; domain.md 2.3.
 */
function isBeingHandled(
  draft: Draft,
  token: Token,
  handler: HandlerProgram,
  slot: number,
): boolean {
  const { replied } = draft.fields
  const key = draft.key(token)
  const asked = draft.order(token)
  // The order that it made, or took up from an answer; until then the one that was asked for.
  const made = draft.created(key, asked, slot) - 1
  for (let t = draft.first; t < draft.last; t += draft.stride) {
    if (t === token || draft.handler(t) !== handler || draft.key(t) !== key) continue
    const order = draft.order(t)
    const isIts = order === made || (!handler.creates && order === asked)
    if (isIts && draft.get(replied, t) === 0) return true
  }
  return false
}

/** The key came with another body before, and is answered or being handled: draft, 2.7; domain.md 2.3. */
function isTakenByAnother(draft: Draft, token: Token, handler: HandlerProgram): boolean {
  const [key, asked] = [draft.key(token), draft.order(token)]
  return (handler.bodies ?? []).some((index) => {
    const other = draft.program.handlers[index]
    if (other === undefined || other === handler || other.idempotent === undefined) return false
    const slot = other.idempotent
    return (
      draft.answered(key, asked, slot) > 0 ||
      draft.created(key, asked, slot) > 0 ||
      isBeingHandled(draft, token, other, slot)
    )
  })
}

/** The same idempotency key leads to the same order; otherwise each run makes a new one. */
function takeOrder(draft: Draft, token: Token, handler: HandlerProgram): void {
  const key = draft.key(token)
  const asked = draft.order(token)
  const slot = handler.idempotent
  const before = slot === undefined ? 0 : draft.created(key, asked, slot)
  const order = before > 0 ? before - 1 : draft.makeOrder(key)
  if (slot !== undefined && before === 0) draft.setCreated(key, asked, slot, order + 1)
  draft.set(draft.fields.order, token, order)
}

/** The handler goes on with another order; its key's answer stays with the one that was asked for. */
export function takeUpOrder(draft: Draft, token: Token, order: number): void {
  const { idempotent: slot, creates } = draft.handler(token) ?? {}
  const before = draft.order(token)
  if (slot !== undefined && creates === false && order !== before)
    draft.setCreated(draft.key(token), askedBefore(draft, token, slot), slot, order + 1)
  draft.set(draft.fields.order, token, order)
}

/**
 * Leads the handler to the next op that takes a step. `if` is decided and `dedupe` looked up right here,
 * with what is known now.
 */
export function enter(draft: Draft, token: Token, index: number, extraUs = 0): void {
  const { ops } = draft.program
  // Jumps only lead forward, so the list's own length bounds the loop.
  for (let op = ops[index] as Op; ; ) {
    switch (op.op) {
      case 'jump':
        op = ops[op.next] as Op
        break
      case 'branch':
        op = ops[isTrue(draft, token, op) ? op.next : op.otherwise] as Op
        break
      case 'dedupe':
        if (draft.inbox(draft.key(token), draft.order(token), op.inbox) === 1) {
          stopAsDuplicate(draft, token, op)
          return
        }
        op = ops[op.next] as Op
        break
      case 'undone':
        endUndone(draft, token, op)
        return
      case 'finish':
        arriveAtEnd(draft, token, op, extraUs)
        return
      default:
        draft.moveTo(token, op.place, extraUs + draft.sample(op.cost, token, op.index))
        return
    }
  }
}

function isTrue(draft: Draft, token: Token, op: BranchOp): boolean {
  const last = draft.program.outcomes[draft.get(draft.fields.outcome, token)]
  const context = fillContext(draft, op.condition, draft.key(token), draft.order(token), last)
  return op.condition.evaluate(context) === true
}

/** What a broker waits for is acknowledged in a step of its own: a crash can come before it. */
function arriveAtEnd(draft: Draft, token: Token, op: FinishOp, extraUs: number): void {
  if (draft.get(draft.fields.rank, token) > 0) draft.moveTo(token, op.place, extraUs)
  else finish(draft, token, handlerOf(draft, op))
}

/** Ends well a handler whose end no broker waits for. */
function finish(draft: Draft, token: Token, handler: HandlerProgram): void {
  if (isAwaited(draft, token, handler))
    answer(draft, token, handler, lineOf(draft, handler).answers.ok)
  report(draft, 'handler.finished', token, handler)
  draft.remove(token)
}

/** The message had been handled before: nothing more is done about it. */
export function stopAsDuplicate(draft: Draft, token: Token, op: Op): void {
  const handler = handlerOf(draft, op)
  reportDuplicate(draft, token, handler)
  arriveAtEnd(draft, token, draft.program.ops[handler.last] as FinishOp, 0)
}

/** A saga was undone: its caller is told; a message that asked for it is done with. */
function endUndone(draft: Draft, token: Token, op: Op): void {
  const handler = handlerOf(draft, op)
  const outcome = draft.get(draft.fields.outcome, token) || FAILED_OUTCOME
  if (handler.response !== undefined || op.onFail !== undefined) {
    failAt(draft, token, op, outcome)
    return
  }
  arriveAtEnd(draft, token, draft.program.ops[handler.last] as FinishOp, 0)
}

/** An action failed for good: the saga it is part of is undone, or else the handler fails. */
export function failAt(draft: Draft, token: Token, op: Op, outcome: number, afterUs = 0): void {
  const handler = handlerOf(draft, op)
  if (op.onFail === undefined) {
    failHandler(draft, token, handler, outcome, op.isUndo === true)
    return
  }
  draft.set(draft.fields.outcome, token, outcome)
  // A publisher may have repeated itself: what undoes the rest starts with its own first attempt.
  draft.set(draft.fields.attempt, token, 0)
  draft.set(draft.fields.known, token, 0)
  draft.emit?.('saga.compensating', handler.service, { token, message: handler.trigger })
  enter(draft, token, op.onFail, afterUs)
}

/** Ends the handler badly: an error to its caller, the message back to its queue. */
function failHandler(
  draft: Draft,
  token: Token,
  handler: HandlerProgram,
  outcome: number,
  isUndo: boolean,
): void {
  const told = handler.response === undefined ? outcome : toldToCaller(draft, handler, outcome)
  const status = draft.program.outcomes[told]?.status ?? 0
  const detail = { ...(status > 0 && { status }), ...(isUndo && { context: 'undo' }) }
  report(draft, 'handler.failed', token, handler, status > 0 || isUndo ? detail : undefined)
  if (isAwaited(draft, token, handler)) answer(draft, token, handler, told)
  if (draft.get(draft.fields.rank, token) > 0) returnToQueue(draft, token, handler)
  else draft.remove(token)
}

/** What went wrong inside, in the words of the line that the request came by. */
function toldToCaller(draft: Draft, handler: HandlerProgram, outcome: number): number {
  const { answers, protocol } = lineOf(draft, handler)
  const known = draft.program.outcomes[outcome]
  switch (known?.outcome) {
    case 'refused':
      return answers.unavailable
    case 'timeout':
      return answers.late
    case 'error':
      if (known.isBusy === true) return answers.busy
      return speaks(protocol, known.status) ? outcome : answers[meaningOf(known.status)]
    default:
      return answers.failed
  }
}

/**
 * A gRPC call whose caller has gone, by its deadline or by a crash, is cancelled: what the handler was about
 * to do fails with DEADLINE_EXCEEDED, and nobody is told. Only once: a saga still undoes what it did.
 */
export function cancelIfAlone(draft: Draft, token: Token, op: Op): boolean {
  const handler = handlerOf(draft, op)
  if (handler.response === undefined || !isAwaited(draft, token, handler)) return false
  const { answers, protocol } = lineOf(draft, handler)
  if (protocol !== 'grpc' || draft.get(draft.fields.link, token) > 0) return false
  draft.set(draft.fields.replied, token, 1)
  failAt(draft, token, op, answers.late)
  return true
}

function isAwaited(draft: Draft, token: Token, handler: HandlerProgram): boolean {
  return handler.response !== undefined && draft.get(draft.fields.replied, token) === 0
}

/** Answers the request that started this handler. An idempotent one stores the answer with the key. */
export function answer(draft: Draft, token: Token, handler: HandlerProgram, outcome: number): void {
  if (handler.idempotent !== undefined && draft.program.outcomes[outcome]?.outcome === 'ok') {
    const key = draft.key(token)
    draft.setAnswered(key, askedOrder(draft, token, handler), handler.idempotent, outcome)
  }
  sendAnswer(draft, token, handler, outcome)
  draft.set(draft.fields.replied, token, 1)
  draft.set(draft.fields.link, token, 0)
}

/** The order that the request carried, before the handler made its own or took another up. */
function askedOrder(draft: Draft, token: Token, handler: HandlerProgram): number {
  if (handler.idempotent === undefined) return draft.order(token)
  return askedBefore(draft, token, handler.idempotent)
}

function askedBefore(draft: Draft, token: Token, slot: number): number {
  const key = draft.key(token)
  const order = draft.order(token)
  for (let asked = 0; asked < draft.program.ordersPerKey; asked += 1)
    if (draft.created(key, asked, slot) === order + 1) return asked
  return order
}

function sendAnswer(draft: Draft, token: Token, handler: HandlerProgram, outcome: number): void {
  const line = lineOf(draft, handler)
  draft.emit?.('response.sent', handler.service, {
    token,
    line: line.index,
    from: line.to,
    to: line.from,
    message: handler.trigger,
    detail: { status: draft.program.outcomes[outcome]?.status ?? 0 },
  })
  const travelUs = draft.sample(line.latency, token, line.hash + 1)
  const response = draft.spawn(handler.response as number, token, travelUs)
  draft.set(draft.fields.link, response, draft.get(draft.fields.link, token))
  draft.set(draft.fields.outcome, response, outcome)
}

type HandlingStep = 'handler.started' | 'handler.finished' | 'handler.failed'

/** Clients and external providers are not shown handling. */
export function report(
  draft: Draft,
  kind: HandlingStep,
  token: Token,
  handler: HandlerProgram,
  detail?: Readonly<Record<string, string | number>>,
): void {
  if (handler.quiet) return
  draft.emit?.(kind, handler.service, {
    token,
    ...(handler.line !== undefined && { via: handler.line }),
    message: handler.trigger,
    ...(detail !== undefined && { detail }),
  })
}

function reportDuplicate(
  draft: Draft,
  token: Token,
  handler: HandlerProgram,
  detail?: Readonly<Record<string, string>>,
): void {
  draft.emit?.('message.deduplicated', handler.service, {
    token,
    ...(handler.line !== undefined && { via: handler.line }),
    message: handler.trigger,
    ...(detail !== undefined && { detail }),
  })
}

export function handlerOf(draft: Draft, op: Op): HandlerProgram {
  return draft.program.handlers[op.handler] as HandlerProgram
}

function lineOf(draft: Draft, handler: HandlerProgram) {
  const line = draft.program.lines[handler.line ?? -1]
  if (line === undefined) throw new Error(`${handler.trigger} came by no line`)
  return line
}
