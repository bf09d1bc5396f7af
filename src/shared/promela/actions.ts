/** The steps of running handlers: guard and effect of each action. */
import type { CommitOp, EffectOp, Op, PublishOp } from '../engine/op'
import { FAILED_OUTCOME, type HandlerProgram } from '../engine/program'
import { isCut, isHeldUp } from './cuts'
import { lineOf } from './endings'
import { failing } from './going-on'
import { word } from './header'
import { Inexpressible } from './promises'
import { choose, comment, handlerTitle, named, type Writing } from './writing'

export function actionSteps(writing: Writing): string[] {
  const { program } = writing
  return program.ops.flatMap((op) => {
    const handler = program.handlers[op.handler] as HandlerProgram
    const steps = stepsOf(writing, handler, op)
    if (steps.length === 0) return []
    return [comment(`${handlerTitle(writing, handler)}: ${op.op}`), ...steps]
  })
}

function stepsOf(writing: Writing, handler: HandlerProgram, op: Op): string[] {
  const step = (body: string, guard = 'true') =>
    `:: d_step { at(${op.place}) && ${guard} -> ${body}; skip }`
  const alone = (body: string) => unlessCancelled(writing, handler, op, body)
  switch (op.op) {
    case 'commit':
      return [step(alone(commitBody(writing, handler, op)))]
    case 'effect':
      return [step(alone(effectBody(writing, op)))]
    case 'call':
      return [step(alone(`ask_${op.index}(_pid)`))]
    case 'publish': {
      const reached = `!${isHeldUp(writing, op.publication)}`
      return [
        step(alone(publishBody(writing, handler, op)), reached),
        step(
          `spend(lose_request); ${op.confirm ? `it[_pid].at = ${op.unconfirmed}` : `enter_${op.next}(_pid)`}`,
          `${reached} && can(lose_request)`,
        ),
      ]
    }
    case 'reply': {
      const answers = `if :: !it[_pid].replied -> answer_${handler.index}(_pid, ${op.outcome}) :: else fi`
      return [step(`${answers}; enter_${op.next}(_pid)`)]
    }
    case 'fail': {
      const fails = failing(handler, op, '_pid', `${op.outcome}`)
      const rejects = op.rejects && op.onFail === undefined && handler.queue !== undefined
      return [
        step(
          rejects
            ? choose([['it[_pid].pos > 0', `dead_letter_${handler.index}(_pid)`]], fails)
            : fails,
        ),
      ]
    }
    case 'wait':
      return [step(alone(`enter_${op.next}(_pid)`))]
    case 'push':
      throw new Inexpressible('promela/websocket')
    case 'finish': {
      if (handler.queue === undefined) return []
      const leaves = `(it[_pid].pos == 0 || !${isCut(writing, handler.line)})`
      return [
        step('leave_queue(_pid); gone(_pid)', leaves),
        step(
          `spend(lose_response); give_back_${handler.index}(_pid)`,
          `${leaves} && can(lose_response) && it[_pid].pos > 0`,
        ),
      ]
    }
    default:
      return []
  }
}

/** A gRPC call whose caller has gone is cancelled, once. */
export function unlessCancelled(
  writing: Writing,
  handler: HandlerProgram,
  op: Op,
  body: string,
): string {
  if (handler.response === undefined || lineOf(writing, handler).protocol !== 'grpc') return body
  const { late } = lineOf(writing, handler).answers
  const cancel = `it[_pid].replied = 1; it[_pid].known = 0; ${failing(handler, op, '_pid', `${late}`)}`
  return `if :: !it[_pid].replied && it[_pid].link == 0 -> ${cancel} :: else -> ${body} fi`
}

function commitBody(writing: Writing, handler: HandlerProgram, op: CommitOp): string {
  const { entities, lines } = writing.program
  const saves = op.saves.map(({ entity, status }) => {
    const known = entities[entity]
    return `row_${named(known?.name ?? '')}[of(_pid)] = ${word(known?.statuses[status] ?? 'none')}`
  })
  const stored = op.outbox.map(({ stored: place }) => `spawn(${place}, _pid)`)
  const marks = op.inbox === undefined ? [] : [`inbox_${op.inbox}[of(_pid)] = 1`]
  const done = [...marks, ...saves, ...stored, `enter_${op.next}(_pid)`].join('; ')
  const once =
    op.inbox === undefined
      ? done
      : `if :: inbox_${op.inbox}[of(_pid)] -> enter_${handler.last}(_pid) :: else -> ${done} fi`
  const database = lines[op.line ?? -1]?.to
  if (database === undefined) return once
  return `if :: up(${database}) && !${isCut(writing, op.line)} -> ${once} :: else -> ${failing(handler, op, '_pid', `${FAILED_OUTCOME}`)} fi`
}

function effectBody({ program }: Writing, op: EffectOp): string {
  const effect = program.effects[op.effect]
  const name = named(effect?.name ?? '')
  const most = program.layout.orders[0]?.effects[op.effect]?.mask ?? 0
  const says = effect?.says[op.says] ?? ''
  const said = says === '' ? '' : `; said_${name}[of(_pid)] = ${word(says)}`
  const done = `if :: effect_${name}[of(_pid)] >= ${most} -> limit_effects() :: else -> effect_${name}[of(_pid)]++ fi${said}`
  const once = op.once ? `if :: effect_${name}[of(_pid)] > 0 :: else -> ${done} fi` : done
  return `${once}; enter_${op.next}(_pid)`
}

function publishBody({ program }: Writing, handler: HandlerProgram, op: PublishOp): string {
  const { publication } = op
  const routes = publication.routes.map(({ queue, feed }) => `enqueue_${queue}_${feed}(_pid)`)
  const onward = op.confirm ? `it[_pid].at = ${op.confirming}` : `enter_${op.next}(_pid)`
  const handed = routes.join('; ')
  const kept =
    op.isIdempotent && routes.length > 0 ? choose([['it[_pid].known', 'skip']], handed) : handed
  const stored = [...(kept === '' ? [] : [kept]), onward].join('; ')
  const taken =
    op.mandatory && routes.length === 0 ? failing(handler, op, '_pid', `${FAILED_OUTCOME}`) : stored
  if (publication.brokers.length === 0) return taken
  const refusals = publication.brokers.map((broker): [string, string] => {
    if (!op.confirm) return [`down[${broker}]`, `enter_${op.next}(_pid)`]
    const line = program.lines.find(
      ({ index, to }) => to === broker && publication.lines.includes(index),
    )
    const at = line?.answers.refused ?? FAILED_OUTCOME
    const noted = handler.remembersLast ? `it[_pid].outcome = ${at}; ` : ''
    return [`down[${broker}]`, `${noted}${failing(handler, op, '_pid', `${at}`)}`]
  })
  return choose(refusals, taken)
}
