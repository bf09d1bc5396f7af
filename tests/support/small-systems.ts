/**
 * Random scenarios for searching: a client, two services, what stands between them, and promises that are
 * sometimes kept. Small enough to be searched plainly, and yet every protocol and most actions occur.
 */
import fc from 'fast-check'
import type { FaultBudgets } from '../../src/shared/engine/searched-faults'
import type { Action } from '../../src/shared/scenario/action'
import type { Connection } from '../../src/shared/scenario/connection'
import type { Handler } from '../../src/shared/scenario/handler'
import type { Invariant, Scenario, Stimulus } from '../../src/shared/scenario/scenario'
import type { Service } from '../../src/shared/scenario/service'
import { LONG } from './counts'

const INVARIANTS: readonly Invariant[] = [
  { id: 'charge-once', title: 'Charged once', always: 'effects.charge <= 1' },
  { id: 'one-order', title: 'One order', always: 'intent.orders <= 1' },
  { id: 'charged', title: 'Charged', finally: "rows.order == 'none' || effects.charge >= 1" },
  { id: 'answered', title: 'Answered', finally: 'intent.replies.exists(status, status == 201)' },
  { id: 'no-dead', title: 'No dead letters', always: 'deadLetters == 0' },
]

const at = { x: 0, y: 0 }
const service = (id: string, more: Partial<Service> = {}): Service => ({
  id,
  kind: 'service',
  name: id,
  position: at,
  ...more,
})

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined })
const flag = maybe(fc.constant(true as const))

