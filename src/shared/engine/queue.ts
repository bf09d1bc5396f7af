/**
 * A broker's queue: positions, what is ready, who has capacity, redelivery and dead letters. A message is
 * one token from its publishing to its acknowledgement: queued, then the consumer's running handler, which
 * keeps the position so that a redelivery goes back where it was. Positions count from 1 in each lane.
 */
import { hashText } from '../base/random'
import { delayOf } from './delay'
import type { Draft } from './draft'
import { isCut } from './partition'
import type { Feed, HandlerProgram, Queue } from './program'
import { laneOf, type QueueCensus } from './queue-census'
import type { Token, View } from './view'

/** Broker to consumer. domain.md 6.1. */
const DELIVERY = delayOf(undefined, 1)
const DELIVERY_HASH = hashText('delivery')

export function queueOf(view: View, queue: number): Queue {
  return view.program.queues[queue] as Queue
}

export function feedOf(queue: Queue, feed: number): Feed {
  return queue.feeds[feed] as Feed
}

/** The queue that this token, waiting or unacknowledged, has a position in. */
export function queueHolding(view: View, token: Token): Queue | undefined {
  if (view.get(view.fields.rank, token) === 0) return undefined
  return view.program.queues[view.queue(token)]
}

/** Whether the token has a position in the lane; `lane` is -1 where a queue has only one. */
function isInLane(view: View, token: Token, queue: Queue, lane: number): boolean {
  if (view.queue(token) !== queue.index || view.get(view.fields.rank, token) === 0) return false
  return lane < 0 || laneOf(view, token, queue) === lane
}

function laneToCompare(view: View, token: Token, queue: Queue): number {
  return queue.flavor === 'rabbitmq' ? -1 : laneOf(view, token, queue)
}

/** The way of a ready message that waits too long: no consumer has such a number. */
export const EXPIRY = 2_000

/** Stores a message at the end of a queue; it can be delivered after so long. */
export function enqueue(draft: Draft, queue: Queue, feed: number, about: Token, afterUs: number) {
  const token = draft.spawn(feedOf(queue, feed).queued, about)
  draft.setDueUs(token, draft.nowUs + afterUs + draft.sample(DELIVERY, token, DELIVERY_HASH))
  if (queue.ttlUs > 0) draft.setDeadlineUs(token, draft.nowUs + afterUs + queue.ttlUs)
  takePosition(draft, token, queue)
}

/** A second, independent copy right behind everything else. */
export function duplicateQueued(draft: Draft, token: Token, queue: Queue): void {
  const copy = draft.copy(token)
  draft.set(draft.fields.rank, copy, 0)
  takePosition(draft, copy, queue)
}

function takePosition(draft: Draft, token: Token, queue: Queue): void {
  const { rank } = draft.fields
  const lane = laneToCompare(draft, token, queue)
  let last = 0
  for (let t = draft.first; t < draft.last; t += draft.stride)
    if (isInLane(draft, t, queue, lane)) last = Math.max(last, draft.get(rank, t))
  if (last >= rank.mask) draft.meet('queue')
  draft.set(rank, token, Math.min(last + 1, rank.mask))
}

/** The message leaves its queue: those behind it move up, so that positions stay small. */
export function leaveQueue(draft: Draft, token: Token): void {
  const { rank } = draft.fields
  const queue = queueHolding(draft, token)
  if (queue === undefined) return
  const lane = laneToCompare(draft, token, queue)
  const left = draft.get(rank, token)
  draft.set(rank, token, 0)
  for (let t = draft.first; t < draft.last; t += draft.stride) {
    const position = draft.get(rank, t)
    if (position > left && isInLane(draft, t, queue, lane)) draft.set(rank, t, position - 1)
  }
}

/**
 * An unacknowledged delivery comes back, to where it stood, or is given up as a dead letter after as many
 * deliveries as the queue allows.
 */
export function returnToQueue(draft: Draft, token: Token, handler: HandlerProgram): void {
  const queue = queueOf(draft, handler.queue as number)
  const feed = feedOf(queue, handler.feed as number)
  if (draft.get(draft.fields.deliveries, token) >= queue.maxDeliveries) {
    deadLetter(draft, token, handler)
    return
  }
  forgetRun(draft, token)
  draft.moveTo(token, feed.queued, draft.sample(DELIVERY, token, DELIVERY_HASH))
}

