/** What cannot run is said, with a place in the file: never passed over, never half run. */
import { describe, expect, test } from 'vitest'
import english from '../../resources/locales/en/engine.json'
import { compile } from '../../src/shared/engine/compile'
import { PROBLEM_TEXTS } from '../../src/shared/engine/problem-texts'
import type { Action } from '../../src/shared/scenario/action'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { scenario } from '../support/builders'

const doing = (...actions: Action[]) =>
  scenario()
    .rest('client -> shop')
    .sql('shop -> shopDb')
    .handler('shop', 'client-shop', actions)
    .build()

const problemsOf = (drawn: Scenario) => {
  const compiled = compile(drawn)
  const problems = compiled.ok ? compiled.warnings : compiled.problems
  return problems.map(({ code, path, severity }) => `${severity} ${code} ${path}`)
}

describe('a scenario with a mistake of meaning', () => {
  test.each<[string, Action, string]>([
    ['an event without a line', { publish: 'Gone' }, 'engine/no-line-for-event'],
    ['a call to a database', { call: 'shop-shopDb' }, 'engine/not-callable'],
    ["a call on somebody else's line", { call: 'client-shop' }, 'engine/not-callable'],
    ['a push on something that is no WebSocket', { push: 'shop-shopDb' }, 'engine/not-pushable'],
    [
      'an effect in a transaction',
      { transaction: [{ effect: 'charge' }] },
      'engine/not-in-transaction',
    ],
    // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
    ['an expression that is none', { if: 'rows.order ==', then: [] }, 'engine/bad-expression'],
    // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
    ['an expression that is a number', { if: '1 + 1', then: [] }, 'engine/bad-expression'],
    // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
    ['a name that means nothing', { if: 'orders.count > 1', then: [] }, 'engine/bad-expression'],
    // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
    ['a member intent lacks', { if: 'intent.order == 1', then: [] }, 'engine/unknown-name'],
  ])('%s is an error where it stands', (_name, action, code) => {
    const [problem] = problemsOf(doing(action))
    expect(problem?.startsWith(`error ${code} services[1].handlers[0].do[0]`)).toBe(true)
  })

  test('everything is said at once, and each thing once', () => {
    const drawn = scenario()
      .rest('client -> shop')
      .grpc('client -> shop', { id: 'other' })
      .handler('shop', { connection: 'client-shop' }, [
        { publish: 'Gone' },
        { call: 'client-shop' },
      ])
      .handler('shop', { connection: 'other' }, [{ publish: 'Gone' }])
      .stimulus('client-shop', 'o1')
      .stimulus('client-shop', 'o2', { idempotencyKey: true })
      .always('wrong', 'effects.charge <=')
    expect(problemsOf(drawn.build())).toEqual([
      'error engine/no-line-for-event services[1].handlers[0].do[0]',
      'error engine/not-callable services[1].handlers[0].do[1]',
      'error engine/no-line-for-event services[1].handlers[1].do[0]',
      'error engine/bad-expression invariants[0].always',
    ])
  })

  test('a broken promise expression names its place', () => {
    const drawn = scenario()
      .rest('client -> shop')
      .always('a', 'true')
      .finally('b', 'effects')
      .build()
    expect(problemsOf(drawn)).toEqual(['error engine/bad-expression invariants[1].finally'])
  })

  test('a line on which nothing travels cannot be cut', () => {
    const drawn = scenario()
      .rest('client -> shop')
      .line('dependency', 'shop -> stock')
      .fault({ kind: 'partition', at: { connection: 'shop-stock' } })
      .fault({ kind: 'partition', at: { service: 'shop' } })
    expect(problemsOf(drawn.build())).toEqual([
      'error engine/nothing-to-cut faults[0].at.connection',
      'error engine/fault-on-connection faults[1].at',
    ])
  })

  test('faults must happen where they can', () => {
    const drawn = scenario()
      .rest('client -> shop')
      .fault({ kind: 'crash', at: { connection: 'client-shop' } })
      .fault({ kind: 'duplicate', at: { service: 'shop' } })
      .fault({ kind: 'crash', at: { service: 'client' } })
    expect(problemsOf(drawn.build())).toEqual([
      'error engine/fault-on-service faults[0].at',
      'error engine/fault-on-connection faults[1].at',
      'error engine/cannot-crash faults[2].at.service',
    ])
  })

  test('what happens to one message lasts for no time', () => {
    const drawn = scenario()
      .rest('client -> shop')
      .fault({ kind: 'duplicate', for: 1_000, at: { connection: 'client-shop' } })
      .fault({ kind: 'crash', for: 1_000, at: { service: 'shop' } })
    expect(problemsOf(drawn.build())).toEqual(['error engine/fault-of-no-length faults[0].for'])
  })

  test('a stimulus needs a line that something can be sent on', () => {
    const drawn = scenario().line('dependency', 'client -> shop').stimulus('client-shop')
    expect(problemsOf(drawn.build())).toEqual([
      'error engine/stimulus-cannot-start stimuli[0].connection',
    ])
  })
})

describe('what is only doubtful', () => {
  test('is a warning, and the scenario runs', () => {
    const drawn = scenario()
      .rest('client -> orders')
      .broker('orders -> charging')
      .handler('orders', { operation: 'GET /orders' }, [])
      .handler('charging', { event: 'Another' }, [{ effect: 'charge' }, { reply: 200 }])
    expect(problemsOf(drawn.build())).toEqual([
      'warning engine/not-handled connections[1]',
      'warning engine/not-answered connections[0]',
      'warning engine/never-reached services[1].handlers[0].on',
      'warning engine/never-reached services[2].handlers[0].on',
    ])
  })

  test('a reply in a handler of events is one', () => {
    const drawn = scenario()
      .broker('client -> charging')
      .handler('charging', { event: 'OrderCreated' }, [{ reply: 200 }])
    expect(problemsOf(drawn.build())).toEqual([
      'warning engine/reply-to-nobody services[1].handlers[0].do[0]',
    ])
  })

  test('a drawing in which nothing starts runs to its end at once', () => {
    expect(problemsOf(scenario().service('alone').build())).toEqual([
      'warning engine/nothing-starts stimuli',
    ])
  })
})

test('the English catalogue says what the engine says', () => {
  expect(english).toEqual(PROBLEM_TEXTS)
})
