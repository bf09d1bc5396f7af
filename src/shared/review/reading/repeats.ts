/** What shows when a handler runs twice for the same order. A row saved twice is the same row. */
import { callAt, deliveriesFrom, isProtected } from './flow'
import type { HandlerRead, Site } from './parts'
import type { Reading } from './reading'

/** Whether a second run leaves more behind than the first: a second order, a second effect. */
export function isRepeatVisible(reading: Reading, handler: HandlerRead): boolean {
  // A list that grows while it is walked: drawings can be deeper than the stack.
  const rerun = new Set([handler])
  for (const { handler: one, sites } of rerun) {
    if (one.creates === 'order') return true
    // An inbox knows the message again, whatever the rest does.
    if (sites.some(({ action }) => 'dedupe' in action)) continue
    for (const site of sites) {
      if ('effect' in site.action && site.action.once !== true) return true
      for (const next of rerunBy(reading, site)) rerun.add(next)
    }
  }
  return false
}

function rerunBy(reading: Reading, site: Site): readonly HandlerRead[] {
  const call = callAt(reading, site)
  if (call) return call.callee && !isProtected(call) ? [call.callee] : []
  return deliveriesFrom(reading, site).flatMap(({ consumer }) => consumer ?? [])
}

/** Whether such a thing is done, here or at whom it calls. */
export function changesAnything(
  reading: Reading,
  handler: HandlerRead,
  counts: (site: Site) => boolean,
): boolean {
  const called = new Set([handler])
  for (const { sites } of called) {
    for (const site of sites) {
      if (counts(site)) return true
      const callee = callAt(reading, site)?.callee
      if (callee) called.add(callee)
    }
  }
  return false
}
