/** Every time that one request of a customer's comes to an effect, without any fault. */
import type { BuildingQueue } from '../../engine/assembly'
import type { CallRead } from './calls'
import { DEPTH_MAX } from './depth'
import { callAt, deliveriesFrom, frameAt, isProtected } from './flow'
import type { HandlerRead, Site } from './parts'
import type { Reading } from './reading'
import { walk } from './walk'

export interface Arrival {
  readonly site: Site
  /** The line by which its handler is reached; undefined: the one that all this begins with. */
  readonly trigger?: string
  /** What would notice that it comes a second time: a key on its line, an inbox. */
  readonly guard?: string
}

/** Arrivals at one effect by handler: each is followed once, however many ways lead to it. */
export type KnownArrivals = Map<number, readonly Arrival[]>

/** Two are enough to say that there is more than one; more would only take time. */
const ARRIVALS_MAX = 4

/** By the way that comes to the effect most often, the arms of an `if` being one or the other. */
export function arrivalsAt(
  reading: Reading,
  handler: HandlerRead,
  effect: string,
  known: KnownArrivals,
  depth = 0,
): readonly Arrival[] {
  const before = known.get(handler.id)
  if (before) return before
  if (depth > DEPTH_MAX) return []
  // Round a circle it would come again and again; that is another matter.
  known.set(handler.id, [])
  const arrivals = walk<readonly Arrival[]>(handler.parts, [], {
    visit(site, earlier, { isUndo }) {
      if (isUndo) return earlier
      if ('effect' in site.action && site.action.effect === effect)
        return joined(earlier, [{ site }])
      return followed(reading, site, effect, known, depth + 1).reduce(joined, earlier)
    },
    join: (a, b) => (b.length > a.length ? b : a),
  })
  known.set(handler.id, arrivals ?? [])
  return arrivals ?? []
}

function followed(
  reading: Reading,
  site: Site,
  effect: string,
  known: KnownArrivals,
  depth: number,
): readonly (readonly Arrival[])[] {
  const call = callAt(reading, site)
  if (call?.callee) {
    const found = by(call.line.id, arrivalsAt(reading, call.callee, effect, known, depth))
    return [isProtected(call) ? guarded(found, call.line.id) : found]
  }
  const frame = frameAt(reading, site)
  if (frame?.receiver)
    return [by(frame.line.id, arrivalsAt(reading, frame.receiver, effect, known, depth))]
  const byQueue = new Map<BuildingQueue, readonly Arrival[]>()
  for (const { consumer, line, event, queue } of deliveriesFrom(reading, site)) {
    if (!consumer) continue
    const found = by(line.id, arrivalsAt(reading, consumer, effect, known, depth))
    const hasInbox = consumer.sites.some(({ action }) => 'dedupe' in action)
    const arrivals = hasInbox ? guarded(found, `${consumer.id} ${event}`) : found
    // Of those who share a queue or a group one gets it.
    const before = byQueue.get(queue) ?? []
    byQueue.set(queue, arrivals.length > before.length ? arrivals : before)
  }
  return [...byQueue.values()]
}

function by(trigger: string, arrivals: readonly Arrival[]): readonly Arrival[] {
  return arrivals.map((one) => ({ trigger, ...one }))
}

function guarded(arrivals: readonly Arrival[], guard: string): readonly Arrival[] {
  return arrivals.map((one) => ({ guard, ...one }))
}

function joined(before: readonly Arrival[], more: readonly Arrival[]): readonly Arrival[] {
  const known = new Set(before.flatMap(({ guard }) => guard ?? []))
  const added = more.filter(({ guard }) => guard === undefined || !known.has(guard))
  return [...before, ...added].slice(0, ARRIVALS_MAX)
}

/** The handlers that the customers' own requests, events and frames come to first. */
export function entries(reading: Reading): readonly {
  readonly path: string
  readonly handler: HandlerRead
  readonly line: string
}[] {
  const asked = reading.calls.flatMap(({ stimulus, callee, path, line }: CallRead) =>
    stimulus && callee ? [{ path, handler: callee, line: line.id }] : [],
  )
  const pushed = reading.frames.flatMap(({ stimulus, receiver, path, line }) =>
    stimulus !== undefined && receiver ? [{ path, handler: receiver, line: line.id }] : [],
  )
  const told = reading.deliveries.flatMap(({ publisher, consumer, line }) =>
    publisher.kind === 'client' && consumer
      ? [{ path: 'stimuli', handler: consumer, line: line.id }]
      : [],
  )
  return [...asked, ...pushed, ...told]
}
