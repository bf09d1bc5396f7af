/** Random scenarios and random edits for fast-check: every one valid, as small or as large as asked. */

import fc from 'fast-check'
import type { Action } from '../../src/shared/scenario/action'
import { type Connection, isBrokered, type Protocol } from '../../src/shared/scenario/connection'
import type { Duration } from '../../src/shared/scenario/duration'
import type { Handler } from '../../src/shared/scenario/handler'
import type { Point } from '../../src/shared/scenario/place'
import type {
  Fault,
  Invariant,
  Note,
  Scenario,
  Stimulus,
  Zone,
} from '../../src/shared/scenario/scenario'
import type { Service, ServiceKind } from '../../src/shared/scenario/service'
import { SERVICE_ROLES } from '../../src/shared/scenario/service'
import type { Text } from '../../src/shared/scenario/text'
import { TINTS } from '../../src/shared/scenario/tint'

export interface ScenarioSize {
  /** Services besides the client. */
  readonly services: number
  readonly connections: number
  readonly stimuli: number
  /** Actions in a handler, at most. */
  readonly actions: number
}

const SMALL: ScenarioSize = { services: 5, connections: 8, stimuli: 3, actions: 4 }

export const words: fc.Arbitrary<Text> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.record({ en: fc.string({ maxLength: 12 }), ru: fc.constantFrom('Заказы', 'Оплата', '') }),
)

/** On whole units, and never -0, which JSON writes as 0. */
export const point: fc.Arbitrary<Point> = fc.record({
  x: fc.integer({ min: -2_000, max: 2_000 }),
  y: fc.integer({ min: -2_000, max: 2_000 }),
})
const size = fc.record({
  width: fc.integer({ min: 8, max: 900 }),
  height: fc.integer({ min: 8, max: 900 }),
})
const word = fc.constantFrom('order', 'payment', 'new', 'paid', 'charge', 'notify')
const millis = fc.integer({ min: 0, max: 5_000 })

export const duration: fc.Arbitrary<Duration> = fc.oneof(
  millis,
  fc.record({ uniform: fc.tuple(millis, millis) }),
  fc.record({ exponential: millis }),
  fc.record({ lognormal: fc.tuple(millis, fc.double({ min: 0.1, max: 2, noNaN: true })) }),
)

/** Each optional field there or not, never there as undefined. */
function fields<T>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
  optional: { [name: string]: fc.Arbitrary<unknown> } = {},
): fc.Arbitrary<T> {
  return fc
    .tuple(fc.record(model), fc.record(optional, { requiredKeys: [] }))
    .map(([must, may]) => ({ ...must, ...may }) as T)
}

const KINDS: readonly ServiceKind[] = [
  'service',
  'service',
  'service',
  'orchestrator',
  'gateway',
  'database',
  'broker',
  'cache',
  'external',
]

function service(id: string, kind: ServiceKind, zones: readonly string[]): fc.Arbitrary<Service> {
  return fields<Service>(
    { id: fc.constant(id), kind: fc.constant(kind), name: words, position: point },
    {
      ...(kind === 'service' ? { role: fc.constantFrom(...SERVICE_ROLES) } : {}),
      ...(kind === 'external' ? { outcomes: outcomes } : {}),
      ...(zones.length > 0 ? { zone: fc.constantFrom(...zones) } : {}),
      size,
      note: fc.string({ maxLength: 20 }),
      color: fc.constantFrom('grey', 'blue', 'green'),
      pinned: fc.boolean(),
      locked: fc.boolean(),
      workers: fc.integer({ min: 1, max: 8 }),
      serviceTime: duration,
      replicas: fc.integer({ min: 1, max: 4 }),
    },
  )
}

const outcomes = fc.dictionary(word, fc.constantFrom('ok', 'declined', 'error'), { maxKeys: 3 })

/** The likeliest line between two kinds, or another one that can stand there. */
function protocolBetween(from: ServiceKind, to: ServiceKind): fc.Arbitrary<Protocol> {
  if (to === 'database') return fc.constant('sql')
  if (from === 'database') return fc.constant('dependency')
  if (from === 'broker' || to === 'broker') return fc.constantFrom('broker', 'amqp')
  if (from === 'client') return fc.constantFrom('rest', 'grpc', 'websocket')
  return fc.constantFrom('rest', 'rest', 'grpc', 'broker', 'broker', 'websocket', 'dependency')
}

