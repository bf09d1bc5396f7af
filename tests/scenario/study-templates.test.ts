/** Each study shows its failure under the faults that it names, and what cures it does. */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/shared/engine/compile'
import { applyEdit, type Edit } from '../../src/shared/scenario/edits'
import type { Handler } from '../../src/shared/scenario/handler'
import type { Fault, Scenario } from '../../src/shared/scenario/scenario'
import { run } from '../support/running'
import { brokenWithin, TWO_FAULTS, template } from '../support/templates'

const SCENARIOS = ['three-services', 'five-services', 'orchestrated']
const STYLES = ['monolith', 'microservices', 'layered', 'onion']
const BOARDS = [...SCENARIOS, ...STYLES]
const STUDIES = readdirSync('resources/templates')
  .map((file) => file.replace('.dryrun.json', ''))
  .filter((id) => !BOARDS.includes(id.replace('-reliable', '')))

const cured = (scenario: Scenario, ...edits: readonly Edit[]) => edits.reduce(applyEdit, scenario)
const line = (id: string, changes: Record<string, unknown>): Edit => {
  return { edit: 'updateConnection', id, changes }
}
const handled = (service: string, handlers: readonly Handler[]): Edit => {
  return { edit: 'setHandlers', service, handlers: [...handlers] }
}
const crash = (service: string, step: string): Fault => {
  return { kind: 'crash', at: { service, after: { step, nth: 1 } } }
}

test('there is a study of each pattern', () => {
  expect([...STUDIES].sort()).toEqual([
    'at-most-once',
    'cancel-race',
    'competing-consumers',
    'dual-write',
    'idempotency-key',
    'inbox',
    'kafka-replay',
    'outbox',
    'poison-message',
    'retry-storm',
    'saga-compensation',
  ])
})

test.each(STUDIES)('%s compiles without a warning and comes to an end', (id) => {
  expect(compile(template(id))).toMatchObject({ ok: true, warnings: [] })
  expect(run(template(id)).end).toBe('quiescent')
})

describe('dual write and outbox', () => {
  test('a crash between the commit and the publish leaves an order that nobody hears of', () => {
    expect(brokenWithin(template('dual-write'))).toEqual({})
    expect(brokenWithin(template('dual-write'), { crash: 1 })).toEqual({ packed: 'crash orders' })
    const ran = run({ ...template('dual-write'), faults: [crash('orders', 'row.saved')] })
    expect(ran.rows).toEqual({ o1: { order: 'new' } })
  })

  test.each(TWO_FAULTS)('an outbox loses no event under %o', (budgets) => {
    expect(brokenWithin(template('outbox'), budgets)).toEqual({})
  })

  test('an outbox publishes twice what it had not marked before it crashed', () => {
    const ran = run({ ...template('outbox'), faults: [crash('orders', 'event.published')] })
    expect(ran.kinds.filter((kind) => kind === 'event.published')).toHaveLength(2)
    expect(ran.rows).toEqual({ o1: { order: 'new', parcel: 'packed' } })
  })
})

describe('inbox', () => {
  const scenario = template('inbox')

  test.each(['duplicate', 'lose-response'] as const)(
    'a %s gives points twice, the badge once',
    (kind) => {
      expect(brokenWithin(scenario, { [kind]: 2 })).toEqual({ 'points-once': `${kind} toPoints` })
    },
  )

  test('a crash between the effect and the mark gets past an inbox, and not past a key', () => {
    expect(brokenWithin(scenario, { crash: 1 })).toEqual({
      'badge-once': 'crash badges',
      'points-once': 'crash points',
    })
    const keyed = handled('badges', [
      {
        on: { event: 'OrderPaid' },
        do: [{ dedupe: true }, { effect: 'badge', once: true }, { save: 'badge', as: 'given' }],
      },
    ])
    expect(brokenWithin(cured(scenario, keyed), { crash: 2 })).toEqual({
      'points-once': 'crash points',
    })
  })
})

