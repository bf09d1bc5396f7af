/**
 * Events at rest and on their way: at least once by default, a delivery staying with the broker until it is
 * acknowledged after the handler. RabbitMQ keeps one order a queue, Kafka one a partition; both are the same
 * rules over lanes (queue.ts). AMQP differs only in routing, which compile has done. semantics.md, "broker".
 */
import type { Draft } from '../draft'
import { enter, start } from '../handling'
import { missConfirm } from '../missed-confirm'
import { isHeldUp } from '../partition'
import type { PlaceOf } from '../place'
import type { PlaceRule } from '../place-rule'
import type { HandlerProgram, Queue } from '../program'
import { brokerDown, loseEvent, storeEvent } from '../publishing'
import {
  consumersFor,
  deadLetter,
  duplicateQueued,
  EXPIRY,
  feedOf,
  leaveQueue,
  queueOf,
} from '../queue'
import { leastBusy } from '../replica'
import type { Token } from '../view'

export const queued: PlaceRule<'queued'> = {
  natural: 'deliver',
  offer(view, token, place, offers) {
    const queue = queueOf(view, place.queue)
    if (queue.broker !== undefined && !view.isUp(queue.broker)) return
    const isNext = offers.census.isNext(view, token, queue)
    if (isNext || view.canStill('reorder')) {
      for (const consumer of consumersFor(view, token, queue, offers.census)) {
        if (isNext) offers.natural(consumer)
        else offers.fault('reorder', consumer)
      }
    }
    if (queue.ttlUs > 0) offers.natural(EXPIRY)
    offers.fault('duplicate')
  },
  proceed(draft, token, place, way) {
    const queue = queueOf(draft, place.queue)
    if (way === EXPIRY) return expire(draft, token, queue, place)
    const delivery = feedOf(queue, place.feed).deliveries[way]
    if (delivery === undefined) throw new Error(`nothing is delivered ${way} of ${queue.name}`)
    const handler = draft.program.handlers[delivery.handler] as HandlerProgram
    deliver(draft, token, queue, handler, place)
  },
  duplicate(draft, token, place) {
    const queue = queueOf(draft, place.queue)
    const feed = feedOf(queue, place.feed)
    const delivery = feed.deliveries.find((one) => one !== undefined)
    const line = draft.program.lines[delivery?.line ?? -1]
    draft.emit?.('event.duplicated', line?.to ?? 0, {
      token,
      ...(line !== undefined && { line: line.index }),
      message: feed.event,
      detail: { queue: queue.name },
    })
    duplicateQueued(draft, token, queue)
  },
}

/** x-message-ttl: the queue drops what waits too long, or hands it to its dead-letter exchange. */
function expire(draft: Draft, token: Token, queue: Queue, place: PlaceOf<'queued'>): void {
  const delivery = feedOf(queue, place.feed).deliveries.find((one) => one !== undefined)
  const handler = draft.program.handlers[delivery?.handler ?? -1]
  if (handler === undefined) throw new Error(`${queue.name} has no consumer`)
  deadLetter(draft, token, handler, 'expired')
}

function deliver(
  draft: Draft,
  token: Token,
  queue: Queue,
  handler: HandlerProgram,
  place: PlaceOf<'queued'>,
): void {
  const { deliveries } = draft.fields
  const before = draft.get(deliveries, token)
  const line = draft.program.lines[handler.line ?? -1]
  const about = {
    token,
    ...(line !== undefined && { line: line.index, from: line.from }),
    to: handler.service,
    message: feedOf(queue, place.feed).event,
  }
  const again = before > 0 ? { detail: { deliveries: before + 1 } } : {}
  const kind = before > 0 ? 'event.redelivered' : 'event.delivered'
  draft.emit?.(kind, handler.service, { ...about, ...again })
  if (queue.ackBefore) {
    // Acknowledged at once: from here on the broker knows nothing of it, and a crash loses it.
    draft.emit?.('event.acked', handler.service, { ...about, detail: { context: 'before' } })
    leaveQueue(draft, token)
  } else draft.set(deliveries, token, before + 1)
  start(draft, token, handler, leastBusy(draft, handler.service, queue.index))
}

export const dead: PlaceRule<'dead'> = {
  natural: 'proceed',
  offer() {},
  proceed() {
    throw new Error('a dead letter stays where it is')
  },
}

export const confirm: PlaceRule<'confirm'> = {
  natural: 'arrive',
  offer(_view, _token, _place, offers) {
    offers.natural()
    offers.fault('lose-response')
  },
  proceed(draft, token, { op }) {
    const first = op.publication.lines[0]
    draft.emit?.('event.acked', op.publication.service, {
      token,
      ...(first !== undefined && { line: first }),
      from: op.publication.brokers[0],
      to: op.publication.service,
      message: op.publication.event,
      detail: { context: 'confirm' },
    })
    draft.set(draft.fields.attempt, token, 0)
    draft.set(draft.fields.known, token, 0)
    enter(draft, token, op.next)
  },
  lose(draft, token, { op }) {
    const first = op.publication.lines[0]
    draft.emit?.('event.lost', op.publication.service, {
      token,
      ...(first !== undefined && { line: first }),
      from: op.publication.brokers[0],
      to: op.publication.service,
      message: op.publication.event,
      detail: { context: 'confirm' },
    })
    missConfirm(draft, token, op)
  },
}

export const unconfirmed: PlaceRule<'unconfirmed'> = {
  natural: 'timeout',
  offer(_view, _token, _place, offers) {
    offers.natural()
  },
  proceed(draft, token, { op }) {
    const { attempt } = draft.fields
    const first = op.publication.lines[0]
    draft.emit?.('call.timeout', op.publication.service, {
      token,
      ...(first !== undefined && { line: first }),
      message: op.publication.event,
      detail: { context: 'confirm' },
    })
    draft.set(attempt, token, Math.min(draft.get(attempt, token) + 1, attempt.mask))
    draft.moveTo(token, op.place)
  },
}

export const stored: PlaceRule<'stored'> = {
  natural: 'proceed',
  offer(view, _token, { publication }, offers) {
    if (!view.isUp(publication.service)) return
    if (brokerDown(view, publication) !== undefined || isHeldUp(view, publication)) return
    offers.natural()
    offers.fault('lose-request')
  },
  proceed(draft, token, { publication }) {
    storeEvent(draft, token, publication, 1)
    draft.moveTo(token, publication.relayed, 1_000)
  },
  lose(draft, token, { publication }) {
    loseEvent(draft, token, publication)
    draft.moveTo(token, publication.stored, 3_000_000)
  },
}

export const relayed: PlaceRule<'relayed'> = {
  natural: 'proceed',
  offer(view, _token, { publication }, offers) {
    if (view.isUp(publication.service)) offers.natural()
  },
  proceed(draft, token, { publication }) {
    draft.emit?.('outbox.relayed', publication.service, { token, message: publication.event })
    draft.remove(token)
  },
}
