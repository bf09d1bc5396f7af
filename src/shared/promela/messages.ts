/** Requests and answers on their way, and those who wait for them. */
import type { CallOp, PublishOp } from '../engine/op'
import type { HandlerProgram } from '../engine/program'
import { unlessCancelled } from './actions'
import { isCut } from './cuts'
import { takesOrdersUp } from './endings'
import { settling } from './going-on'
import { anyOf, choose, comment, slots, type Writing } from './writing'

export function messageSteps(writing: Writing): string[] {
  const { program } = writing
  return program.places.flatMap((place, number) => {
    const step = (body: string, guard = 'true') =>
      `:: d_step { at(${number}) && ${guard} -> ${body}; skip }`
    switch (place.at) {
      case 'waiting':
        return [comment(`waits for ${place.op.message}`), ...waiting(writing, place.op, step)]
      case 'backoff': {
        const handler = program.handlers[place.op.handler] as HandlerProgram
        return [step(unlessCancelled(writing, handler, place.op, `ask_${place.op.index}(_pid)`))]
      }
      case 'connecting':
        return [step(connecting(writing, place.op))]
      case 'request':
        return [comment(`${place.op.message} on its way`), ...request(writing, place.op, step)]
      case 'response':
        return [
          comment(`the answer to ${place.message} on its way`),
          step(arrival(writing, place.line), `!${isCut(writing, place.line)}`),
          step(
            'spend(lose_response); gone(_pid)',
            `!${isCut(writing, place.line)} && can(lose_response)`,
          ),
        ]
      case 'confirm':
        return [
          comment(`${place.op.publication.event} is confirmed`),
          step(`it[_pid].attempt = 0; it[_pid].known = 0; enter_${place.op.next}(_pid)`),
          step(
            `spend(lose_response); it[_pid].at = ${place.op.unconfirmed}${place.op.isIdempotent ? '; it[_pid].known = 1' : ''}`,
            'can(lose_response)',
          ),
        ]
      case 'unconfirmed':
        return [step(again(place.op))]
      default:
        return []
    }
  })
}

type StepWriter = (body: string, guard?: string) => string

const again = (op: PublishOp) => `it[_pid].at = ${op.place}`

/** While the answer can still come, only a delay lets the timeout be first. */
function waiting(writing: Writing, op: CallOp, step: StepWriter): string[] {
  const late = writing.program.lines[op.line]?.answers.timeout ?? 0
  const answerable = `(answerable(_pid) && !${isCut(writing, op.line)})`
  return [
    step(`settle_${op.index}(_pid, ${late})`, `!${answerable}`),
    step(`spend(delay); settle_${op.index}(_pid, ${late})`, `${answerable} && can(delay)`),
  ]
}

/** Gets through once the line is whole, or gives up: nothing was sent. */
function connecting(writing: Writing, op: CallOp): string {
  const handler = writing.program.handlers[op.handler] as HandlerProgram
  const refused = writing.program.lines[op.line]?.answers.refused ?? 0
  const tried = `if :: ${isCut(writing, op.line)} -> settle_${op.index}(_pid, ${refused}) :: else -> ask_${op.index}(_pid) fi`
  return unlessCancelled(writing, handler, op, tried)
}

function request(writing: Writing, op: CallOp, step: StepWriter): string[] {
  const whole = `!${isCut(writing, op.line)}`
  const line = writing.program.lines[op.line]
  const unknown = `it[_pid].outcome = ${line?.answers.unknown ?? 0}; it[_pid].at = ${op.response}`
  const received = op.callee === undefined ? unknown : `start_${op.callee}(_pid)`
  const taken = whereFull(writing, op, received)
  const settled = `if :: who > 0 -> who--; settle_${op.index}(who, ${line?.answers.refused ?? 0}) :: else fi`
  const refused = `who = it[_pid].link; gone(_pid); ${settled}`
  return [
    step(`if :: up(${line?.to ?? 0}) -> ${taken} :: else -> ${refused} fi`, whole),
    step('spend(lose_request); gone(_pid)', `${whole} && can(lose_request)`),
    step('spend(duplicate); copy(_pid)', `${whole} && can(duplicate)`),
  ]
}

/** A service that handles as many requests as it takes turns the next one away. */
function whereFull(writing: Writing, op: CallOp, received: string): string {
  const { program } = writing
  const line = program.lines[op.line]
  const service = program.services[line?.to ?? -1]
  if (service === undefined || service.maxRequests === 0) return received
  const answering = program.handlers.filter(
    (one) => one.service === service.index && one.response !== undefined,
  )
  const handled = slots(writing).map((slot) =>
    anyOf(answering.map(({ index }) => `it[${slot}].runs == ${index + 1}`)),
  )
  const full = `it[_pid].outcome = ${line?.answers.full ?? 0}; it[_pid].at = ${op.response}`
  return `if :: (${handled.join(' + ')}) >= ${service.maxRequests} -> ${full} :: else -> ${received} fi`
}

/** A handler with a key that goes on with another order: its answer stays with the one that was asked for. */
function takenUp(writing: Writing, line: number): string {
  const { program } = writing
  if (!takesOrdersUp(writing)) return ''
  const handlers = new Set(
    program.ops.flatMap((op) => (op.op === 'call' && op.line === line ? [op.handler] : [])),
  )
  return [...handlers]
    .flatMap((index) => {
      const { idempotent: slot, creates } = program.handlers[index] as HandlerProgram
      if (slot === undefined || creates) return []
      const asked = Array.from({ length: program.ordersPerKey }, (_, order): [string, string] => {
        const made = `created_${slot}[it[who].key * ORDERS + ${order}]`
        return [`${made} == it[who].ord + 1`, `${made} = e + 1`]
      })
      const own = `created_${slot}[of(who)] = e + 1`
      return [
        `if :: it[who].runs == ${index + 1} && it[who].ord != e -> ${choose(asked, own)} :: else fi; `,
      ]
    })
    .join('')
}

function arrival(writing: Writing, line: number): string {
  const settle = settling(writing, (op) => op.line === line, 'what')
  const heard = `who--; ${takenUp(writing, line)}it[who].ord = e; ${settle}`
  return `who = it[_pid].link; what = it[_pid].outcome; e = it[_pid].ord; gone(_pid); if :: who > 0 -> ${heard} :: else fi`
}
