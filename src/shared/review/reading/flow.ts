/** Who makes a handler run, and what a handler's actions make run elsewhere. */
import type { CallRead } from './calls'
import type { Delivery } from './deliveries'
import type { Frame } from './frames'
import type { HandlerRead, Site } from './parts'
import { publicationKey, type Reading } from './reading'

export interface WaysIn {
  readonly calls: readonly CallRead[]
  readonly deliveries: readonly Delivery[]
  readonly frames: readonly Frame[]
}

const NONE: readonly never[] = []

export function waysInto(
  { callsInto, deliveriesInto, framesInto }: Reading,
  { id }: HandlerRead,
): WaysIn {
  return {
    calls: callsInto.get(id) ?? NONE,
    deliveries: deliveriesInto.get(id) ?? NONE,
    frames: framesInto.get(id) ?? NONE,
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

export function callAt({ callOf }: Reading, site: Site): CallRead | undefined {
  return callOf.get(site)
}

export function frameAt({ frameOf }: Reading, site: Site): Frame | undefined {
  return frameOf.get(site)
}

/** The ways of what this action publishes; none for any other action. */
export function deliveriesFrom(
  { deliveriesOf }: Reading,
  { action, in: handler }: Site,
): readonly Delivery[] {
  if (!('publish' in action)) return NONE
  return deliveriesOf.get(publicationKey(handler.serviceIndex, action.publish)) ?? NONE
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
