/** An event handed to the broker; the handler waits for the confirm unless it does not care. */
import type { PublishAction } from '../../scenario/action'
import { delayOf, toUs } from '../delay'
import type { Draft } from '../draft'
import type { Flattener } from '../flattener'
import { enter, failAt, handlerOf } from '../handling'
import type { Publication, PublishOp } from '../op'
import type { OpRule } from '../op-rule'
import { isHeldUp } from '../partition'
import { FAILED_OUTCOME } from '../program'
import { PROTOCOL_RULES } from '../protocols/table'
import { brokerDown, loseEvent, recogniseEvent, storeEvent } from '../publishing'
import { publicationOf } from '../routing'
import type { Token } from '../view'
import { costOfStore, storeLine } from './storing'

/** Publish to confirm on an idle broker. domain.md 6.1. */
const CONFIRM = delayOf(undefined, 3)

export const publish: OpRule<'publish'> = {
  isHeld(view, _token, { publication }) {
    return isHeldUp(view, publication)
  },
  offer(_view, _token, _op, offers) {
    offers.fault('lose-request')
  },
  proceed(draft, token, op) {
    const down = brokerDown(draft, op.publication)
    if (down !== undefined) return refuse(draft, token, op, down)
    if (op.mandatory && op.publication.routes.length === 0) return giveBack(draft, token, op)
    if (draft.get(draft.fields.known, token) === 1) recogniseEvent(draft, token, op)
    else storeEvent(draft, token, op.publication, draft.get(draft.fields.attempt, token) + 1)
    if (op.confirm) draft.moveTo(token, op.confirming, draft.sample(CONFIRM, token, op.index))
    else enter(draft, token, op.next)
  },
  lose(draft, token, op) {
    loseEvent(draft, token, op.publication)
    if (op.confirm) draft.moveTo(token, op.unconfirmed, op.timeoutUs)
    else enter(draft, token, op.next)
  },
}

/** basic.return 312 NO_ROUTE comes before the confirm: the publisher knows. RabbitMQ, publishers. */
function giveBack(draft: Draft, token: Token, op: PublishOp): void {
  const [line] = op.publication.lines
  draft.emit?.('event.returned', op.publication.service, {
    token,
    ...(line !== undefined && { line }),
    from: op.publication.brokers[0],
    to: op.publication.service,
    message: op.publication.event,
  })
  failAt(draft, token, op, FAILED_OUTCOME)
}

/** A broker that is down takes nothing: a publisher that waits for confirms sees it, another does not. */
function refuse(draft: Draft, token: Token, op: PublishOp, broker: number): void {
  const { publication } = op
  const { lines: implying = [] } = draft.program.services[broker] ?? {}
  const isImplied = implying.length > 0
  const line = publication.lines.find(
    (one) => draft.program.lines[one]?.to === broker || implying.includes(one),
  )
  draft.emit?.('request.refused', isImplied ? publication.service : broker, {
    token,
    ...(line !== undefined && { line }),
    from: publication.service,
    to: broker,
    message: publication.event,
    ...(isImplied && { detail: { context: 'implied' } }),
  })
  if (!op.confirm) {
    enter(draft, token, op.next)
    return
  }
  const at = draft.program.lines[line ?? -1]?.answers.refused ?? FAILED_OUTCOME
  if (handlerOf(draft, op).remembersLast) draft.set(draft.fields.outcome, token, at)
  failAt(draft, token, op, at)
}

/** The service's publication of an event; a problem where none of its lines carries it. */
export function publicationFor(
  into: Flattener,
  event: string,
  path: string,
): Publication | undefined {
  const { service } = into.source
  const publication = publicationOf(into.assembly, service, event)
  if (publication !== undefined) return publication
  const { id } = into.names.serviceAt(service)
  into.names.error('engine/no-line-for-event', path, { service: id, event })
  return undefined
}

export function flattenPublish(action: PublishAction, into: Flattener, path: string): void {
  const publication = publicationFor(into, action.publish, path)
  if (publication === undefined) return
  if (action.outbox === true) {
    const line = storeLine(into, '')
    const inbox = into.unmarkedInbox
    into.unmarkedInbox = undefined
    into.add({
      op: 'commit',
      saves: [],
      outbox: [publication],
      ...(line !== undefined && { line }),
      ...(inbox !== undefined && { inbox }),
      cost: costOfStore(into, line),
    })
    return
  }
  const first = into.names.connectionAt(publication.lines[0] as number)
  const timeoutMs = first.timeout ?? PROTOCOL_RULES[first.protocol].timeoutMs
  const [confirming, unconfirmed] = [into.assembly.reserve(), into.assembly.reserve()]
  const op = into.add({
    op: 'publish',
    publication,
    mandatory: publication.lines.some((line) => into.names.connectionAt(line).mandatory === true),
    confirm: action.confirm !== false,
    isIdempotent: action.confirm !== false && isIdempotent(into, publication),
    timeoutUs: toUs(timeoutMs),
    confirming,
    unconfirmed,
  })
  into.assembly.fill(confirming, { at: 'confirm', op })
  into.assembly.fill(unconfirmed, { at: 'unconfirmed', op })
}

/** Kafka's producer is, unless it is said not to be; RabbitMQ knows nothing of the kind. */
function isIdempotent({ names }: Flattener, { lines, brokers }: Publication): boolean {
  const published = lines.map((line) => names.connectionAt(line))
  if (published.some(({ idempotence }) => idempotence === false)) return false
  const delivered = brokers.flatMap((broker) => names.outgoing(broker))
  const all = [...published, ...delivered.map((line) => names.connectionAt(line))]
  return all.some(({ flavor }) => flavor === 'kafka')
}