function connection(id: string, services: readonly Service[]): fc.Arbitrary<Connection> {
  const end = fc.constantFrom(...services)
  return fc.tuple(end, end).chain(([from, to]) =>
    protocolBetween(from.kind, to.kind).chain((protocol) =>
      fields<Connection>(
        {
          id: fc.constant(id),
          from: fc.constant(from.id),
          to: fc.constant(to.id),
          protocol: fc.constant(protocol),
          ...(isBrokered(protocol)
            ? { event: fc.constantFrom('OrderCreated', 'OrderPaid') }
            : protocol === 'rest'
              ? { operation: fc.constantFrom('POST /orders', 'GET /orders', 'PUT /orders') }
              : {}),
        },
        {
          label: words,
          timeout: fc.integer({ min: 1, max: 5_000 }),
          retries: fc.integer({ min: 0, max: 2 }),
          latency: duration,
          order: fc.integer({ min: 1, max: 9 }),
          waypoints: fc.array(point, { maxLength: 3 }),
          ...(isBrokered(protocol)
            ? {
                flavor: fc.constantFrom('rabbitmq', 'kafka'),
                ack: fc.constantFrom('after', 'before'),
                idempotence: fc.boolean(),
                maxDeliveries: fc.integer({ min: 1, max: 5 }),
              }
            : {}),
        },
      ),
    ),
  )
}

/** Actions that a service with these lines out of it may do; `depth` bounds nesting. */
function action(outgoing: readonly Connection[], depth: number): fc.Arbitrary<Action> {
  const of = (...protocols: readonly Protocol[]) =>
    outgoing.filter((line) => protocols.includes(line.protocol)).map((line) => line.id)
  const calls = of('rest', 'grpc')
  const pushes = of('websocket')
  const events = outgoing.flatMap((line) =>
    isBrokered(line.protocol) && line.event ? [line.event] : [],
  )
  const isStored = of('sql').length > 0
  const inner = fc
    .array(fc.constant(0), { maxLength: 2 })
    .chain((slots) => fc.tuple(...slots.map(() => action(outgoing, depth - 1))))
  const choices: fc.Arbitrary<Action>[] = [
    fields<Action>({ effect: fc.constantFrom('charge', 'notify') }, { once: fc.boolean() }),
    ...(isStored
      ? [fc.record({ save: fc.constant('order'), as: fc.constantFrom('new', 'paid') })]
      : []),
    ...(events.length > 0 ? [fc.record({ publish: fc.constantFrom(...events) })] : []),
    ...(calls.length > 0
      ? [
          fields<Action>(
            { call: fc.constantFrom(...calls) },
            {
              timeout: fc.integer({ min: 1, max: 3_000 }),
              retries: fc.integer({ min: 0, max: 2 }),
              onFailure: fc.constantFrom('fail', 'continue'),
            },
          ),
        ]
      : []),
    ...(pushes.length > 0 ? [fc.record({ push: fc.constantFrom(...pushes) })] : []),
    ...(depth > 0
      ? [
          fields<Action>(
            // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
            { if: fc.constantFrom("last.outcome == 'ok'", "rows.order == 'none'"), then: inner },
            { else: inner },
          ),
        ]
      : []),
  ]
  return fc.oneof(...choices)
}

function handlers(
  of: Service,
  connections: readonly Connection[],
  actionsMax: number,
): fc.Arbitrary<Handler[]> {
  const outgoing = connections.filter((line) => line.from === of.id)
  const incoming = connections.filter((line) => line.to === of.id && line.protocol !== 'dependency')
  const triggers = incoming.filter(
    (line, index) =>
      !isBrokered(line.protocol) ||
      incoming.findIndex((one) => one.event === line.event && isBrokered(one.protocol)) === index,
  )
  return fc.tuple(
    ...triggers.map((line) =>
      fields<Handler>(
        {
          on: fc.constant(
            isBrokered(line.protocol) && line.event
              ? { event: line.event }
              : { connection: line.id },
          ),
          do: fc
            .array(action(outgoing, 2), { maxLength: actionsMax })
            .map((list) => withReply(list, line.protocol)),
        },
        { creates: fc.constant('order'), idempotent: fc.boolean() },
      ),
    ),
  )
}

function withReply(list: readonly Action[], protocol: Protocol): Action[] {
  const answers = protocol === 'rest' || protocol === 'grpc'
  return answers ? [...list, { reply: 200 }] : [...list]
}

const zone = (id: string): fc.Arbitrary<Zone> =>
  fields<Zone>(
    {
      id: fc.constant(id),
      name: words,
      kind: fc.constantFrom('boundary', 'layer', 'ring', 'monolith'),
      position: point,
      size,
    },
    { order: fc.integer({ min: 0, max: 5 }) },
  )
