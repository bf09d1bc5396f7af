/** semantics.md, "broker (asynchronous, fan-out)" and "amqp". */
import { describe, expect, test } from 'vitest'
import { branchAt, startBranches } from '../../src/shared/drivers/branches'
import { momentOf } from '../../src/shared/engine/decode'
import { isBound } from '../../src/shared/engine/routing'
import type { Action } from '../../src/shared/scenario/action'
import type { Connection } from '../../src/shared/scenario/connection'
import type { Fault } from '../../src/shared/scenario/scenario'
import { type ScenarioBuilder, scenario } from '../support/builders'
import { choiceLike, run } from '../support/running'

const placing = (drawn: ScenarioBuilder, publish: Action = { publish: 'OrderCreated' }) =>
  drawn.handler('orders', 'client-orders', [publish, { reply: 201 }])

const billed = (line: Partial<Connection> = {}, publish?: Action) =>
  placing(scenario().rest('client -> orders').broker('orders -> charging', line), publish)

const boxed = () =>
  placing(
    scenario()
      .rest('client -> orders')
      .brokerBox('rabbit')
      .broker('orders -> rabbit')
      .broker('rabbit -> notifications')
      .broker('rabbit -> charging'),
  )

const afterCharge = { action: 'charge', nth: 1 }

describe('an event', () => {
  test('goes to one queue for each consuming service', () => {
    const ran = run(
      placing(
        scenario()
          .rest('client -> orders')
          .broker('orders -> notifications')
          .broker('orders -> charging'),
      ).build(),
    )
    expect(ran.effects).toEqual({ o1: { charge: 1, notify: 1 } })
    expect(ran.kinds.filter((kind) => kind === 'event.published').length).toBe(1)
    expect(ran.moment.queues.map(({ consumer }) => consumer)).toEqual(['notifications', 'charging'])
  })

  test('published and acknowledged leaves the queue empty', () => {
    const ran = run(billed().build())
    expect(ran.moment.queues).toMatchObject([{ ready: [], unacked: [], dead: [] }])
  })

  test('stays with the broker, unacknowledged, while it is handled', () => {
    const ran = run(billed().build())
    const started = ran.steps.find(
      ({ kind, service }) => kind === 'handler.started' && service === 'charging',
    )
    const moment = momentOf(ran.program, ran.trace.stateAt(started?.seq ?? 0))
    expect(moment.queues).toMatchObject([{ ready: [], unacked: [{ order: 'o1', deliveries: 1 }] }])
  })

  test('comes back when its consumer crashes, marked as redelivered', () => {
    const ran = run(
      billed()
        .fault({ kind: 'crash', at: { service: 'charging', after: afterCharge } })
        .build(),
    )
    const again = ran.steps.find(({ kind }) => kind === 'event.redelivered')
    expect(again?.detail?.deliveries).toBe(2)
    expect(ran.effects).toEqual({ o1: { charge: 2 } })
  })

  test('comes back when its acknowledgement is lost', () => {
    const ran = run(
      billed()
        .fault({
          kind: 'lose-response',
          at: { connection: 'orders-charging', after: { action: 'charge' } },
        })
        .build(),
    )
    expect(ran.kinds).toContain('event.redelivered')
    expect(ran.effects).toEqual({ o1: { charge: 2 } })
  })

  test('comes back when its handler fails, and after maxDeliveries is a dead letter that stays', () => {
    const failing = billed({ maxDeliveries: 3 }).handler('charging', { event: 'OrderCreated' }, [
      { fail: 500 },
    ])
    const ran = run(failing.build())
    expect(ran.kinds.filter((kind) => kind === 'handler.failed').length).toBe(3)
    expect(ran.end).toBe('quiescent')
    expect(ran.moment.queues).toMatchObject([{ ready: [], dead: [{ order: 'o1', deliveries: 3 }] }])
  })

  test('is a dead letter after five deliveries where nothing else is said', () => {
    const failing = billed().handler('charging', { event: 'OrderCreated' }, [{ fail: 500 }])
    expect(run(failing.build()).kinds.filter((kind) => kind === 'handler.failed').length).toBe(5)
  })

  test('acknowledged before its handler is lost with a crash: at most once', () => {
    const ran = run(
      billed({ ack: 'before' })
        .fault({ kind: 'crash', at: { service: 'charging', after: { step: 'handler.started' } } })
        .build(),
    )
    expect(ran.kinds).toContain('event.lost')
    expect(ran.kinds).not.toContain('event.redelivered')
    expect(ran.effects).toEqual({})
  })

  test('duplicated by the broker is handled twice', () => {
    const ran = run(
      billed()
        .fault({ kind: 'duplicate', at: { connection: 'orders-charging' } })
        .build(),
    )
    expect(ran.effects).toEqual({ o1: { charge: 2 } })
  })

  test('poisoned fails every time, and the healthy one behind it is handled', () => {
    const ran = run(
      billed({ maxDeliveries: 2 })
        .stimulus('client-orders', 'o1', { poison: 'charging' })
        .stimulus('client-orders', 'o2')
        .build(),
    )
    expect(ran.effects).toEqual({ o2: { charge: 1 } })
    expect(ran.moment.queues[0]?.dead.map(({ order }) => order)).toEqual(['o1'])
  })
})

