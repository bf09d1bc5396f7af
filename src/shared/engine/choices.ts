/**
 * What may happen next, in words that a view or a file can use. A recorded choice survives where the packed
 * one means nothing: it says what happens, to what, and which of those that look alike.
 */
import type { ConnectionId, Key, Order, ServiceId } from '../base/ids'
import type { CutHalf, FaultKind } from '../scenario/scenario'
import { isTooEarly } from './calling'
import { unpackChoice } from './choice'
import { messageId } from './flight'
import { dueOf, enabledIn } from './machine'
import type { Op } from './op'
import { CUTS } from './partition'
import type { Place } from './place'
import { PLACE_RULES } from './place-table'
import { carriedBy, type Program, publicationsAlong, sharing } from './program'
import { EXPIRY } from './queue'
import { lineOf } from './scripted'
import type { Choice, State } from './state'
import { orderName, type Token, View } from './view'

export interface ChoiceInfo {
  readonly choice: Choice
  /** `proceed`, `arrive`, `deliver`, `timeout`, `restart`, `stimulus`, or a kind of fault. */
  readonly kind: string
  /** Only somebody's decision, or in a search a budget, makes it happen. */
  readonly fault: boolean
  readonly service?: ServiceId
  readonly connection?: ConnectionId
  /** All the connections it happens to, where they are several: a broker implied by them all, or their half. */
  readonly along?: readonly ConnectionId[]
  /** What is cut, or heals, of a line that implies its broker; both where it is not said. */
  readonly half?: CutHalf
  readonly key?: Key
  readonly order?: Order
  readonly message?: string
  /** When it happens of itself; in the past means now. */
  readonly dueUs?: number
  /** The `id` of the message, on its way or in a queue, that it happens to. */
  readonly about?: number
  readonly queue?: string
}

/** A choice as JSON. `nth` tells apart those that look alike, from 1; 1 where it is not said. */
export interface ChoiceRecord {
  readonly kind: string
  readonly service?: ServiceId
  readonly connection?: ConnectionId
  readonly order?: Order
  readonly message?: string
  readonly queue?: string
  readonly replica?: number
  /** Of a line that implies its broker. */
  readonly half?: CutHalf
  /** What the token was about to do: which action of which handler, which attempt or delivery. */
  readonly at?: string
  readonly nth?: number
}

/** Whether it happens on this connection: a broker that several imply is on each of them. */
export function happensOn({ connection, along }: ChoiceInfo, line: ConnectionId): boolean {
  return connection === line || along?.includes(line) === true
}

/** Everything that may happen next, faults included, in the order that breaks ties. */
export function choicesAt(program: Program, state: State): readonly ChoiceInfo[] {
  const view = new View(program).open(state)
  return enabledIn(view).choices.map((choice) => infoOf(view, choice))
}

export function recordChoice(program: Program, state: State, choice: Choice): ChoiceRecord {
  const view = new View(program).open(state)
  const record = recordOf(view, choice)
  const alike = enabledIn(view).choices.filter((one) => isSame(recordOf(view, one), record))
  const nth = alike.indexOf(choice) + 1
  return nth > 1 ? { ...record, nth } : record
}

/** The choice of this state that the record means; undefined: there is none like it. */
export function findChoice(
  program: Program,
  state: State,
  { nth, ...record }: ChoiceRecord,
): Choice | undefined {
  const view = new View(program).open(state)
  const alike = enabledIn(view).choices.filter((one) => isSame(recordOf(view, one), record))
  return alike[(nth ?? 1) - 1]
}

function isSame(a: ChoiceRecord, b: ChoiceRecord): boolean {
  const fields = [
    'kind',
    'service',
    'connection',
    'order',
    'message',
    'queue',
    'replica',
    'half',
    'at',
  ] as const
  return fields.every((field) => a[field] === b[field])
}

