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
  return firstOfSite(metBy(reading).filter(({ site, isMarked }) => !isMarked && !isOnce(site)))
}

/** Done after the commit that says so: a crash between the two leaves the effect undone for good. */
export function effectsAfterMark(reading: Reading): readonly RedeliveredEffect[] {
  return firstOfSite(metBy(reading).filter(({ isMarked, isDirect }) => isMarked && isDirect))
}

function firstOfSite(met: readonly Met[]): readonly RedeliveredEffect[] {
  const sites = new Map<Site, RedeliveredEffect>()
  for (const one of met) if (!sites.has(one.site)) sites.set(one.site, one)
  return [...sites.values()]
}

function isOnce({ action }: Site): boolean {
  return 'effect' in action && action.once === true
}

interface Met extends RedeliveredEffect {
  /** The message counts as handled when the effect's turn comes. */
  readonly isMarked: boolean
  /** In the consumer itself, and not at one that it calls. */
  readonly isDirect: boolean
}

/** A handler that a redelivery makes run again: the consumer, or one that it calls without a key. */
interface Rerun {
  readonly handler: HandlerRead
  readonly delivery: Delivery
  readonly isMarked: boolean
  readonly isDirect: boolean
}

/** Every handler is walked once for each way in which it can be reached: marked or not. */
function metBy(reading: Reading): readonly Met[] {
  const reruns = new Map<string, Rerun>()
  const enter = (rerun: Rerun) => {
    const name = `${rerun.handler.id} ${rerun.isMarked}`
    if (!reruns.has(name)) reruns.set(name, rerun)
  }
  for (const delivery of reading.deliveries) {
    const { consumer } = delivery
    if (consumer && isRedelivered(delivery))
      enter({ handler: consumer, delivery, isMarked: false, isDirect: true })
  }
  const met: Met[] = []
  // What is entered on the way is walked in its turn.
  for (const rerun of reruns.values()) met.push(...effectsOf(reading, rerun, enter))
  return met
}

function effectsOf(
  reading: Reading,
  { handler, delivery, isMarked, isDirect }: Rerun,
  enter: (rerun: Rerun) => void,
): readonly Met[] {
  const met: Met[] = []
  walk<Inbox>(handler.parts, NO_INBOX, {
    visit(site, before, { conditions }) {
      const { action } = site
      const isMarkedHere = isMarked || leavingTransaction(site, before).isMarked
      // Who asks first whether it was done does not do it twice.
      const isAsked = conditions.some((one) => /\beffects\./.test(one))
      if ('effect' in action && !isAsked)
        met.push({ site, effect: action.effect, delivery, isMarked: isMarkedHere, isDirect })
      const call = callAt(reading, site)
      if (call?.callee && !isProtected(call) && !isAsked)
        enter({ handler: call.callee, delivery, isMarked: isMarkedHere, isDirect: false })
      return inboxAfter(site, before)
    },
    join: joinInboxes,
  })
  return met
}