describe('publishing', () => {
  test('waits for the confirm, and repeats when it is lost: a duplicate', () => {
    const ran = run(
      billed()
        .fault({ kind: 'lose-response', at: { connection: 'orders-charging' } })
        .build(),
    )
    expect(ran.kinds.filter((kind) => kind === 'event.published').length).toBe(2)
    expect(ran.effects).toEqual({ o1: { charge: 2 } })
  })

  describe.each(['lose-response', 'lose-request'] as const)('to Kafka, after a %s', (kind) => {
    const repeated = (line = {}, fault: Fault = { kind, at: { connection: 'orders-charging' } }) =>
      run(
        billed({ flavor: 'kafka', ...line })
          .fault(fault)
          .build(),
      )

    test('repeats, and the log has it once: the broker knows producer and sequence number', () => {
      const ran = repeated()
      expect(ran.kinds.filter((kind) => kind === 'event.published').length).toBe(
        kind === 'lose-response' ? 2 : 1,
      )
      expect(ran.effects).toEqual({ o1: { charge: 1 } })
      expect(ran.replies).toEqual({ o1: [201] })
    })

    test('without idempotence stores what it had stored again', () => {
      const { effects } = repeated({ idempotence: false })
      expect(effects).toEqual({ o1: { charge: kind === 'lose-response' ? 2 : 1 } })
    })
  })

  test('an idempotent producer knows its own repetitions and nobody else’s', () => {
    const twice: readonly Action[] = [
      { publish: 'OrderCreated' },
      { publish: 'OrderCreated' },
      { reply: 201 },
    ]
    const ran = run(
      scenario()
        .rest('client -> orders')
        .broker('orders -> charging', { flavor: 'kafka' })
        .handler('orders', 'client-orders', twice)
        .handler('charging', 'orders-charging', [{ effect: 'charge' }])
        .fault({ kind: 'lose-response', at: { connection: 'orders-charging' } })
        .build(),
    )
    expect(ran.effects).toEqual({ o1: { charge: 2 } })
  })

  test('repeats when the event itself was lost: none is missing, none is double', () => {
    const ran = run(
      billed()
        .fault({ kind: 'lose-request', at: { connection: 'orders-charging' } })
        .build(),
    )
    expect(ran.kinds).toContain('event.lost')
    expect(ran.effects).toEqual({ o1: { charge: 1 } })
  })

  test('without confirm neither waits nor notices a loss', () => {
    const ran = run(
      billed({}, { publish: 'OrderCreated', confirm: false })
        .fault({ kind: 'lose-request', at: { connection: 'orders-charging' } })
        .build(),
    )
    expect(ran.effects).toEqual({})
    expect(ran.replies).toEqual({ o1: [201] })
  })

  test('to a broker that is down is refused, and the handler sees it', () => {
    const ran = run(
      boxed()
        .fault({ kind: 'crash', at: { service: 'rabbit' } })
        .build(),
    )
    expect(ran.kinds).toContain('request.refused')
    expect(ran.replies).toEqual({ o1: [503] })
    expect(ran.effects).toEqual({})
  })

  test('given up after a repeat, leaves nothing of its attempts to what undoes it', () => {
    const ran = run(
      scenario()
        .rest('client -> orders')
        .rest('orders -> users', { timeout: 100, backoff: 10 })
        .brokerBox('rabbit')
        .broker('orders -> rabbit')
        .broker('rabbit -> charging')
        .handler('orders', 'client-orders', [
          {
            saga: [
              {
                do: { wait: 1 },
                undo: { call: 'orders-users', retries: 1, onFailure: 'continue' },
              },
              { do: { publish: 'OrderCreated' } },
            ],
          },
        ])
        .fault({ kind: 'lose-request', at: { connection: 'orders-rabbit' } })
        .build(),
    )
    const lost = ran.steps.findIndex(({ kind }) => kind === 'event.lost') + 1
    expect(lost).toBeGreaterThan(0)
    const crash = choiceLike(ran, ran.trace.stateAt(lost), { kind: 'crash', service: 'rabbit' })
    const branch = branchAt(startBranches(ran.machine, { stepsMax: 500 }), 0, lost, crash).all[1]
    const steps = branch?.trace.steps ?? []
    expect(steps.map(({ kind }) => kind)).toContain('saga.compensating')
    const undone = steps.find(({ to, kind }) => kind === 'request.sent' && to === 'users')
    expect(undone?.detail).toBeUndefined()
  })
})

