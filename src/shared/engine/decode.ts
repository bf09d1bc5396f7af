/** A packed state as plain objects, for showing: the only way out of the representation. */
import type { Order } from '../base/ids'
import { flightOf, messageId } from './flight'
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
import { isCut, isPublisherCut } from './partition'
import type { Line, Program } from './program'
import { queueHolding } from './queue'
import type { State } from './state'
import { GRPC_CODES } from './step-params'
import { orderName, type Token, View } from './view'

export function momentOf(program: Program, state: State): Moment {
  const view = viewOf(program).open(state)
  const tokens = tokensOf(view)
  const held = heldBy(view, tokens)
  return {
    atUs: view.nowUs,
    services: servicesOf(view, tokens),
    rows: rowsOf(view),
    effects: effectsOf(view),
    replies: repliesOf(view),
    told: toldOf(view),
    queues: queuesOf(view, held),
    flights: tokens.flatMap((token) => flightOf(view, token)),
    cuts: program.lines.filter((line) => isPartlyCut(view, line)).map(({ id }) => id),
    stopped: stoppedLines(view),
    invariants: program.invariants.map((_, index) => invariantMoment(view, index)),
  }
}

function isPartlyCut(view: View, line: Line): boolean {
  return isCut(view, line.index) || isPublisherCut(view, line)
}

const views = new WeakMap<Program, View>()

/** A view finds out much about its program; nothing of it stays in a moment, so one serves all states. */
function viewOf(program: Program): View {
  const known = views.get(program)
  if (known) return known
  const made = new View(program)
  views.set(program, made)
  return made
}

function tokensOf(view: View): Token[] {
  const tokens: Token[] = []
  for (let t = view.first; t < view.last; t += view.stride) tokens.push(t)
  return tokens
}

function orderOf(view: View, token: Token): Order {
  return orderName(view.program, view.key(token), view.order(token))
}

const IDLE: Pick<ServiceMoment, 'running' | 'outbox' | 'inbox'> = {
  running: [],
  outbox: [],
  inbox: [],
}

/** Of a thousand services most are so at most times: one object is all of them. */
const STANDING: ServiceMoment = { up: true, crashes: 0, ...IDLE }

interface Busy {
  readonly running: RunningHandler[]
  readonly outbox: string[]
  readonly inbox: string[]
}

/** Each token is looked at once, however many services there are: most have nothing to show but that they are up. */
function servicesOf(view: View, tokens: readonly Token[]): Moment['services'] {
  const busy = new Map<number, Busy>()
  const at = (service: number): Busy => {
    const known = busy.get(service)
    if (known) return known
    const made: Busy = { running: [], outbox: [], inbox: [] }
    busy.set(service, made)
    return made
  }
  for (const token of tokens) {
    const runner = view.handler(token)?.service
    if (runner !== undefined) at(runner).running.push(runningAt(view, token))
    const place = view.place(token)
    if (place.at !== 'stored' && place.at !== 'relayed') continue
    const { service, event } = place.publication
    at(service).outbox.push(`${event} ${orderOf(view, token)}`)
  }
  view.program.inboxes.forEach((inbox, index) => {
    const known = eachOrder(view, (key, order) =>
      view.inbox(key, order, index) === 1
        ? [`${inbox.message} ${orderName(view.program, key, order)}`]
        : [],
    )
    if (known.length > 0) at(inbox.service).inbox.push(...known)
  })
  const moments = view.program.services.flatMap(({ id, index }): [string, ServiceMoment][] => {
    if (id === undefined) return []
    const moment = { up: view.isUp(index), crashes: view.crashes(index) }
    const work = busy.get(index)
    if (work === undefined && moment.up && moment.crashes === 0) return [[id, STANDING]]
    return [[id, { ...moment, ...(work ?? IDLE) }]]
  })
  return Object.fromEntries(moments)
}

