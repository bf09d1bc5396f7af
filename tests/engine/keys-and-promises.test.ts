/** semantics.md, "Vocabulary" (key, order, row, effect) and "Invariants". */
import { describe, expect, test } from 'vitest'
import type { Action } from '../../src/shared/scenario/action'
import { type ScenarioBuilder, scenario } from '../support/builders'
import { run } from '../support/running'

const shop = (fields = {}, ...more: Action[]): ScenarioBuilder =>
  scenario()
    .rest('client -> orders', { timeout: 1000 })
    .handler(
      'orders',
      'client-orders',
      [{ save: 'order', as: 'new' }, ...more, { reply: 201 }],
      fields,
    )

describe('keys and orders', () => {
  test('a handler that creates makes a new order each time it runs', () => {
    const ran = run(
      shop({ creates: 'order' }).stimulus('client-orders', 'o1', { times: 3 }).build(),
    )
    expect(Object.keys(ran.rows)).toEqual(['o1', 'o1.2', 'o1.3'])
  })

  test('where no handler creates one, the key itself is the order', () => {
    const ran = run(shop().stimulus('client-orders', 'o1', { times: 3 }).build())
    expect(Object.keys(ran.rows)).toEqual(['o1'])
  })

  test('everything that follows carries the order', () => {
    const ran = run(
      shop({ creates: 'order' }, { publish: 'OrderCreated' })
        .broker('orders -> charging')
        .stimulus('client-orders', 'o1', { times: 2 })
        .build(),
    )
    expect(ran.effects).toEqual({ o1: { charge: 1 }, 'o1.2': { charge: 1 } })
  })

  test('a caller goes on with the order that its callee made', () => {
    const led = scenario()
      .rest('client -> orchestrator')
      .rest('orchestrator -> orders')
      .rest('orchestrator -> charging')
      .handler('orchestrator', 'client-orchestrator', [
        { call: 'orchestrator-orders' },
        { call: 'orchestrator-charging' },
        { reply: 201 },
      ])
      .handler('orders', 'orchestrator-orders', [{ save: 'order', as: 'new' }, { reply: 201 }], {
        creates: 'order',
      })
      .stimulus('client-orchestrator', 'o1', { times: 2 })
    expect(run(led.build()).effects).toEqual({ o1: { charge: 1 }, 'o1.2': { charge: 1 } })
  })

  test('two keys are two customers', () => {
    const ran = run(shop().stimulus('client-orders', 'o1').stimulus('client-orders', 'o2').build())
    expect(ran.replies).toEqual({ o1: [201], o2: [201] })
    expect(Object.keys(ran.rows)).toEqual(['o1', 'o2'])
  })

  test('more orders than there is room for end the run, and it says so', () => {
    const looping = scenario()
      .rest('client -> orders')
      .broker('orders -> orders', { event: 'Again' })
      .handler('orders', 'client-orders', [{ publish: 'Again' }, { reply: 201 }])
      .handler('orders', { event: 'Again' }, [{ publish: 'Again' }], { creates: 'order' })
    const ran = run(looping.build())
    expect(ran.end).toBe('limit')
    expect(ran.limit).toBe('orders')
  })
})

describe('an invariant', () => {
  test('always is held against every step, and reported right after the one that broke it', () => {
    const ran = run(
      shop({}, { effect: 'charge' }, { effect: 'charge' })
        .always('once', 'effects.charge <= 1')
        .build(),
    )
    const broken = ran.kinds.indexOf('invariant.violated')
    expect(ran.steps[broken - 1]).toMatchObject({ kind: 'effect.done', detail: { count: 2 } })
    expect(ran.invariants).toMatchObject([
      {
        id: 'once',
        status: 'violated',
        seq: broken + 1,
        key: 'o1',
        values: { 'effects.charge': 2 },
      },
    ])
  })

  test('is reported once for each order', () => {
    const ran = run(
      shop({ creates: 'order' }, { effect: 'charge' }, { effect: 'charge' }, { effect: 'charge' })
        .stimulus('client-orders', 'o1', { times: 2 })
        .always('once', 'effects.charge <= 1')
        .build(),
    )
    const broken = ran.steps.filter(({ kind }) => kind === 'invariant.violated')
    expect(broken.map(({ order }) => order)).toEqual(['o1', 'o1.2'])
  })

  test('finally is held only when nothing more can happen', () => {
    const promised = shop({}, { effect: 'charge' }).finally('charged', 'effects.charge == 1')
    expect(run(promised.build()).invariants[0]?.status).toBe('holds')
    expect(run(promised.build()).kinds).not.toContain('invariant.violated')
    const broken = shop().finally('charged', 'effects.charge == 1')
    expect(run(broken.build()).kinds.at(-1)).toBe('invariant.violated')
  })

  test('finally waits until every crashed service has restarted', () => {
    const ran = run(
      shop()
        .finally('never', 'false')
        .fault({ kind: 'crash', at: { service: 'orders', after: { action: 'save' } } })
        .build(),
    )
    expect(ran.kinds.slice(-2)).toEqual(['service.restarted', 'invariant.violated'])
  })

  test('tells an answer that is OK in gRPC, 0, from no answer, also 0', () => {
    const asked = (fault: boolean) => {
      const drawn = scenario()
        .grpc('client -> orders', { timeout: 1_000 })
        .handler('orders', 'client-orders', [{ reply: 0 }])
        .always('zero', 'intent.replies.all(reply, reply == 0)')
        .finally('answered', 'intent.unanswered == 0')
      const at = { connection: 'client-orders' }
      return run((fault ? drawn.fault({ kind: 'lose-response', at }) : drawn).build())
    }
    const [ok, silent] = [asked(false), asked(true)]
    expect([ok.replies, silent.replies]).toEqual([{ o1: [0] }, { o1: [0] }])
    expect(ok.invariants.map(({ status }) => status)).toEqual(['holds', 'holds'])
    expect(silent.invariants.map(({ status }) => status)).toEqual(['holds', 'violated'])
  })

  test('knows rows, effects, intent, replies, last words, pending and dead letters', () => {
    const all = [
      "rows.order == 'new' && rows.refund == 'none'",
      'effects.charge == 1 && effects.refund == 0',
      'intent.orders == 2 && intent.effects.charge == 2',
      'intent.replies == [201, 201] && intent.replies.all(reply, reply < 400)',
      "last.notify == 'thanks'",
      'pending == 0 && deadLetters == 0',
      'effects.charge - effects.refund <= 1',
      'size(intent.replies) == 2',
      'intent.unanswered == 0',
    ]
    const drawn = all.reduce(
      (built, expression, index) => built.finally(`all${index}`, expression),
      shop(
        { creates: 'order' },
        { effect: 'charge' },
        { effect: 'notify', says: 'thanks' },
      ).stimulus('client-orders', 'o1', { times: 2 }),
    )
    const ran = run(drawn.build())
    expect(ran.invariants.map(({ status }) => status)).toEqual(all.map(() => 'holds'))
  })

  test('that cannot be decided is broken, and says why', () => {
    const ran = run(shop().always('first', 'intent.replies[0] == 201').build())
    expect(ran.invariants[0]).toMatchObject({ status: 'violated' })
    expect(ran.invariants[0]?.values?.error).toMatch(/[Ii]ndex|out of/)
  })

  test('in a moment is open, held, or broken with its reason', () => {
    const ran = run(
      shop({}, { effect: 'charge' }).finally('charged', 'effects.charge == 2').build(),
    )
    expect(ran.moment.invariants).toEqual([
      { id: 'charged', status: 'violated', key: 'o1', values: { 'effects.charge': 1 } },
    ])
  })
})