function infoOf(view: View, choice: Choice): ChoiceInfo {
  const { program } = view
  const { fault, index, way } = unpackChoice(choice)
  if (fault === 'crash' || fault === 'stop-broker') {
    const { id } = program.services[index] ?? {}
    if (id !== undefined) return { choice, kind: fault, fault: true, service: id }
    return { choice, fault: true, ...recordOf(view, choice), ...ofBroker(program, index) }
  }
  if (fault === 'partition')
    return { choice, fault: true, ...recordOf(view, choice), ...ofCut(program, index, CUTS[way]) }
  const token = view.tokenAt(index)
  const place = view.place(token)
  const record = recordOf(view, choice)
  const isEarly = !program.timed && place.at === 'waiting' && isTooEarly(view, token, place.op)
  const { kind, service, connection, order, message, queue, half } = record
  return {
    choice,
    kind,
    fault: fault !== undefined || isEarly,
    ...(service !== undefined && { service }),
    ...(connection !== undefined && { connection }),
    ...(order !== undefined && { order, key: program.keys[view.key(token)]?.name ?? '' }),
    ...(message !== undefined && { message }),
    ...(queue !== undefined && { queue }),
    ...(place.at === 'down' && ofBroker(program, place.service)),
    ...(half !== undefined && { half }),
    ...(place.at === 'cut' && ofCut(program, place.line, place.half)),
    ...(program.timed && fault === undefined && { dueUs: dueOf(view, token, way) }),
    ...(program.timed && { about: messageId(view, token) }),
  }
}

/** An implied broker is on each of its lines, and called by what it carries. */
function ofBroker(program: Program, service: number): Pick<ChoiceInfo, 'message' | 'along'> {
  const along = program.services[service]?.lines ?? []
  if (along.length === 0) return {}
  return {
    message: carriedBy(program, service),
    along: along.flatMap((line) => program.lines[line]?.id ?? []),
  }
}

/** A line that implies its broker is called by what it carries; its publisher's half is on each that shares it. */
function ofCut(
  program: Program,
  index: number,
  half: CutHalf | undefined,
): Pick<ChoiceInfo, 'message' | 'along'> {
  const line = program.lines[index]
  if (line?.publisherHalf === undefined) return {}
  const along = half === 'publisher' ? sharing(program, line) : [line]
  const events = publicationsAlong(program, along).map(({ event }) => event)
  return { message: [...new Set(events)].join(', '), along: along.map(({ id }) => id) }
}

function recordOf(view: View, choice: Choice): ChoiceRecord {
  const { program } = view
  const { fault, index, way } = unpackChoice(choice)
  if (fault === 'crash' || fault === 'stop-broker') {
    const service = program.services[index]
    const implied = program.lines[service?.lines[0] ?? -1]
    return {
      kind: fault,
      ...(service?.id !== undefined && { service: service.id }),
      ...(implied !== undefined && { connection: implied.id }),
      ...(service !== undefined && service.replicas > 1 && { replica: way + 1 }),
    }
  }
  if (fault === 'partition') {
    const line = program.lines[index]
    const half = CUTS[way]
    return {
      kind: fault,
      ...(line !== undefined && { connection: line.id }),
      ...(half !== undefined && { half }),
    }
  }
  const token = view.tokenAt(index)
  const place = view.place(token)
  const service = program.services[serviceOf(view, token, place, way) ?? -1]?.id
  const line = program.lines[deliveryLine(view, place, way) ?? -1]
  const message = messageOf(view, place)
  const queue = place.at === 'queued' ? program.queues[place.queue]?.name : undefined
  const at = whereOf(view, token, place)
  return {
    kind: way === EXPIRY ? 'expire' : kindOf(place, fault),
    ...(service !== undefined && { service }),
    ...(line !== undefined && { connection: line.id }),
    ...(isOfAnOrder(place) && { order: orderName(program, view.key(token), view.order(token)) }),
    ...(message !== undefined && { message }),
    ...(queue !== undefined && { queue }),
    ...(place.at === 'cut' && place.half !== undefined && { half: place.half }),
    ...(at !== '' && { at }),
  }
}

function kindOf(place: Place, fault: FaultKind | undefined): string {
  return fault ?? PLACE_RULES[place.at].natural
}

function isOfAnOrder(place: Place): boolean {
  return place.at !== 'down' && place.at !== 'socket' && place.at !== 'cut' && place.at !== 'script'
}

