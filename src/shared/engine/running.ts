/** A running handler at one of its ops, and the client's very first one. */
import { OP_RULES } from './actions/table'
import { cancelIfAlone } from './handling'
import type { Op } from './op'
import type { OpKind, OpRule, PassedOp } from './op-rule'
import type { PlaceRule } from './place-rule'
import { isOpen } from './socket'
import { spawnNext } from './stimulus'

/** An answer to nobody is sent all the same, and seen to come too late. */
const ENDS: ReadonlySet<OpKind> = new Set(['reply', 'fail', 'finish'])

export const op: PlaceRule<'op'> = {
  natural: 'proceed',
  offer(view, token, place, offers) {
    if (ruleOf(place.op).isHeld?.(view, token, place.op) === true) return
    offers.natural()
    ruleOf(place.op).offer?.(view, token, place.op, offers)
  },
  proceed(draft, token, place) {
    if (!ENDS.has(place.op.op) && cancelIfAlone(draft, token, place.op)) return
    ruleOf(place.op).proceed(draft, token, place.op)
  },
  lose(draft, token, place) {
    ruleOf(place.op).lose?.(draft, token, place.op)
  },
}

export const stimulus: PlaceRule<'stimulus'> = {
  natural: 'stimulus',
  offer(view, token, { op: sending }, offers) {
    // A client sends no frame before its socket has opened: RFC 6455 section 4.1.
    if (sending.op === 'push' && !isOpen(view, sending.line)) return
    if (ruleOf(sending).isHeld?.(view, token, sending) === true) return
    offers.natural()
  },
  proceed(draft, token, place) {
    const { handlers, lines } = draft.program
    const handler = handlers[place.op.handler]
    const line = 'line' in place.op ? lines[place.op.line] : undefined
    draft.emit?.('stimulus', handler?.service ?? 0, {
      token,
      ...(line !== undefined && { line: line.index }),
      message: handler?.trigger ?? '',
    })
    spawnNext(draft, place.turn)
    ruleOf(place.op).proceed(draft, token, place.op)
  },
}

/** The rule of an op that is stood at. The table is keyed by the op's own kind, which the cast restates. */
function ruleOf(standing: Op): OpRule<OpKind> {
  const kind = standing.op as Exclude<OpKind, PassedOp>
  return OP_RULES[kind] as unknown as OpRule<OpKind>
}