function stoppedLines(view: View): Moment['stopped'] {
  const { services, lines } = view.program
  const stopped = services.filter((one) => one.lines.length > 0 && !view.isUp(one.index))
  return stopped.flatMap((broker) => broker.lines.flatMap((line) => lines[line]?.id ?? []))
}

const WAITING = {
  op: 'running',
  waiting: 'answer',
  connecting: 'answer',
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

/** The messages of one queue, whoever consumes it. */
interface Held {
  readonly ready: Token[]
  readonly delivered: Token[]
  readonly dead: Token[]
}

/** By queue. */
function heldBy(view: View, tokens: readonly Token[]): readonly Held[] {
  const held = view.program.queues.map((): Held => ({ ready: [], delivered: [], dead: [] }))
  if (held.length === 0) return held
  for (const token of tokens) {
    const place = view.place(token)
    if (place.at === 'dead') {
      held[place.queue]?.dead.push(token)
      continue
    }
    const queue = queueHolding(view, token)
    if (queue === undefined) continue
    const list = place.at === 'queued' ? 'ready' : 'delivered'
    held[queue.index]?.[list].push(token)
  }
  return held
}

/** A queue as one of its consumers sees it, with nothing in it. */
interface Outlet {
  readonly queue: number
  /** Of the consumer, as its own number. */
  readonly service: number
  readonly empty: QueueMoment
}

const outlets = new WeakMap<Program, readonly Outlet[]>()

/** Each queue once for each of its consumers: competing ones show the same messages as ready. */
function outletsOf(program: Program): readonly Outlet[] {
  const known = outlets.get(program)
  if (known) return known
  const made = program.queues.flatMap((queue, index) =>
    queue.consumers.flatMap(({ service }, consumer): Outlet[] => {
      const lines = queue.feeds.flatMap((feed) => feed.deliveries[consumer]?.line ?? [])
      const connection = program.lines[lines[0] ?? -1]?.id
      const id = program.services[service]?.id
      if (connection === undefined || id === undefined) return []
      const named = { name: queue.name, connection, consumer: id }
      return [{ queue: index, service, empty: { ...named, ready: [], unacked: [], dead: [] } }]
    }),
  )
  outlets.set(program, made)
  return made
}

/** A queue that stays empty is the same object in all moments. */
function queuesOf(view: View, held: readonly Held[]): readonly QueueMoment[] {
  return outletsOf(view.program).map(({ queue, service, empty }) => {
    const messages = held[queue]
    if (messages === undefined) return empty
    const { ready, delivered, dead } = messages
    if (ready.length + delivered.length + dead.length === 0) return empty
    return { ...empty, ...messagesOf(view, messages, service) }
  })
}

function messagesOf(view: View, { ready, delivered, dead }: Held, consumer: number) {
  const unacked = delivered.filter((token) => view.handler(token)?.service === consumer)
  const byPosition = (a: Token, b: Token) =>
    view.get(view.fields.rank, a) - view.get(view.fields.rank, b)
  const shown = (tokens: readonly Token[]) =>
    tokens.toSorted(byPosition).map((token) => messageAt(view, token))
  return { ready: shown(ready), unacked: shown(unacked), dead: shown(dead) }
}

function messageAt(view: View, token: Token): QueuedMessage {
  const place = view.place(token)
  const event =
    place.at === 'queued' || place.at === 'dead'
      ? view.program.queues[place.queue]?.feeds[place.feed]?.event
      : view.handler(token)?.trigger
  return {
    id: messageId(view, token),
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

/** In words: gRPC's OK is 0 as well, and silence is none of them. */
export function toldOf(view: View): Moment['told'] {
  const { program } = view
  const wordOf = (reply: number) => {
    const known = program.outcomes[reply]
    if (known === undefined || known.outcome === 'timeout') return ''
    return known.status < 100 ? (GRPC_CODES[known.status] ?? known.status) : known.status
  }
  return Object.fromEntries(
    program.keys.map(({ name }, key) => [name, view.replies(key).map(wordOf)]),
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
