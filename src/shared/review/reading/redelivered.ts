/** Effects that a redelivered message does again, and those that it does not do any more. */
import type { Delivery } from './deliveries'
import { callAt, isProtected, isRedelivered } from './flow'
import { type Inbox, inboxAfter, joinInboxes, leavingTransaction, NO_INBOX } from './inbox'
import type { HandlerRead, Site } from './parts'
import type { Reading } from './reading'
import { walk } from './walk'

export interface RedeliveredEffect {
  readonly site: Site
  readonly effect: string
  readonly delivery: Delivery
}

/** Done before anything durable says that the message was handled, without an idempotency key. */
export function redeliveredEffects(reading: Reading): readonly RedeliveredEffect[] {
  const found = new Map<Site, RedeliveredEffect>()
  const known = new Map<number, readonly Met[]>()
  for (const delivery of reading.deliveries) {
    if (!isRedelivered(delivery) || !delivery.consumer) continue
    for (const { site, inbox } of effectsIn(reading, delivery.consumer, known)) {
      const { action } = site
      if (!('effect' in action) || action.once === true || inbox.isMarked) continue
      if (!found.has(site)) found.set(site, { site, effect: action.effect, delivery })
    }
  }
  return [...found.values()]
}

/** Done after the commit that says so: a crash between the two leaves the effect undone for good. */
export function effectsAfterMark(reading: Reading): readonly RedeliveredEffect[] {
  const found = new Map<Site, RedeliveredEffect>()
  const known = new Map<number, readonly Met[]>()
  for (const delivery of reading.deliveries) {
    if (!isRedelivered(delivery) || !delivery.consumer) continue
    for (const { site, inbox } of effectsIn(reading, delivery.consumer, known)) {
      const { action } = site
      if (!('effect' in action) || !inbox.isMarked || site.in.id !== delivery.consumer.id) continue
      if (!found.has(site)) found.set(site, { site, effect: action.effect, delivery })
    }
  }
  return [...found.values()]
}

interface Met {
  readonly site: Site
  readonly inbox: Inbox
}

/** The effects of a handler and of those that it calls and that would run again with it. */
function effectsIn(
  reading: Reading,
  handler: HandlerRead,
  known: Map<number, readonly Met[]>,
): readonly Met[] {
  const before = known.get(handler.id)
  if (before) return before
  // One that calls itself, at whatever remove, adds nothing to itself.
  known.set(handler.id, [])
  const met: Met[] = []
  walk<Inbox>(handler.parts, NO_INBOX, {
    visit(site, before, { conditions }) {
      const inbox = leavingTransaction(site, before)
      // Who asks first whether it was done does not do it twice.
      const isAsked = conditions.some((one) => /\beffects\./.test(one))
      if ('effect' in site.action && !isAsked) met.push({ site, inbox })
      const call = callAt(reading, site)
      if (call?.callee && !isProtected(call) && !isAsked) {
        // The callee has an inbox of its own; what counts is the caller's.
        const called = effectsIn(reading, call.callee, known)
        met.push(...called.map((one) => ({ ...one, inbox: inbox.isMarked ? inbox : one.inbox })))
      }
      return inboxAfter(site, before)
    },
    join: joinInboxes,
  })
  known.set(handler.id, met)
  return met
}
