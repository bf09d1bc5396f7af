/** Something the outside world sees, done by a service itself or by the provider that it called. */
import type { EffectAction } from '../../scenario/action'
import { delayOf } from '../delay'
import type { Flattener } from '../flattener'
import { enter, handlerOf } from '../handling'
import type { Names } from '../names'
import type { OpRule } from '../op-rule'
import { PROTOCOL_RULES } from '../protocols/table'
import { providerOf } from '../reaching'
import { addCall, timeoutUs } from './call'

export const effect: OpRule<'effect'> = {
  proceed(draft, token, op) {
    const { service, line } = handlerOf(draft, op)
    const key = draft.key(token)
    const order = draft.order(token)
    const done = draft.effect(key, order, op.effect)
    const known = draft.program.effects[op.effect]
    const name = known?.name ?? ''
    const about = { token, ...(line !== undefined && { via: line }), message: name }
    if (op.once && done > 0) {
      // The provider knows the idempotency key: it answers as before and does nothing.
      draft.emit?.('effect.deduplicated', service, { ...about, detail: { effect: name } })
    } else {
      draft.countEffect(key, order, op.effect)
      const says = known?.says[op.says] ?? ''
      if (says !== '') draft.setSaid(key, order, op.effect, op.says)
      const detail = { effect: name, count: done + 1, ...(says !== '' && { says }) }
      draft.emit?.('effect.done', service, { ...about, detail })
    }
    enter(draft, token, op.next)
  },
}

/** Card processor and mail provider, fast. domain.md 6.1. */
const COST_MS: Readonly<Record<string, number>> = { charge: 300, refund: 300, notify: 80 }
const OTHER_COST_MS = 50

/** Where an external is connected that does this, the effect is a call to it; otherwise one local step. */
export function flattenEffect(action: EffectAction, into: Flattener): void {
  const { names, source } = into
  const line = source.isProvider ? undefined : providerLine(names, source.service, action.effect)
  const index = into.tables.effect(action.effect)
  if (line === undefined) {
    const isTimed = into.source.isProvider !== true || !hasServiceTime(into)
    into.add({
      op: 'effect',
      effect: index,
      once: action.once === true,
      says: into.tables.says(index, action.says),
      cost: delayOf(undefined, isTimed ? (COST_MS[action.effect] ?? OTHER_COST_MS) : 0),
    })
    return
  }
  const connection = into.names.connectionAt(line)
  const { timeout: _timeout, retries: _retries, ...done } = action
  addCall(into, line, {
    message: action.effect,
    callee: providerOf(into.assembly, line, action.effect, [done]),
    timeoutUs: timeoutUs(into, line, action.timeout),
    retries: action.retries ?? connection.retries ?? 0,
    ...(connection.backoff !== undefined && { backoff: delayOf(connection.backoff, 0) }),
    idempotencyKey: action.once === true,
    onFailure: into.isInSaga ? 'fail' : 'decide',
    isStimulus: false,
  })
}

function hasServiceTime(into: Flattener): boolean {
  return into.names.serviceAt(into.source.service).serviceTime !== undefined
}

/** The line to the external that does this effect: by its outcomes, by the line's operation, or the only one. */
export function providerLine(
  names: Names,
  service: number,
  effectName: string,
): number | undefined {
  const lines = names.outgoing(service).filter((line) => {
    const connection = names.connectionAt(line)
    const callee = names.service(connection.to)
    if (callee === undefined || names.serviceAt(callee).kind !== 'external') return false
    return PROTOCOL_RULES[connection.protocol].use === 'ask'
  })
  const byOutcome = lines.find((line) => {
    const callee = names.service(names.connectionAt(line).to) as number
    return names.serviceAt(callee).outcomes?.[effectName] !== undefined
  })
  const byName = lines.find((line) => names.connectionAt(line).operation === effectName)
  return byOutcome ?? byName ?? lines[0]
}
