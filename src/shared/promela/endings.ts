/** How a handler answers, fails and ends, and what goes back to its queue. */
import type { HandlerProgram } from '../engine/program'
import { meaningOf, speaks } from '../engine/protocols/table'
import { choose, isOutcome, type Writing } from './writing'

export function endings(writing: Writing, handler: HandlerProgram): string[] {
  const h = handler.index
  const isFromQueue = handler.queue !== undefined
  const back = isFromQueue ? choose([['it[t].pos > 0', `give_back_${h}(t)`]], 'gone(t)') : 'gone(t)'
  if (handler.response === undefined) {
    return [
      ...(isFromQueue ? [giveBack(writing, handler)] : []),
      `inline fail_handler_${h}(t, o) { ${back} }`,
      `inline finish_${h}(t) { gone(t) }`,
    ]
  }
  return [
    `inline send_${h}(t, o) { spawn(${handler.response}, t); it[fresh].link = it[t].link; it[fresh].outcome = o }`,
    `inline answer_${h}(t, o) { ${remember(writing, handler)} send_${h}(t, o); it[t].replied = 1; it[t].link = 0 }`,
    `inline fail_handler_${h}(t, o) {`,
    `  told = o; ${toldToCaller(writing, handler)};`,
    `  if :: !it[t].replied -> answer_${h}(t, told) :: else fi;`,
    `  ${back}`,
    '}',
    `inline finish_${h}(t) { if :: !it[t].replied -> answer_${h}(t, ${lineOf(writing, handler).answers.ok}) :: else fi; gone(t) }`,
  ]
}

/** An answer that means "done" is kept with the idempotency key, under the order that was asked for. */
function remember(writing: Writing, { idempotent, creates }: HandlerProgram): string {
  if (idempotent === undefined) return ''
  const { ordersPerKey } = writing.program
  const ok = isOutcome(writing, 'o', ({ outcome }) => outcome === 'ok')
  const asked = Array.from({ length: ordersPerKey }, (_, order) => {
    const of = `it[t].key * ORDERS + ${order}`
    return [`created_${idempotent}[${of}] == it[t].ord + 1`, `answered_${idempotent}[${of}] = o`]
  }) as [string, string][]
  const own = `answered_${idempotent}[of(t)] = o`
  return `if :: ${ok} -> ${creates || takesOrdersUp(writing) ? choose(asked, own) : own} :: else fi;`
}

/** Whether an answer may bring another order than was asked with. */
export function takesOrdersUp({ program }: Writing): boolean {
  return program.ordersPerKey > 1
}

function toldToCaller(writing: Writing, handler: HandlerProgram): string {
  const { answers, protocol } = lineOf(writing, handler)
  const ways = writing.program.outcomes.map(
    ({ outcome, status, isBusy }, index): [string, string] => {
      const told =
        outcome === 'refused'
          ? answers.unavailable
          : outcome === 'timeout'
            ? answers.late
            : outcome !== 'error'
              ? answers.failed
              : isBusy
                ? answers.busy
                : speaks(protocol, status)
                  ? index
                  : answers[meaningOf(status)]
      return [`told == ${index}`, `told = ${told}`]
    },
  )
  return choose(ways)
}

function giveBack({ program }: Writing, handler: HandlerProgram): string {
  const queue = program.queues[handler.queue ?? -1]
  const feed = queue?.feeds[handler.feed ?? -1]
  if (queue === undefined || feed === undefined) throw new Error('a consumer of no queue')
  const h = handler.index
  const onward = feed.deadRoutes.map(({ queue: to, feed: as }) => `enqueue_${to}_${as}(t)`)
  const end = onward.length > 0 ? `${onward.join('; ')}; gone(t)` : `it[t].at = ${feed.dead}`
  return [
    'inline forget_run_H(t) { forget(t); it[t].runs = 0; it[t].attempt = 0; it[t].outcome = 0; it[t].replied = 0; it[t].known = 0 }',
    `inline dead_letter_H(t) { leave_queue(t); forget_run_H(t); ${end} }`,
    `inline give_back_H(t) { if :: it[t].deliveries >= ${queue.maxDeliveries} -> dead_letter_H(t) :: else -> forget_run_H(t); it[t].at = ${feed.queued} fi }`,
    'inline take_back_H(t) { copy(t); it[fresh].link = 0; it[fresh].q = it[t].q; it[fresh].pos = it[t].pos; it[t].q = 0; it[t].pos = 0; it[t].deliveries = 0; what = fresh; give_back_H(what) }',
  ]
    .join('\n')
    .replaceAll('_H(', `_${h}(`)
}

/** Of a handler that somebody waits for. */
export function lineOf({ program }: Writing, handler: HandlerProgram) {
  const line = program.lines[handler.line ?? -1]
  if (line === undefined) throw new Error(`${handler.trigger} is answered along no line`)
  return line
}