describe('idempotency key', () => {
  const scenario = template('idempotency-key')

  test.each(['lose-response', 'duplicate', 'crash', 'delay'] as const)(
    'a %s charges twice what has no key, and books once what has one',
    (kind) => {
      expect(Object.keys(brokenWithin(scenario, { [kind]: 2 }))).toEqual(['charge-once'])
    },
  )

  test('with a key that is sent and honoured the card is charged once too', () => {
    const keyed = handled('charging', [
      {
        on: { connection: 'pay' },
        idempotent: true,
        do: [{ effect: 'charge', once: true }, { reply: 201 }],
      },
    ])
    const both = cured(scenario, keyed, line('pay', { idempotencyKey: true }))
    expect(brokenWithin(both, { 'lose-response': 1, duplicate: 1, crash: 1, delay: 1 })).toEqual({})
  })

  test('an answer that is lost is given again without a second booking', () => {
    const faults: readonly Fault[] = [{ kind: 'lose-response', at: { connection: 'book' } }]
    const ran = run({ ...scenario, faults: [...faults] })
    expect(ran.effects).toEqual({ o1: { charge: 1, book: 1 } })
    expect(ran.kinds).toContain('message.deduplicated')
    expect(ran.replies).toEqual({ o1: [201, 0, 201] })
  })
})

test('at most once loses by a crash, at least once repeats, and a key makes that harmless', () => {
  const scenario = template('at-most-once')
  expect(brokenWithin(scenario)).toEqual({})
  expect(brokenWithin(scenario, { crash: 1 })).toEqual({
    'mailed-once': 'crash mail',
    pushed: 'crash push',
  })
  const keyed = handled('mail', [
    { on: { event: 'OrderPaid' }, do: [{ effect: 'letter', once: true }] },
  ])
  expect(brokenWithin(cured(scenario, keyed), { crash: 2 })).toEqual({ pushed: 'crash push' })
})

test('a poison message comes back three times, holds up the next, and is given up; without it all is well', () => {
  const scenario = template('poison-message')
  const ran = run(scenario)
  const told = ran.steps.map(({ kind, order }) => `${kind} ${order}`)
  expect(told.filter((one) => one === 'handler.failed o1')).toHaveLength(3)
  expect(told.indexOf('event.deadlettered o1')).toBeLessThan(told.indexOf('event.delivered o2'))
  expect(ran.effects).toEqual({ o2: { charge: 1 } })
  expect(brokenWithin(scenario)).toEqual({ 'nothing-given-up': '' })
  const stimuli = (scenario.stimuli ?? []).map(({ poison: _poison, ...stimulus }) => stimulus)
  expect(brokenWithin({ ...scenario, stimuli }, { crash: 1, duplicate: 1 })).toEqual({})
})

describe('competing consumers', () => {
  const scenario = template('competing-consumers')

  test('the newer news overtakes the older though nothing fails', () => {
    expect(run(scenario).rows).toEqual({ o1: { parcel: 'sent' } })
    expect(brokenWithin(scenario)).toEqual({ 'latest-wins': '' })
  })

  test('one consumer, or a partition for each key, keeps the order', () => {
    const alone = cured(scenario, { edit: 'remove', ids: ['worker2'] })
    expect(brokenWithin(alone)).toEqual({})
    const lines = ['sentOne', 'deliveredOne', 'sentTwo', 'deliveredTwo']
    const log = cured(scenario, ...lines.map((id) => line(id, { flavor: 'kafka', partitions: 2 })))
    expect(brokenWithin(log)).toEqual({})
    expect(run(log).rows).toEqual({ o1: { parcel: 'delivered' } })
  })
})

test('Kafka: the partition of a member that crashed before its commit is read again by the other', () => {
  const scenario = template('kafka-replay')
  expect(brokenWithin(scenario)).toEqual({})
  expect(brokenWithin(scenario, { crash: 1 })).toEqual({
    'charge-once': expect.stringMatching(/^crash charging[12]$/),
  })
  const first = run(scenario).steps.find(({ kind }) => kind === 'effect.done')?.service ?? ''
  const ran = run({ ...scenario, faults: [crash(first, 'effect.done')] })
  const charged = ran.steps.filter(({ kind, key }) => kind === 'effect.done' && key === 'o1')
  expect(ran.effects).toMatchObject({ o1: { charge: 2 }, o2: { charge: 1 } })
  expect(new Set(charged.map(({ service }) => service))).toEqual(
    new Set(['charging1', 'charging2']),
  )
  const members = ['charging1', 'charging2'].map((id) =>
    handled(id, [{ on: { event: 'OrderPaid' }, do: [{ effect: 'charge', once: true }] }]),
  )
  expect(brokenWithin(cured(scenario, ...members), { crash: 1, duplicate: 1 })).toEqual({})
})

