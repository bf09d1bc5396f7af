/** Who makes a handler run, and what a handler's actions make run elsewhere. */
import type { CallRead } from './calls'
import type { Delivery } from './deliveries'
import type { Frame } from './frames'
import type { HandlerRead, Site } from './parts'
import type { Reading } from './reading'

export interface WaysIn {
  readonly calls: readonly CallRead[]
  readonly deliveries: readonly Delivery[]
  readonly frames: readonly Frame[]
}

export function waysInto({ calls, deliveries, frames }: Reading, { id }: HandlerRead): WaysIn {
  return {
    calls: calls.filter((one) => one.callee?.id === id),
    deliveries: deliveries.filter((one) => one.consumer?.id === id),
    frames: frames.filter((one) => one.receiver?.id === id),
  }
}

export function isReached(reading: Reading, handler: HandlerRead): boolean {
  const { calls, deliveries, frames } = waysInto(reading, handler)
  return calls.length + deliveries.length + frames.length > 0
}

/** The broker keeps the message until the handler is done: a crash brings it back. */
export function isRedelivered({ queue }: Delivery): boolean {
  return !queue.ackBefore && queue.maxDeliveries > 1
}

function isAt(site: Site | undefined, { in: handler, ordinal }: Site): boolean {
  return site !== undefined && site.in.id === handler.id && site.ordinal === ordinal
}

export function callAt({ calls }: Reading, site: Site): CallRead | undefined {
  return calls.find((call) => isAt(call.site, site))
}

export function frameAt({ frames }: Reading, site: Site): Frame | undefined {
  return frames.find((frame) => isAt(frame.site, site))
}

/** The ways of what this action publishes; none for any other action. */
export function deliveriesFrom({ deliveries }: Reading, { action, in: handler }: Site) {
  if (!('publish' in action)) return []
  return deliveries.filter(
    (one) => one.publisherIndex === handler.serviceIndex && one.event === action.publish,
  )
}

/** The answer to a repeated request is the stored one: the handler does not run twice for one key. */
export function isProtected({ isKeyed, callee }: CallRead): boolean {
  return isKeyed && callee?.handler.idempotent === true
}

/** Handlers that wait for this one's answer, or run because of it, each once. */
export function handlersAfter(reading: Reading, site: Site): readonly HandlerRead[] {
  const asked = callAt(reading, site)?.callee
  const told = deliveriesFrom(reading, site).flatMap(({ consumer }) => consumer ?? [])
  const pushed = frameAt(reading, site)?.receiver
  return [...(asked ? [asked] : []), ...told, ...(pushed ? [pushed] : [])]
}
