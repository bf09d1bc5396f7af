/** What leads a handler from action to action: the next one, a failure, a call that has ended. */
import { isWorthRepeating } from '../engine/calling'
import type { CallOp, Op } from '../engine/op'
import { FAILED_OUTCOME, type HandlerProgram } from '../engine/program'
import { isCut } from './cuts'
import { expressed } from './promises'
import { choose, isOutcome, type Writing } from './writing'

/** Leads the thing to this action; what takes no step of its own is decided right here. */
export function enterInline(writing: Writing, handler: HandlerProgram, op: Op): string {
  const end = `enter_${handler.last}(t)`
  const body = () => {
    switch (op.op) {
      case 'jump':
        return `enter_${op.next}(t)`
      case 'branch': {
        const subject = {
          key: 'it[t].key',
          order: 'it[t].ord',
          of: 'of(t)',
          last: 'it[t].outcome',
        }
        const test = expressed(writing, op.condition.source, subject)
        return `if :: ${test} -> enter_${op.next}(t) :: else -> enter_${op.otherwise}(t) fi`
      }
      case 'dedupe':
        return `if :: inbox_${op.inbox}[of(t)] -> ${end} :: else -> enter_${op.next}(t) fi`
      case 'undone':
        return handler.response !== undefined || op.onFail !== undefined
          ? `if :: it[t].outcome == 0 -> it[t].outcome = ${FAILED_OUTCOME} :: else fi; told = it[t].outcome; ${failing(handler, op, 't', 'told')}`
          : end
      case 'finish':
        return handler.queue === undefined
          ? `finish_${handler.index}(t)`
          : choose([['it[t].pos > 0', `it[t].at = ${op.place}`]], `finish_${handler.index}(t)`)
      default:
        return `it[t].at = ${op.place}`
    }
  }
  return `inline enter_${op.index}(t) { ${body()} }`
}

/** How a call is sent, and what follows when it has ended. */
export function afterwards(writing: Writing, handler: HandlerProgram, op: Op): string[] {
  if (op.op !== 'call') return []
  const k = op.index
  const repeated = isOutcome(writing, 'o', isWorthRepeating)
  const ok = isOutcome(writing, 'o', ({ outcome }) => outcome === 'ok')
  const definite = isOutcome(
    writing,
    'o',
    (one) => one.outcome === 'error' && !isWorthRepeating(one),
  )
  const goesOn = { continue: 'true', fail: ok, decide: `(${ok} || ${definite})` }[op.onFailure]
  const noted = handler.remembersLast ? 'it[t].outcome = o; ' : ''
  return [
    `inline ask_${k}(t) { ${asking(writing, op)} }`,
    `inline settle_${k}(t, o) {`,
    '  forget(t);',
    ...(op.isStimulus ? ['  add_reply(t, o);'] : []),
    '  if',
    `  :: ${repeated} && it[t].attempt < ${op.retries} -> it[t].attempt++; it[t].at = ${op.backingOff}`,
    '  :: else -> it[t].attempt = 0;',
    `    if :: ${goesOn} -> ${noted}enter_${op.next}(t) :: else -> ${failing(handler, op, 't', 'o')} fi`,
    '  fi',
    '}',
  ]
}

/** Who must connect first waits for that where the line is cut. */
function asking(writing: Writing, op: CallOp): string {
  const sent = `spawn(${op.request}, t); it[fresh].link = t + 1; it[t].at = ${op.waiting}`
  const cut = isCut(writing, op.line)
  if (op.connecting === 0 || cut === 'false') return sent
  return choose([[cut, `it[t].at = ${op.connecting}`]], sent)
}

/** The action failed for good. */
export function failing(handler: HandlerProgram, op: Op, t: string, outcome: string): string {
  if (op.onFail === undefined) return `fail_handler_${handler.index}(${t}, ${outcome})`
  const forgets = op.op === 'publish' && op.isIdempotent ? `it[${t}].known = 0; ` : ''
  return `${forgets}it[${t}].outcome = ${outcome}; enter_${op.onFail}(${t})`
}

export function settling({ program }: Writing, calls: (op: CallOp) => boolean, outcome: string) {
  const ways = program.ops.flatMap((op): [string, string][] =>
    op.op === 'call' && calls(op)
      ? [[`it[who].at == ${op.waiting}`, `settle_${op.index}(who, ${outcome})`]]
      : [],
  )
  return choose(ways)
}
