/** What shows when a handler runs twice for the same order. A row saved twice is the same row. */
import { callAt, deliveriesFrom, isProtected } from './flow'
import type { HandlerRead, Site } from './parts'
import type { Reading } from './reading'

/** Whether a second run leaves more behind than the first: a second order, a second effect. */
export function isRepeatVisible(
  reading: Reading,
  handler: HandlerRead,
  seen: Set<number> = new Set(),
): boolean {
  if (seen.has(handler.id)) return false
  seen.add(handler.id)
  if (handler.handler.creates === 'order') return true
  // An inbox knows the message again, whatever the rest does.
  if (handler.sites.some(({ action }) => 'dedupe' in action)) return false
  return handler.sites.some((site) => isSiteVisible(reading, site, seen))
}

function isSiteVisible(reading: Reading, site: Site, seen: Set<number>): boolean {
  const { action } = site
  if ('effect' in action) return action.once !== true
  const call = callAt(reading, site)
  if (call) {
    const { callee } = call
    return callee !== undefined && !isProtected(call) && isRepeatVisible(reading, callee, seen)
  }
  return deliveriesFrom(reading, site).some(
    ({ consumer }) => consumer !== undefined && isRepeatVisible(reading, consumer, seen),
  )
}

/** Whether it does anything that lasts: rows, effects, events, here or at whom it calls. */
export function changesAnything(
  reading: Reading,
  handler: HandlerRead,
  counts: (site: Site) => boolean,
  seen: Set<number> = new Set(),
): boolean {
  if (seen.has(handler.id)) return false
  seen.add(handler.id)
  return handler.sites.some((site) => {
    if (counts(site)) return true
    const callee = callAt(reading, site)?.callee
    return callee !== undefined && changesAnything(reading, callee, counts, seen)
  })
}
