/** What an expression may name, filled from a packed state. One object a program, written over each time. */
import type { Condition, ConditionContext } from './condition'
import type { AnswerOutcome, Program } from './program'
import type { Token, View } from './view'

const contexts = new WeakMap<Program, ConditionContext>()
const SMALL = Array.from({ length: 1024 }, (_, number) => BigInt(number))

/** The names of the condition for one order of a key; `last` is the running handler's last call. */
export function fillContext(
  view: View,
  condition: Condition,
  key: number,
  order: number,
  last?: AnswerOutcome,
): ConditionContext {
  const { program } = view
  const context = contextOf(program)
  program.entities.forEach((entity, index) => {
    context.rows[entity.name] = entity.statuses[view.row(key, order, index)] ?? 'none'
  })
  fillEffects(view, context, key, order)
  fillIntent(view, context, key)
  context.last.outcome = last?.outcome ?? 'none'
  context.last.status = small(last?.status ?? 0)
  if (condition.countsTokens) countTokens(view, context, key, order)
  return context
}

function contextOf(program: Program): ConditionContext {
  const known = contexts.get(program)
  if (known !== undefined) return known
  const fresh: ConditionContext = {
    rows: {},
    effects: {},
    intent: { orders: 0n, effects: {}, replies: [], unanswered: 0n },
    last: {},
    pending: 0n,
    deadLetters: 0n,
  }
  contexts.set(program, fresh)
  return fresh
}

function fillEffects(view: View, context: ConditionContext, key: number, order: number): void {
  const { program } = view
  program.effects.forEach((effect, index) => {
    context.effects[effect.name] = small(view.effect(key, order, index))
    context.last[effect.name] = effect.says[view.said(key, order, index)] ?? ''
    let inAll = 0
    for (let each = 0; each < program.ordersPerKey; each += 1)
      inAll += view.effect(key, each, index)
    context.intent.effects[effect.name] = small(inAll)
  })
}

function fillIntent(view: View, context: ConditionContext, key: number): void {
  const { program } = view
  context.intent.orders = program.createsOrders ? small(view.made(key)) : 1n
  const replies = view.replies(key).map((reply) => program.outcomes[reply])
  context.intent.replies = replies.map((reply) => small(reply?.status ?? 0))
  context.intent.unanswered = small(replies.filter((reply) => reply?.outcome === 'timeout').length)
}

function countTokens(view: View, context: ConditionContext, key: number, order: number): void {
  let pending = 0
  let dead = 0
  for (let t = view.first; t < view.last; t += view.stride) {
    if (view.key(t) !== key || view.order(t) !== order) continue
    const { at } = view.place(t)
    if (at === 'dead') dead += 1
    else if (isAboutAnOrder(view, t)) pending += 1
  }
  context.pending = small(pending)
  context.deadLetters = small(dead)
}

/** Whether the token is about an order at all: timers of services and sockets carry none. */
export function isAboutAnOrder(view: View, token: Token): boolean {
  const { at } = view.place(token)
  return at !== 'gone' && at !== 'down' && at !== 'socket' && at !== 'cut' && at !== 'script'
}

function small(number: number): bigint {
  return SMALL[number] ?? BigInt(number)
}