/** The broker takes a delivery back while its consumer runs on, from now on for nobody. */
export function enqueueAgain(
  draft: Draft,
  run: Token,
  queue: Queue,
  handler: HandlerProgram,
): void {
  const { rank, own, link } = draft.fields
  const message = draft.copy(run)
  draft.set(own, message, 0)
  draft.set(link, message, 0)
  draft.set(rank, run, 0)
  draft.set(draft.fields.deliveries, run, 0)
  if (draft.get(draft.fields.deliveries, message) >= queue.maxDeliveries) {
    deadLetter(draft, message, handler)
    return
  }
  forgetRun(draft, message)
  draft.moveTo(message, feedOf(queue, handler.feed as number).queued)
}

type Death = 'rejected' | 'expired'

/** Given up after too many deliveries, unless it says why else. */
export function deadLetter(
  draft: Draft,
  token: Token,
  handler: HandlerProgram,
  context?: Death,
): void {
  const queue = queueOf(draft, handler.queue as number)
  const feed = feedOf(queue, handler.feed as number)
  leaveQueue(draft, token)
  draft.emit?.('event.deadlettered', handler.service, {
    token,
    ...(handler.line !== undefined && { line: handler.line }),
    message: feed.event,
    detail: {
      deliveries: draft.get(draft.fields.deliveries, token),
      queue: queue.name,
      ...(context !== undefined && { context }),
    },
  })
  forgetRun(draft, token)
  if (feed.deadRoutes.length === 0) {
    draft.moveTo(token, feed.dead)
    return
  }
  for (const { queue: to, feed: as } of feed.deadRoutes)
    enqueue(draft, queueOf(draft, to), as, token, 0)
  draft.remove(token)
}

/** What only the run of a handler knew is gone with it. */
function forgetRun(draft: Draft, token: Token): void {
  const { fields } = draft
  draft.forget(draft.get(fields.own, token))
  const { own, attempt, outcome, replica, replied, known } = fields
  for (const field of [own, attempt, outcome, replica, replied, known]) draft.set(field, token, 0)
}

/** Whether somebody may take this ready message now. */
export function isDeliverable(
  view: View,
  token: Token,
  queue: Queue,
  census: QueueCensus,
): boolean {
  if (queue.broker !== undefined && !view.isUp(queue.broker)) return false
  return census.isNext(view, token, queue) && consumersFor(view, token, queue, census).length > 0
}

/** Which consumers have room for this ready message, who is served first in front. */
export function consumersFor(
  view: View,
  token: Token,
  queue: Queue,
  census: QueueCensus,
): readonly number[] {
  if (queue.flavor === 'kafka' && census.isBusy(view, token, queue)) return NOBODY
  if (queue.consumers.length === 1) return isAble(view, token, queue, 0, census) ? FIRST : NOBODY
  const up = [...queue.consumers.keys()].filter((index) =>
    view.isUp(queue.consumers[index]?.service ?? 0),
  )
  if (up.length === 0) return NOBODY
  // A partition has one owner in its group; competing consumers of a queue take turns.
  const isKafka = queue.flavor === 'kafka'
  const turn = isKafka ? laneOf(view, token, queue) : view.get(view.fields.serial, token)
  const start = turn % up.length
  const inTurn = [...up.slice(start), ...up.slice(0, start)]
  return (isKafka ? inTurn.slice(0, 1) : inTurn).filter((index) =>
    isAble(view, token, queue, index, census),
  )
}

const NOBODY: readonly number[] = []
const FIRST: readonly number[] = [0]

/** It is up, it takes this kind of message, and a worker of it is free. */
function isAble(
  view: View,
  token: Token,
  queue: Queue,
  index: number,
  census: QueueCensus,
): boolean {
  const consumer = queue.consumers[index]
  const place = view.place(token)
  if (consumer === undefined || place.at !== 'queued') return false
  const delivery = feedOf(queue, place.feed).deliveries[index]
  if (delivery === undefined || isCut(view, delivery.line)) return false
  const replicas = view.replicasUp(consumer.service)
  if (replicas === 0) return false
  const workers = view.program.services[consumer.service]?.workers ?? 1
  const perReplica = queue.prefetch > 0 ? Math.min(workers, queue.prefetch) : workers
  return census.heldBy(queue, index) < perReplica * replicas
}
