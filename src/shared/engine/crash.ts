/**
 * A replica crashes and comes back. It loses what ran in it, its memory and its open sockets, and keeps what
 * it had stored; callers waiting on it see a broken connection; unacknowledged deliveries come back.
 * semantics.md, "Crashes and other faults".
 */
import type { Draft } from './draft'
import { missConfirm } from './missed-confirm'
import type { PlaceRule } from './place-rule'
import { carriedBy, type HandlerProgram, type ServiceProgram } from './program'
import { breakCall } from './protocols/call'
import { enqueueAgain, queueHolding, returnToQueue } from './queue'
import { closeSockets, RECONNECT_US } from './socket'
import type { Token } from './view'

/** domain.md 6.1: 1 to 60 seconds in practice. */
const RESTART_US = 5_000_000
const RESUBSCRIBE_US = 1_000

/** `downUs`: until it is back; in practice what most take. */
export function crash(draft: Draft, index: number, replica: number, downUs = RESTART_US): void {
  const service = draft.program.services[index] as ServiceProgram
  if (service.lines.length > 0) tellOfBroker(draft, 'broker.stopped', service)
  else {
    const detail = service.replicas > 1 ? { detail: { replica: replica + 1 } } : {}
    draft.emit?.('service.crashed', index, detail)
  }
  const crashed = draft.cause
  draft.setReplicaUp(index, replica, false)
  const timer = draft.spawnBare(service.down, downUs)
  draft.set(draft.fields.replica, timer, replica)
  const { last } = draft
  for (let t = draft.first; t < last; t += draft.stride) {
    draft.cause = crashed
    const handler = draft.handler(t)
    if (handler?.service === index && draft.get(draft.fields.replica, t) === replica)
      loseRun(draft, t, handler)
  }
  draft.cause = crashed
  if (draft.replicasUp(index) > 0) return
  closeSockets(draft, index)
  forgetMarks(draft, index)
  if (service.kind === 'broker') breakChannels(draft, index)
}

/** An implied broker stands on its lines, which are all that can be named of it. */
function tellOfBroker(
  draft: Draft,
  kind: 'broker.stopped' | 'broker.restarted',
  { index, lines }: ServiceProgram,
): void {
  const { program } = draft
  const first = program.lines[lines[0] ?? -1]
  draft.emit?.(kind, first?.from ?? 0, {
    ...(first !== undefined && { line: first.index, from: first.from }),
    to: lines.length === 1 ? first?.to : undefined,
    message: carriedBy(program, index),
    detail: { connections: lines.map((line) => program.lines[line]?.id ?? '').join(' ') },
  })
}

/** A running handler is gone: its caller or its broker notices, whoever there is. */
function loseRun(draft: Draft, token: Token, handler: HandlerProgram): void {
  const { own, link, rank } = draft.fields
  draft.forget(draft.get(own, token))
  draft.set(own, token, 0)
  if (draft.get(rank, token) > 0) {
    returnToQueue(draft, token, handler)
    return
  }
  const caller = draft.get(link, token)
  if (handler.queue !== undefined)
    draft.emit?.('event.lost', handler.service, {
      token,
      ...(handler.line !== undefined && { line: handler.line }),
      message: handler.trigger,
      detail: { context: 'crash' },
    })
  draft.remove(token)
  breakCall(draft, caller, handler)
}

/** An outbox row that was published and not yet marked will be published again. */
function forgetMarks(draft: Draft, service: number): void {
  for (let t = draft.first; t < draft.last; t += draft.stride) {
    const place = draft.place(t)
    if (place.at === 'relayed' && place.publication.service === service)
      draft.moveTo(t, place.publication.stored, 5_000)
  }
}

/**
 * A broker that stops keeps what it confirmed, and takes back what was delivered and not acknowledged: those
 * handlers run on, and nobody hears that they are done. Publishers waiting for a confirm get none.
 */
function breakChannels(draft: Draft, broker: number): void {
  const { last } = draft
  for (let t = draft.first; t < last; t += draft.stride) {
    const handler = draft.handler(t)
    if (handler === undefined) continue
    const queue = queueHolding(draft, t)
    if (queue?.broker === broker) enqueueAgain(draft, t, queue, handler)
    const place = draft.place(t)
    if (place.at === 'confirm' && place.op.publication.brokers.includes(broker))
      missConfirm(draft, t, place.op)
  }
}

/** Back again, a service opens its sockets and takes up its queues: neither is there at once. */
function reconnect(draft: Draft, service: number): void {
  for (let t = draft.first; t < draft.last; t += draft.stride) {
    const place = draft.place(t)
    if (place.at === 'socket') {
      const line = draft.program.lines[place.line]
      if (line?.from === service || line?.to === service)
        draft.setDueUs(t, Math.max(draft.dueUs(t), draft.nowUs + RECONNECT_US))
    } else if (place.at === 'queued') {
      const queue = draft.program.queues[place.queue]
      if (queue?.consumers.some((consumer) => consumer.service === service) === true)
        draft.setDueUs(t, Math.max(draft.dueUs(t), draft.nowUs + RESUBSCRIBE_US))
    }
  }
}

export const down: PlaceRule<'down'> = {
  natural: 'restart',
  offer(_view, _token, _place, offers) {
    offers.natural()
  },
  proceed(draft, token, place) {
    const replica = draft.get(draft.fields.replica, token)
    const service = draft.program.services[place.service] as ServiceProgram
    draft.setReplicaUp(place.service, replica, true)
    if (service.lines.length > 0) tellOfBroker(draft, 'broker.restarted', service)
    else
      draft.emit?.('service.restarted', place.service, {
        ...(service.replicas > 1 && { detail: { replica: replica + 1 } }),
      })
    draft.remove(token)
    reconnect(draft, place.service)
  },
}