describe('retry storm', () => {
  const scenario = template('retry-storm')

  test('one press charges nine times and is answered never, though nothing fails', () => {
    const ran = run(scenario)
    expect(ran.effects).toEqual({ o1: { charge: 9 } })
    expect(ran.replies).toEqual({ o1: [0, 0, 0] })
    expect(brokenWithin(scenario, { delay: 1 })).toMatchObject({
      'charge-once': expect.stringMatching(/^delay /),
    })
  })

  test('with the outer timeouts longer than the inner, and one layer that repeats, it is one charge', () => {
    const patient = cured(
      scenario,
      line('place', { timeout: 9000, retries: 0 }),
      line('forward', { timeout: 4000, retries: 1 }),
    )
    const ran = run(patient)
    expect(ran.effects).toEqual({ o1: { charge: 1 } })
    expect(ran.replies).toEqual({ o1: [201] })
  })
})

describe('saga and compensation', () => {
  const scenario = template('saga-compensation')

  test('what was done is undone, newest first', () => {
    const ran = run(scenario)
    const told = ran.steps.flatMap(({ kind, message = '' }) =>
      kind === 'effect.done' || kind === 'row.saved' ? [message] : [],
    )
    expect(told).toEqual(['order', 'charge', 'refund', 'order'])
    expect(ran.rows).toEqual({ o1: { order: 'cancelled' } })
    expect(brokenWithin(scenario)).toEqual({})
  })

  test('an answer of the bank that is lost leaves money with a cancelled order', () => {
    expect(brokenWithin(scenario, { 'lose-response': 1 })).toMatchObject({
      'no-money-for-cancelled': 'lose-response money',
    })
  })

  test('asking again with the same key until there is an answer returns it', () => {
    const asking = cured(scenario, line('money', { retries: 2 }))
    expect(brokenWithin(asking, { 'lose-response': 2 })).toEqual({})
  })

  test('a crash half-way is forgotten: the order is neither done nor cancelled', () => {
    expect(brokenWithin(scenario, { crash: 1 })).toEqual({ settled: 'crash orchestrator' })
  })

  test('with stock, nothing is undone', () => {
    const services = scenario.services.map((service) =>
      service.id === 'warehouse' ? { ...service, outcomes: { reserve: 'ok' as const } } : service,
    )
    const ran = run({ ...scenario, services })
    expect(ran.effects).toEqual({ o1: { charge: 1, reserve: 1 } })
    expect(ran.replies).toEqual({ o1: [201] })
  })
})

describe('cancel race', () => {
  const scenario = template('cancel-race')

  test('a cancelled order is paid for though nothing fails and Card charge had looked', () => {
    const ran = run(scenario)
    expect(ran.rows).toEqual({ o1: { order: 'cancelled' } })
    expect(ran.effects).toEqual({ o1: { charge: 1 } })
    expect(brokenWithin(scenario)).toEqual({ 'no-money-for-cancelled': '' })
  })

  test('whoever comes second sees the other and gives the money back, also when something fails', () => {
    const [place] = scenario.services.find(({ id }) => id === 'orders')?.handlers ?? []
    if (place === undefined) throw new Error('Orders takes no orders')
    const refund = { effect: 'refund', once: true }
    const both = cured(
      scenario,
      {
        edit: 'addConnection',
        connection: {
          id: 'revoke',
          from: 'orders',
          to: 'charging',
          protocol: 'broker',
          event: 'OrderCancelled',
        },
      },
      handled('orders', [
        place,
        {
          on: { connection: 'cancel' },
          do: [
            {
              if: "rows.order == 'new'",
              // biome-ignore lint/suspicious/noThenProperty: the file format's own word
              then: [
                {
                  transaction: [
                    { save: 'order', as: 'cancelled' },
                    { publish: 'OrderCancelled', outbox: true },
                  ],
                },
              ],
            },
            { reply: 200 },
          ],
        },
      ]),
      handled('charging', [
        {
          on: { event: 'OrderCreated' },
          do: [
            { effect: 'charge', once: true },
            // biome-ignore lint/suspicious/noThenProperty: the file format's own word
            { if: "rows.order == 'cancelled'", then: [refund] },
          ],
        },
        {
          on: { event: 'OrderCancelled' },
          // biome-ignore lint/suspicious/noThenProperty: the file format's own word
          do: [{ if: 'effects.charge > effects.refund', then: [refund] }],
        },
      ]),
    )
    expect(run(both).effects).toEqual({ o1: { charge: 1, refund: 1 } })
    expect(brokenWithin(both)).toEqual({})
    expect(brokenWithin(both, { crash: 1, duplicate: 1 })).toEqual({})
  })
})
