/** Handing an event to the broker: into every queue that it is routed to, in one atomic step. */
import { hashText } from '../base/random'
import type { Draft } from './draft'
import type { Publication, PublishOp } from './op'
import { enqueue, queueOf } from './queue'
import type { Token, View } from './view'

/** A broker that this event goes to and that is down; undefined: all are there to take it. */
export function brokerDown(view: View, publication: Publication): number | undefined {
  return publication.brokers.find((broker) => !view.isUp(broker))
}

/** Stores the event in its queues and reports it, with every line it goes along. */
export function storeEvent(draft: Draft, token: Token, publication: Publication, attempt: number) {
  announceEvent(draft, token, publication, attempt)
  const travelUs = draft.sample(publication.delay, token, hashText(publication.event))
  for (const route of publication.routes)
    enqueue(draft, queueOf(draft, route.queue), route.feed, token, travelUs)
}

function announceEvent(
  draft: Draft,
  token: Token,
  publication: Publication,
  attempt: number,
): void {
  const { lines } = draft.program
  const ids = publication.lines.map((line) => lines[line]?.id ?? '')
  const first = publication.lines[0]
  draft.emit?.('event.published', publication.service, {
    token,
    ...(first !== undefined && { line: first }),
    from: publication.service,
    // To several subscribers at once it is sent to none of them: each delivery says to whom.
    to: publication.lines.length === 1 ? lines[first ?? -1]?.to : publication.brokers[0],
    message: publication.event,
    detail: { connections: ids.join(' '), ...(attempt > 1 && { attempt }) },
  })
}

/**
 * What an idempotent producer repeats is recognised by its number and sequence, and stored no second time.
 * Kafka, design 4.6: this covers its own repetitions and nobody else's.
 */
export function recogniseEvent(draft: Draft, token: Token, { publication }: PublishOp): void {
  const attempt = draft.get(draft.fields.attempt, token) + 1
  announceEvent(draft, token, publication, attempt)
  const [broker] = publication.brokers.filter((one) => isDrawn(draft, one))
  draft.emit?.('message.deduplicated', broker ?? publication.service, {
    token,
    ...(publication.lines[0] !== undefined && { via: publication.lines[0] }),
    message: publication.event,
    detail: { context: 'producer' },
  })
}

/** An implied broker is nobody that a step could name. */
function isDrawn({ program }: View, service: number): boolean {
  return program.services[service]?.id !== undefined
}

/** The event never reached the broker. */
export function loseEvent(draft: Draft, token: Token, publication: Publication): void {
  const first = publication.lines[0]
  draft.emit?.('event.lost', publication.service, {
    token,
    ...(first !== undefined && { line: first }),
    from: publication.service,
    to: first === undefined ? undefined : draft.program.lines[first]?.to,
    message: publication.event,
    detail: { context: 'publish' },
  })
}