describe('a drawn broker', () => {
  test('means the same as an implied one', () => {
    expect(run(boxed().build()).effects).toEqual({ o1: { charge: 1, notify: 1 } })
  })

  test('that crashes keeps what it confirmed', () => {
    const ran = run(
      boxed()
        .fault({ kind: 'crash', at: { service: 'rabbit', after: { step: 'event.published' } } })
        .build(),
    )
    const restarted = ran.steps.findIndex(({ kind }) => kind === 'service.restarted')
    const delivered = ran.steps.findIndex(({ kind }) => kind === 'event.delivered')
    expect(restarted).toBeGreaterThan(0)
    expect(delivered).toBeGreaterThan(restarted)
    expect(ran.effects.o1).toEqual({ charge: 1, notify: 1 })
  })

  test('that crashes takes back unacknowledged deliveries, and their handlers run on for nobody', () => {
    const ran = run(
      boxed()
        .fault({
          kind: 'crash',
          at: { service: 'rabbit', after: { step: 'event.delivered', nth: 2 } },
        })
        .build(),
    )
    expect(ran.effects.o1).toEqual({ charge: 2, notify: 2 })
    expect(ran.kinds.filter((kind) => kind === 'event.redelivered').length).toBe(2)
  })
})

describe('a RabbitMQ queue', () => {
  const three = (drawn: ScenarioBuilder) =>
    drawn
      .stimulus('client-orders', 'o1')
      .stimulus('client-orders', 'o2')
      .stimulus('client-orders', 'o3')
  const chargedOrder = (scenarioRun: ReturnType<typeof run>) =>
    scenarioRun.steps.filter(({ kind }) => kind === 'effect.done').map(({ order }) => order)

  test('keeps its order with one consumer', () => {
    expect(chargedOrder(run(three(billed()).build()))).toEqual(['o1', 'o2', 'o3'])
  })

  test('is handled one delivery at a time by one worker', () => {
    const done = run(three(billed()).build()).steps.filter(({ kind }) => kind === 'effect.done')
    const times = done.map(({ atUs }) => atUs)
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(300_000)
  })

  test('is handled by as many at a time as there are workers', () => {
    const drawn = three(
      placing(
        scenario()
          .rest('client -> orders')
          .service('charging', { role: 'charging', workers: 3 })
          .broker('orders -> charging'),
      ),
    )
    const done = run(drawn.build()).steps.filter(({ kind }) => kind === 'effect.done')
    expect(new Set(done.map(({ atUs }) => atUs)).size).toBe(1)
  })

  test('puts a redelivery back where it was', () => {
    const ran = run(
      three(billed())
        .fault({ kind: 'crash', at: { service: 'charging', after: afterCharge } })
        .build(),
    )
    expect(chargedOrder(ran)).toEqual(['o1', 'o1', 'o2', 'o3'])
  })

  test('can be overtaken in by a choice', () => {
    const ran = run(three(billed()).build())
    const position =
      ran.steps.findIndex(({ kind, order }) => kind === 'event.published' && order === 'o3') + 1
    const choice = choiceLike(ran, ran.trace.stateAt(position), { kind: 'reorder', order: 'o3' })
    const branch = branchAt(startBranches(ran.machine, { stepsMax: 500 }), 0, position, choice)
      .all[1]
    const charged = branch?.trace.steps.filter(({ kind }) => kind === 'effect.done')
    expect(charged?.map(({ order }) => order)).toEqual(['o3', 'o1', 'o2'])
  })

  test('named by two services is shared by them: each message goes to one', () => {
    const shared = placing(
      scenario()
        .rest('client -> orders')
        .service('left')
        .service('right')
        .broker('orders -> left', { queue: 'jobs' })
        .broker('orders -> right', { queue: 'jobs' }),
    )
      .handler('left', { queue: 'jobs' }, [{ effect: 'charge' }])
      .handler('right', { queue: 'jobs' }, [{ effect: 'charge' }])
    const ran = run(three(shared).build())
    expect(ran.effects).toEqual({ o1: { charge: 1 }, o2: { charge: 1 }, o3: { charge: 1 } })
    expect(
      new Set(ran.steps.filter(({ kind }) => kind === 'effect.done').map(({ service }) => service)),
    ).toEqual(new Set(['left', 'right']))
  })

  test('with two replicas hands the two copies of a duplicate to both at once', () => {
    const drawn = placing(
      scenario()
        .rest('client -> orders')
        .service('charging', { role: 'charging', replicas: 2 })
        .broker('orders -> charging'),
    ).fault({ kind: 'duplicate', at: { connection: 'orders-charging' } })
    const done = run(drawn.build()).steps.filter(({ kind }) => kind === 'effect.done')
    expect(done.map(({ atUs }) => atUs)).toEqual([done[0]?.atUs, done[0]?.atUs])
  })
})