/** Where it happens: the service that acts, or that the message arrives at. */
function serviceOf(view: View, token: Token, place: Place, way: number): number | undefined {
  const { program } = view
  switch (place.at) {
    case 'request':
      return program.lines[place.op.line]?.to
    case 'response':
      return program.lines[place.line]?.from
    case 'frame': {
      const line = program.lines[place.op.line]
      const sender = program.handlers[place.op.handler]?.service
      return line?.from === sender ? line?.to : line?.from
    }
    case 'queued':
      return program.queues[place.queue]?.consumers[way]?.service
    case 'stored':
    case 'relayed':
      return place.publication.service
    case 'down':
      return place.service
    case 'socket':
    case 'cut':
      return program.lines[place.line]?.from
    case 'stimulus':
      return program.handlers[place.op.handler]?.service
    case 'script':
      return program.scripts[place.script]?.service
    default:
      return view.handler(token)?.service
  }
}

function deliveryLine(view: View, place: Place, way: number): number | undefined {
  if (place.at !== 'queued') return lineOf(view, place)
  return view.program.queues[place.queue]?.feeds[place.feed]?.deliveries[way]?.line
}

function messageOf(view: View, place: Place): string | undefined {
  const { program } = view
  switch (place.at) {
    case 'op':
      return messageOfOp(view, place.op)
    case 'waiting':
    case 'connecting':
    case 'backoff':
    case 'request':
    case 'frame':
      return place.op.message
    case 'response':
      return place.message
    case 'confirm':
    case 'unconfirmed':
      return place.op.publication.event
    case 'stored':
    case 'relayed':
      return place.publication.event
    case 'queued':
    case 'dead':
      return program.queues[place.queue]?.feeds[place.feed]?.event
    case 'stimulus':
      return program.handlers[place.op.handler]?.trigger
    default:
      return undefined
  }
}

function messageOfOp({ program }: View, op: Op): string | undefined {
  switch (op.op) {
    case 'commit':
      return program.entities[op.saves[0]?.entity ?? -1]?.name ?? op.outbox[0]?.event
    case 'effect':
      return program.effects[op.effect]?.name
    case 'call':
    case 'push':
      return op.message
    case 'publish':
      return op.publication.event
    default:
      return program.handlers[op.handler]?.trigger
  }
}

/**
 * Enough to tell apart tokens of the same message: where it stands, its attempt, delivery, position and
 * replica, who waits for it, and how many answers are still possible. `nth` tells the rest apart.
 */
function whereOf(view: View, token: Token, place: Place): string {
  const { fields } = view
  const counts = [
    // A publisher repeats without end and loses count where there is no room for it.
    ['attempt', 'op' in place && place.op.op === 'call' ? view.get(fields.attempt, token) : 0],
    ['deliveries', view.get(fields.deliveries, token)],
    ['position', view.get(fields.rank, token)],
    ['replica', view.get(fields.replica, token)],
    ['outcome', view.get(fields.outcome, token)],
    ['replied', view.get(fields.replied, token)],
    ['answers', place.at === 'waiting' ? view.answersTo(token) : 0],
  ] as const
  const told = counts.flatMap(([name, count]) => (count > 0 ? [`${name} ${count}`] : []))
  const caller = view.callerOf(view.get(fields.link, token))
  const asked = caller > 0 ? [`for ${whereOf(view, caller, view.place(caller))}`] : []
  return [standingAt(view, place), ...told, ...asked].join(', ')
}

/** The place in words that do not change when another handler does. */
function standingAt({ program }: View, place: Place): string {
  if (!('op' in place)) return place.at
  const handler = program.handlers[place.op.handler]
  if (handler === undefined) return place.at
  const line = program.lines[handler.line ?? -1]?.id
  const isKeyed = handler.idempotent !== undefined
  const carrying = handler.body === undefined ? [] : [`carrying ${handler.body}`]
  const reached = [
    ...(line === undefined ? [] : [`by ${line}`]),
    ...(isKeyed ? ['keyed', ...carrying] : []),
  ]
  const stimulus = program.stimuli.find(({ place: first }) => {
    const start = program.places[first]
    return start?.at === 'stimulus' && start.op.handler === handler.index
  })
  const sent = stimulus === undefined ? [] : [`of stimulus ${stimulus.index + 1}`]
  return [place.at, `${place.op.index - handler.first}`, ...reached, ...sent].join(' ')
}