/** Leaves out what is undefined. */
function tidy<T extends object>(value: { [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}

const charge = fc
  .record({ effect: fc.constant('charge'), once: flag, retries: maybe(fc.constant(1)) })
  .map((action) => tidy<Action>(action))
const save: fc.Arbitrary<Action> = fc.constantFrom(
  { save: 'order', as: 'new' },
  { save: 'order', as: 'paid' },
)
const publish: fc.Arbitrary<Action> = fc.constantFrom<Action>(
  { publish: 'Created' },
  { publish: 'Created', outbox: true },
  { publish: 'Created', confirm: false },
  {
    transaction: [
      { save: 'order', as: 'new' },
      { publish: 'Created', outbox: true },
    ],
  },
)
const call: fc.Arbitrary<Action> = fc
  .record({
    call: fc.constant('ask'),
    retries: maybe(fc.constant(1)),
    onFailure: maybe(fc.constantFrom('fail' as const, 'continue' as const)),
    idempotencyKey: flag,
  })
  .map((action) => tidy<Action>(action))
const branch: fc.Arbitrary<Action> = fc.constantFrom<Action>(
  // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
  { if: "rows.order == 'none'", then: [{ save: 'order', as: 'new' }], else: [{ fail: 409 }] },
  // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
  { if: 'effects.charge == 0', then: [{ effect: 'charge' }] },
)
const saga: fc.Arbitrary<Action> = fc.constant({
  saga: [
    { do: { save: 'order', as: 'new' }, undo: { save: 'order', as: 'cancelled' } },
    { do: { call: 'ask' }, undo: { effect: 'refund' } },
  ],
})

const own = fc.oneof(charge, save, publish, call, branch, saga, fc.constant({ push: 'live' }))
const consumed = fc.oneof(charge, save, branch, fc.constant<Action>({ dedupe: true }))

const firstHandler = fc
  .record({
    do: fc.array(own, { minLength: 1, maxLength: 3 }),
    creates: maybe(fc.constant('order' as const)),
    idempotent: flag,
  })
  .map(({ do: actions, ...rest }) =>
    tidy<Handler>({ on: { connection: 'place' }, do: [...actions, { reply: 201 }], ...rest }),
  )
const secondHandlers = fc
  .tuple(fc.array(consumed, { maxLength: 2 }), fc.array(consumed, { maxLength: 2 }), flag)
  .map(([onEvent, onCall, idempotent]): Handler[] => [
    { on: { event: 'Created' }, do: onEvent },
    tidy<Handler>({ on: { connection: 'ask' }, do: [...onCall, { reply: 200 }], idempotent }),
  ])

const shape = fc.record({
  first: firstHandler,
  second: secondHandlers,
  asked: fc.constantFrom('rest' as const, 'grpc' as const),
  placed: fc.constantFrom('rest' as const, 'grpc' as const),
  flavor: fc.constantFrom('rabbitmq' as const, 'kafka' as const),
  ack: maybe(fc.constant('before' as const)),
  idempotence: maybe(fc.constant(false as const)),
  maxDeliveries: fc.integer({ min: 1, max: 2 }),
  hasDatabase: fc.boolean(),
  hasProvider: fc.boolean(),
  declined: fc.boolean(),
  isDrawnBroker: fc.boolean(),
  replicas: maybe(fc.constant(2)),
  maxRequests: maybe(fc.constant(1)),
  keys: fc.constantFrom(['o1'], ['o1'], ['o1', 'o2']),
  retries: maybe(fc.constant(1)),
  idempotencyKey: flag,
  poison: maybe(fc.constant('b')),
})

type Drawn = typeof shape extends fc.Arbitrary<infer Shape> ? Shape : never

/** A scenario that compiles, in which something usually happens. */
export const smallSystems: fc.Arbitrary<Scenario> = shape.map((drawn) => scenarioOf(drawn))

/** The same with the broker as a box of its own, and implied by the line. */
export const drawnAndImplied: fc.Arbitrary<Record<'drawn' | 'implied', Scenario>> = shape.map(
  (one) => ({
    drawn: scenarioOf({ ...one, isDrawnBroker: true }),
    implied: scenarioOf({ ...one, isDrawnBroker: false }),
  }),
)

/** Two customers who want the same, and cannot be told apart. */
export const twoAlike: fc.Arbitrary<Scenario> = shape.map((drawn) =>
  scenarioOf({ ...drawn, keys: ['o1', 'o2'], poison: undefined, retries: undefined }),
)

function scenarioOf(drawn: Drawn): Scenario {
  const { isDrawnBroker, hasDatabase, hasProvider, flavor, ack, maxDeliveries } = drawn
  const event = tidy<Connection>({
    id: 'tell',
    from: 'a',
    to: isDrawnBroker ? 'mq' : 'b',
    protocol: 'broker' as const,
    event: 'Created',
    flavor,
    ack,
    maxDeliveries,
    idempotence: drawn.idempotence,
  })
  const connections: Connection[] = [
    { id: 'place', from: 'client', to: 'a', protocol: drawn.placed },
    { id: 'ask', from: 'a', to: 'b', protocol: drawn.asked },
    event,
    { id: 'live', from: 'a', to: 'client', protocol: 'websocket' },
    ...(isDrawnBroker ? [{ ...event, id: 'told', from: 'mq', to: 'b' }] : []),
    ...(hasDatabase ? [{ id: 'store', from: 'a', to: 'db', protocol: 'sql' as const }] : []),
    ...(hasProvider ? [{ id: 'pay', from: 'b', to: 'card', protocol: 'rest' as const }] : []),
  ]
  const outcomes = drawn.declined ? { outcomes: { charge: 'declined' as const } } : {}
  return {
    dryrun: 1,
    title: 'Small',
    services: [
      service('client', { kind: 'client' }),
      service(
        'a',
        tidy<Partial<Service>>({ handlers: [drawn.first], maxRequests: drawn.maxRequests }),
      ),
      service('b', tidy<Partial<Service>>({ handlers: drawn.second, replicas: drawn.replicas })),
      ...(hasDatabase ? [service('db', { kind: 'database' })] : []),
      ...(hasProvider ? [service('card', { kind: 'external', ...outcomes })] : []),
      ...(isDrawnBroker ? [service('mq', { kind: 'broker' })] : []),
    ],
    connections,
    stimuli: drawn.keys.map((key) =>
      tidy<Stimulus>({
        connection: 'place',
        key,
        at: 0,
        retries: drawn.retries,
        idempotencyKey: drawn.idempotencyKey,
        poison: key === 'o1' ? drawn.poison : undefined,
      }),
    ),
    invariants: [...INVARIANTS],
  }
}

/** At most two faults. */
export const fewFaults: fc.Arbitrary<FaultBudgets> = fc.constantFrom<FaultBudgets>(
  {},
  { crash: 1 },
  { 'lose-request': 1 },
  { 'lose-response': 1 },
  { duplicate: 1 },
  { delay: 1 },
  { reorder: 1, duplicate: 1 },
  { crash: 1, delay: 1 },
  { crash: 1, duplicate: 1 },
  { crash: 2 },
  { 'lose-response': 1, crash: 1 },
  { 'stop-broker': 1 },
  { 'stop-broker': 1, 'lose-request': 1 },
  { 'stop-broker': 1, crash: 1 },
  { partition: 1 },
)

/**
 * A system and the faults that it is searched with. Two orders and a fault are nineteen times out of twenty more
 * than a plain search has room for, and tell nothing: the short run keeps one in eight of those that are drawn.
 */
export const smallSearches: fc.Arbitrary<readonly [Scenario, FaultBudgets]> = fc
  .tuple(smallSystems, fewFaults, fc.nat(7))
  .map(([scenario, budgets, die]) => {
    const isKept = LONG || die === 0 || scenario.stimuli?.length === 1
    return [scenario, isKept ? budgets : {}]
  })

/** One order, of which a plain search has room for most; in the long run two as well. */
export const smallOrders: fc.Arbitrary<Scenario> = LONG
  ? smallSystems
  : smallSystems.filter(({ stimuli }) => stimuli?.length === 1)