describe('a Kafka topic', () => {
  test('handles a partition in order, one record at a time, whatever the number of workers', () => {
    const drawn = placing(
      scenario()
        .rest('client -> orders')
        .service('charging', { role: 'charging', workers: 4 })
        .broker('orders -> charging', { flavor: 'kafka', partitions: 1 }),
    )
      .stimulus('client-orders', 'o1')
      .stimulus('client-orders', 'o2')
    const done = run(drawn.build()).steps.filter(({ kind }) => kind === 'effect.done')
    expect((done[1]?.atUs ?? 0) - (done[0]?.atUs ?? 0)).toBe(300_000)
  })

  test('replays what was not committed after a crash', () => {
    const ran = run(
      billed({ flavor: 'kafka' })
        .fault({ kind: 'crash', at: { service: 'charging', after: afterCharge } })
        .build(),
    )
    expect(ran.effects).toEqual({ o1: { charge: 2 } })
  })

  test('gives a group each record once', () => {
    const grouped = placing(
      scenario()
        .rest('client -> orders')
        .service('left')
        .service('right')
        .broker('orders -> left', { flavor: 'kafka', group: 'billing', partitions: 4 })
        .broker('orders -> right', { flavor: 'kafka', group: 'billing', partitions: 4 }),
    )
      .handler('left', { event: 'OrderCreated' }, [{ effect: 'charge' }])
      .handler('right', { event: 'OrderCreated' }, [{ effect: 'charge' }])
    expect(run(grouped.build()).effects).toEqual({ o1: { charge: 1 } })
  })
})

describe('an AMQP binding', () => {
  test.each([
    ['direct', 'order.created', 'order.created', true],
    ['direct', 'order.created', 'order.*', false],
    ['fanout', 'anything', 'nothing', true],
    ['topic', 'order.created', 'order.*', true],
    ['topic', 'order.created.eu', 'order.*', false],
    ['topic', 'order.created.eu', 'order.#', true],
    ['topic', 'order', 'order.#', true],
    ['topic', 'order', '#', true],
    ['topic', 'order.created', '#.created', true],
    ['topic', 'order.created', '*.paid', false],
  ] as const)('%s: %s to %s is %s', (type, key, binding, isThere) => {
    expect(isBound(type, key, binding)).toBe(isThere)
  })

  test('routes by topic to the queues that match', () => {
    const drawn = scenario()
      .rest('client -> orders')
      .brokerBox('rabbit')
      .amqp('orders -> rabbit', {
        event: 'OrderCreated',
        exchange: { name: 'orders', type: 'topic' },
        routingKey: 'order.created.eu',
      })
      .amqp('rabbit -> notifications', { queue: 'mail', binding: 'order.#' })
      .amqp('rabbit -> charging', { queue: 'pay', binding: 'order.*.us' })
      .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }, { reply: 201 }])
    expect(run(drawn.build()).effects).toEqual({ o1: { notify: 1 } })
  })
})
