/** Handlers: what each of their actions does, and how a handler starts, answers, fails and ends. */
import { isWorthRepeating } from '../engine/calling'
import type { CallOp, CommitOp, EffectOp, Op, PublishOp } from '../engine/op'
import type { HandlerProgram } from '../engine/program'
import { meaningOf, speaks } from '../engine/protocols/table'
import { word } from './header'
import { expressed, Inexpressible } from './promises'
import {
  anyOf,
  choose,
  comment,
  handlerTitle,
  isOutcome,
  named,
  slots,
  type Writing,
} from './writing'

/** The failure of a handler's own, in `Program.outcomes`. */
const FAILED = 1

/** What leads from action to action, last action first: each says what comes after it by name. */
export function handlers(writing: Writing): string {
  const { program } = writing
  return program.handlers
    .toReversed()
    .flatMap((handler) => [
      comment(handlerTitle(writing, handler)),
      ...endings(writing, handler),
      ...program.ops
        .filter((op) => op.handler === handler.index)
        .toReversed()
        .flatMap((op) => [enterInline(writing, handler, op), ...afterwards(writing, handler, op)]),
      startInline(writing, handler),
    ])
    .join('\n')
}

function lineOf({ program }: Writing, handler: HandlerProgram) {
  const line = program.lines[handler.line ?? -1]
  if (line === undefined)
    throw new Inexpressible(`a handler of "${handler.trigger}" without a line`)
  return line
}

function endings(writing: Writing, handler: HandlerProgram): string[] {
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
  return `if :: ${ok} -> ${creates ? choose(asked, own) : own} :: else fi;`
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
  if (queue === undefined || feed === undefined) throw new Inexpressible('a consumer of no queue')
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

/** Leads the thing to this action; what takes no step of its own is decided right here. */
function enterInline(writing: Writing, handler: HandlerProgram, op: Op): string {
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
          ? `if :: it[t].outcome == 0 -> it[t].outcome = ${FAILED} :: else fi; told = it[t].outcome; ${failing(handler, op, 't', 'told')}`
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

/** The action failed for good. */
function failing(handler: HandlerProgram, op: Op, t: string, outcome: string): string {
  if (op.onFail === undefined) return `fail_handler_${handler.index}(${t}, ${outcome})`
  const forgets = op.op === 'publish' && op.isIdempotent ? `it[${t}].known = 0; ` : ''
  return `${forgets}it[${t}].outcome = ${outcome}; enter_${op.onFail}(${t})`
}

/** How a call is sent, and what follows when it has ended. */
function afterwards(writing: Writing, handler: HandlerProgram, op: Op): string[] {
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
    `inline ask_${k}(t) { spawn(${op.request}, t); it[fresh].link = t + 1; it[t].at = ${op.waiting} }`,
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

function startInline(writing: Writing, handler: HandlerProgram): string {
  const { program } = writing
  const h = handler.index
  const poisoned = program.keys.flatMap(({ poison }, key): [string, string][] =>
    poison === handler.service ? [[`it[t].key == ${key}`, `enter_${handler.poisoned}(t)`]] : [],
  )
  const slot = handler.idempotent
  const makes = 'make_order(t)'
  const takesOrder = !handler.creates
    ? ''
    : slot === undefined
      ? `${makes};`
      : `if :: created_${slot}[of(t)] > 0 -> it[t].ord = created_${slot}[of(t)] - 1 :: else -> e = of(t); ${makes}; created_${slot}[e] = it[t].ord + 1 fi;`
  const run = `${takesOrder} ${choose(poisoned, `enter_${handler.first}(t)`)}`
  const body =
    slot === undefined
      ? run
      : `if :: answered_${slot}[of(t)] > 0 -> told = answered_${slot}[of(t)]; send_${h}(t, told); gone(t) :: else -> if :: ${isBeingHandled(writing, handler, slot)} -> send_${h}(t, ${lineOf(writing, handler).answers.busy}); gone(t) :: else -> ${run} fi fi`
  return `inline start_${h}(t) { it[t].runs = ${h + 1}; it[t].attempt = 0; ${body}; skip }`
}

/** Another request with the same key has begun and is not answered. */
function isBeingHandled(
  writing: Writing,
  { index, creates }: HandlerProgram,
  slot: number,
): string {
  const order = creates ? `created_${slot}[of(t)] == it[SLOT].ord + 1` : 'it[SLOT].ord == it[t].ord'
  const isSame = `(t != SLOT && it[SLOT].runs == ${index + 1} && it[SLOT].key == it[t].key && ${order} && !it[SLOT].replied)`
  return anyOf(slots(writing).map((each) => isSame.replaceAll('SLOT', `${each}`)))
}

/** The steps of running handlers: guard and effect of each action. */
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
    case 'publish':
      return [
        step(alone(publishBody(writing, handler, op))),
        step(
          `spend(lose_request); ${op.confirm ? `it[_pid].at = ${op.unconfirmed}` : `enter_${op.next}(_pid)`}`,
          'can(lose_request)',
        ),
      ]
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
      throw new Inexpressible(`the frame "${op.message}" of a WebSocket`)
    case 'finish':
      if (handler.queue === undefined) return []
      return [
        step('leave_queue(_pid); gone(_pid)'),
        step(
          `spend(lose_response); give_back_${handler.index}(_pid)`,
          'can(lose_response) && it[_pid].pos > 0',
        ),
      ]
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
  return `if :: up(${database}) -> ${once} :: else -> ${failing(handler, op, '_pid', `${FAILED}`)} fi`
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
    op.mandatory && routes.length === 0 ? failing(handler, op, '_pid', `${FAILED}`) : stored
  if (publication.brokers.length === 0) return taken
  const refusals = publication.brokers.map((broker): [string, string] => {
    if (!op.confirm) return [`down[${broker}]`, `enter_${op.next}(_pid)`]
    const line = program.lines.find(
      ({ index, to }) => to === broker && publication.lines.includes(index),
    )
    const at = line?.answers.refused ?? FAILED
    const noted = handler.remembersLast ? `it[_pid].outcome = ${at}; ` : ''
    return [`down[${broker}]`, `${noted}${failing(handler, op, '_pid', `${at}`)}`]
  })
  return choose(refusals, taken)
}

export function settling({ program }: Writing, calls: (op: CallOp) => boolean, outcome: string) {
  const ways = program.ops.flatMap((op): [string, string][] =>
    op.op === 'call' && calls(op)
      ? [[`it[who].at == ${op.waiting}`, `settle_${op.index}(who, ${outcome})`]]
      : [],
  )
  return choose(ways)
}