const note = (id: string): fc.Arbitrary<Note> =>
  fields<Note>(
    { id: fc.constant(id), text: words, position: point, size },
    { color: fc.constantFrom(...TINTS) },
  )

function stimulus(lines: readonly Connection[], services: readonly Service[]) {
  return fields<Stimulus>(
    {
      connection: fc.constantFrom(...lines.map((line) => line.id)),
      key: fc.constantFrom('o1', 'o2', 'o3'),
      at: millis,
    },
    {
      times: fc.integer({ min: 1, max: 2 }),
      timeout: fc.integer({ min: 1, max: 4_000 }),
      retries: fc.integer({ min: 0, max: 2 }),
      poison: fc.constantFrom(...services.map((one) => one.id)),
    },
  )
}

const invariants: readonly Invariant[] = [
  { id: 'charge-once', title: 'A card is charged at most once', always: 'effects.charge <= 1' },
  { id: 'charged', title: 'Charged', finally: "rows.order == 'none' || effects.charge >= 1" },
]

function fault(services: readonly Service[], lines: readonly Connection[]): fc.Arbitrary<Fault> {
  const crash = fields<Fault>({
    kind: fc.constant('crash'),
    at: fc.record({ service: fc.constantFrom(...services.map((one) => one.id)) }),
  })
  if (lines.length === 0) return crash
  const loss = fields<Fault>({
    kind: fc.constantFrom('lose-request', 'lose-response'),
    at: fc.record({ connection: fc.constantFrom(...lines.map((one) => one.id)) }),
  })
  return fc.oneof(crash, loss)
}

const numbered = (stem: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${stem}${index + 1}`)

/** A list of one arbitrary each, in order. */
function each<T>(list: readonly fc.Arbitrary<T>[]): fc.Arbitrary<T[]> {
  return fc.tuple(...list)
}

/** A valid scenario with a client, handlers, brokers, databases, zones, notes, stimuli and faults. */
export function scenarios(limits: Partial<ScenarioSize> = {}): fc.Arbitrary<Scenario> {
  const max = { ...SMALL, ...limits }
  return fc
    .record({
      zones: fc.integer({ min: 0, max: 2 }),
      notes: fc.integer({ min: 0, max: 2 }),
      kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: max.services }),
      connections: fc.integer({ min: 0, max: max.connections }),
    })
    .chain((counts) => {
      const zoneIds = numbered('zone', counts.zones)
      const services = each([
        service('client', 'client', zoneIds),
        ...counts.kinds.map((kind, index) => service(`${kind}${index + 1}`, kind, zoneIds)),
      ])
      return fc.record({
        title: words,
        services,
        zones: each(zoneIds.map(zone)),
        notes: each(numbered('note', counts.notes).map(note)),
        lines: fc.constant(numbered('line', counts.connections)),
      })
    })
    .chain(({ lines, services, ...rest }) =>
      each(lines.map((id) => connection(id, services))).chain((connections) =>
        wholeScenario(max, services, connections, rest),
      ),
    )
}

function wholeScenario(
  max: ScenarioSize,
  services: readonly Service[],
  connections: Connection[],
  rest: { readonly title: Text; readonly zones: Zone[]; readonly notes: Note[] },
): fc.Arbitrary<Scenario> {
  const sent = connections.filter(
    (line) => line.from === 'client' && line.protocol !== 'dependency',
  )
  const withHandlers = services.map((one) =>
    fc.boolean().chain((isWritten): fc.Arbitrary<Service> => {
      if (!isWritten || one.kind === 'client' || one.kind === 'database') return fc.constant(one)
      return handlers(one, connections, max.actions).map((list) =>
        list.length === 0 ? one : { ...one, handlers: list },
      )
    }),
  )
  return fields<Scenario>(
    {
      dryrun: fc.constant(1 as const),
      title: fc.constant(rest.title),
      services: each(withHandlers),
      connections: fc.constant(connections),
      ...(rest.zones.length > 0 ? { zones: fc.constant(rest.zones) } : {}),
      ...(rest.notes.length > 0 ? { notes: fc.constant(rest.notes) } : {}),
    },
    {
      summary: words,
      ...(sent.length > 0 && max.stimuli > 0
        ? { stimuli: fc.array(stimulus(sent, services), { minLength: 1, maxLength: max.stimuli }) }
        : {}),
      faults: fc.array(fault(services, connections), { maxLength: 2 }),
      invariants: fc.subarray([...invariants]),
    },
  )
}
