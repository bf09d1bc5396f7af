/** A packed state as plain objects, for showing: the only way out of the representation. */
import type { Order } from '../base/ids'
import { flightOf } from './flight'
import { brokenBy, ordersOf } from './invariants'
import { isQuiescent } from './machine'
import type {
  InvariantMoment,
  Moment,
  QueuedMessage,
  QueueMoment,
  RunningHandler,
  ServiceMoment,
} from './moment'
import { isCut } from './partition'
import type { Program } from './program'
import { queueHolding } from './queue'
import type { State } from './state'
import { orderName, type Token, View } from './view'

export function momentOf(program: Program, state: State): Moment {
  const view = new View(program).open(state)
  return {
    atUs: view.nowUs,
    services: Object.fromEntries(
      program.services.map((service) => [service.id, serviceMoment(view, service.index)]),
    ),
    rows: rowsOf(view),
    effects: effectsOf(view),
    replies: repliesOf(view),
    queues: program.queues.flatMap((_, index) => queueMoments(view, index)),
    flights: tokensOf(view).flatMap((token) => flightOf(view, token)),
    cuts: program.lines.filter(({ index }) => isCut(view, index)).map(({ id }) => id),
    invariants: program.invariants.map((_, index) => invariantMoment(view, index)),
  }
}

function tokensOf(view: View): Token[] {
  const tokens: Token[] = []
  for (let t = view.first; t < view.last; t += view.stride) tokens.push(t)
  return tokens
}

function orderOf(view: View, token: Token): Order {
  return orderName(view.program, view.key(token), view.order(token))
}

function serviceMoment(view: View, service: number): ServiceMoment {
  const running: RunningHandler[] = []
  const outbox: string[] = []
  for (const token of tokensOf(view)) {
    if (view.handler(token)?.service === service) running.push(runningAt(view, token))
    const place = view.place(token)
    if (place.at !== 'stored' && place.at !== 'relayed') continue
    if (place.publication.service === service)
      outbox.push(`${place.publication.event} ${orderOf(view, token)}`)
  }
  return {
    up: view.isUp(service),
    crashes: view.crashes(service),
    running,
    outbox,
    inbox: inboxOf(view, service),
  }
}

function inboxOf(view: View, service: number): readonly string[] {
  return view.program.inboxes.flatMap((inbox, index) =>
    inbox.service !== service
      ? []
      : eachOrder(view, (key, order) =>
          view.inbox(key, order, index) === 1
            ? [`${inbox.message} ${orderName(view.program, key, order)}`]
            : [],
        ),
  )
}

const WAITING = {
  op: 'running',
  waiting: 'answer',
  backoff: 'backoff',
  confirm: 'confirm',
  unconfirmed: 'confirm',
} as const

function runningAt(view: View, token: Token): RunningHandler {
  const place = view.place(token)
  const handler = view.handler(token)
  if (handler === undefined || !('op' in place) || !(place.at in WAITING))
    throw new Error('not a running handler')
  const waiting = WAITING[place.at as keyof typeof WAITING]
  return {
    order: orderOf(view, token),
    trigger: handler.trigger,
    at: place.op.action,
    of: handler.actions,
    waiting: place.op.op === 'wait' ? 'timer' : waiting,
    attempt: view.get(view.fields.attempt, token) + 1,
  }
}

/** One queue, once for each of its consumers: competing ones show the same messages as ready. */
function queueMoments(view: View, index: number): readonly QueueMoment[] {
  const queue = view.program.queues[index]
  if (queue === undefined) return []
  return queue.consumers.flatMap(({ service }, consumer) => {
    const lines = queue.feeds.flatMap((feed) => feed.deliveries[consumer]?.line ?? [])
    const connection = view.program.lines[lines[0] ?? -1]?.id
    const id = view.program.services[service]?.id
    if (connection === undefined || id === undefined) return []
    const messages = messagesOf(view, index, service)
    return [{ name: queue.name, connection, consumer: id, ...messages }]
  })
}

function messagesOf(view: View, index: number, consumer: number) {
  const queue = view.program.queues[index]
  const ready: Token[] = []
  const unacked: Token[] = []
  const dead: Token[] = []
  for (const token of tokensOf(view)) {
    const place = view.place(token)
    if (place.at === 'dead' && place.queue === index) dead.push(token)
    else if (queueHolding(view, token) !== queue) continue
    else if (place.at === 'queued') ready.push(token)
    else if (view.handler(token)?.service === consumer) unacked.push(token)
  }
  const byPosition = (a: Token, b: Token) =>
    view.get(view.fields.rank, a) - view.get(view.fields.rank, b)
  const shown = (tokens: Token[]) => tokens.sort(byPosition).map((token) => messageAt(view, token))
  return { ready: shown(ready), unacked: shown(unacked), dead: shown(dead) }
}

function messageAt(view: View, token: Token): QueuedMessage {
  const place = view.place(token)
  const event =
    place.at === 'queued' || place.at === 'dead'
      ? view.program.queues[place.queue]?.feeds[place.feed]?.event
      : view.handler(token)?.trigger
  return {
    order: orderOf(view, token),
    event: event ?? '',
    deliveries: view.get(view.fields.deliveries, token),
  }
}

/** Orders in the order of their keys in the file. */
function eachOrder<T>(view: View, found: (key: number, order: number) => readonly T[]): T[] {
  return view.program.keys.flatMap((_, key) =>
    Array.from({ length: ordersOf(view, key) }, (_unused, order) => found(key, order)).flat(),
  )
}

export function rowsOf(view: View): Moment['rows'] {
  const { program } = view
  return Object.fromEntries(
    eachOrder(view, (key, order) => {
      const rows = program.entities.flatMap((entity, index) => {
        const status = view.row(key, order, index)
        return status > 0 ? [[entity.name, entity.statuses[status] ?? ''] as const] : []
      })
      rows.sort(byName)
      return rows.length > 0 ? [[orderName(program, key, order), Object.fromEntries(rows)]] : []
    }),
  )
}

export function effectsOf(view: View): Moment['effects'] {
  const { program } = view
  return Object.fromEntries(
    eachOrder(view, (key, order) => {
      const effects = program.effects.flatMap((effect, index) => {
        const count = view.effect(key, order, index)
        return count > 0 ? [[effect.name, count] as const] : []
      })
      effects.sort(byName)
      return effects.length > 0
        ? [[orderName(program, key, order), Object.fromEntries(effects)]]
        : []
    }),
  )
}

type Named = readonly [name: string, value: string | number]

function byName([a]: Named, [b]: Named): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function repliesOf(view: View): Moment['replies'] {
  const { program } = view
  return Object.fromEntries(
    program.keys.map(({ name }, key) => [
      name,
      view.replies(key).map((reply) => program.outcomes[reply]?.status ?? 0),
    ]),
  )
}

/** Once broken, broken: that it holds again later does not mend it. */
function invariantMoment(view: View, index: number): InvariantMoment {
  const invariant = view.program.invariants[index]
  if (invariant === undefined) throw new Error(`no invariant ${index}`)
  const [broken] = eachOrder(view, (key, order) =>
    view.violated(key, order, index) ? [{ key, order }] : [],
  )
  if (broken !== undefined) {
    const values = brokenBy(view, invariant, broken.key, broken.order)
    return {
      id: invariant.id,
      status: 'violated',
      key: orderName(view.program, broken.key, broken.order),
      ...(values !== undefined && { values }),
    }
  }
  const isOpen = invariant.when === 'finally' && !isQuiescent(view)
  return { id: invariant.id, status: isOpen ? 'undecided' : 'holds' }
}
