/** Runs that a search would miss if it left out a little more than it may. */
import { describe, expect, test } from 'vitest'
import type { Reductions } from '../../src/shared/engine/representative'
import type { FaultBudgets } from '../../src/shared/engine/searched-faults'
import type { Action } from '../../src/shared/scenario/action'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { scenario } from '../support/builders'
import { ALL, brokenBy, made, NONE } from '../support/small-searches'

const WAYS: readonly (readonly [string, Reductions])[] = [
  ['nothing', NONE],
  ['all that makes no difference', ALL],
]

/** Promises broken, each with the fewest faults that break it. */
function broken(drawn: Scenario, budgets: FaultBudgets, reductions: Reductions) {
  const { found, broken: promises } = brokenBy(made(drawn, budgets, reductions), 100_000)
  expect(found.isWhole).toBe(true)
  return promises.map(([id, faults]) => [id, faults])
}

const seen = "rows.seen == 'yes'"
const auditIf = (condition: string): Action => ({
  if: condition,
  // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
  then: [{ effect: 'audit' }],
})

describe.each(WAYS)('with %s left out', (_, reductions) => {
  test('a crash right after the outbox row was marked as published publishes nothing again', () => {
    const drawn = scenario()
      .client('client')
      .service('a')
      .service('b')
      .rest('client -> a', { id: 'place' })
      .broker('a -> b', { event: 'Created' })
      .handler('a', 'place', [
        { publish: 'Created', outbox: true },
        { wait: 100 },
        auditIf(seen),
        { reply: 201 },
      ])
      .handler('b', { event: 'Created' }, [{ effect: 'charge' }, { save: 'seen', as: 'yes' }])
      .stimulus('place', 'o1')
      // Not answered though it was seen to be charged, and yet charged only once.
      .finally('marked', 'effects.audit == 0 || effects.charge >= 2 || 201 in intent.replies')
      .build()
    expect(broken(drawn, { crash: 1 }, reductions)).toEqual([['marked', 1]])
  })

  test('a crash right after a message was acknowledged brings nothing back', () => {
    const drawn = scenario()
      .client('client')
      .service('a')
      .service('b')
      .rest('client -> a', { id: 'place' })
      .rest('a -> b', { id: 'ask' })
      .broker('a -> b', { id: 'tell', event: 'Created' })
      .handler('a', 'place', [{ publish: 'Created' }, { call: 'ask' }, { reply: 201 }])
      .handler('b', { event: 'Created' }, [{ effect: 'charge' }, { save: 'seen', as: 'yes' }])
      .handler('b', 'ask', [auditIf(seen), { reply: 200 }])
      .stimulus('place', 'o1')
      .finally('acked', 'effects.audit == 0 || effects.charge >= 2 || 201 in intent.replies')
      .build()
    expect(broken(drawn, { crash: 1 }, reductions)).toEqual([['acked', 1]])
  })

  test('an answer is remembered as long as a request may be repeated', () => {
    const drawn = scenario()
      .client('client')
      .service('a')
      .rest('client -> a', { id: 'place', retries: 1, idempotencyKey: true })
      .handler('a', 'place', [{ effect: 'charge' }, { reply: 201 }], {
        idempotent: true,
      })
      .stimulus('place', 'o1')
      .always('once', 'effects.charge <= 1')
      .build()
    expect(broken(drawn, { 'lose-response': 1, duplicate: 1 }, reductions)).toEqual([])
  })

  test('a message is acknowledged for the one behind it to come before anything else happens', () => {
    const drawn = scenario()
      .client('client')
      .service('a')
      .service('b')
      .rest('client -> a', { id: 'place' })
      .broker('a -> b', { event: 'Created' })
      .handler('a', 'place', [
        { publish: 'Created' },
        { publish: 'Created' },
        { wait: 100 },
        auditIf('effects.charge == 2'),
        { reply: 201 },
      ])
      .handler('b', { event: 'Created' }, [{ effect: 'charge' }])
      .stimulus('place', 'o1')
      .always('unaudited', 'effects.audit == 0')
      .build()
    expect(broken(drawn, { crash: 1 }, reductions)).toEqual([['unaudited', 0]])
  })

  test('a message is given up after as many deliveries as its queue allows', () => {
    const drawn = scenario()
      .client('client')
      .service('a')
      .service('b')
      .rest('client -> a', { id: 'place' })
      .broker('a -> b', { event: 'Created', maxDeliveries: 2 })
      .handler('a', 'place', [{ publish: 'Created' }, { reply: 201 }])
      .handler('b', { event: 'Created' }, [{ effect: 'charge' }])
      .stimulus('place', 'o1')
      .always('kept', 'deadLetters == 0')
      .build()
    expect(broken(drawn, { 'lose-response': 2 }, reductions)).toEqual([['kept', 2]])
  })

  test('a handler goes on by what was stored before the crash of the one it called', () => {
    const drawn = scenario()
      .client('client')
      .service('a')
      .service('b')
      .service('c')
      .rest('client -> a', { id: 'place' })
      .rest('a -> b', { id: 'ask' })
      .broker('a -> c', { id: 'tell', event: 'Created' })
      .handler('a', 'place', [
        { publish: 'Created' },
        { call: 'ask', onFailure: 'continue' },
        auditIf(`last.outcome == 'timeout' && ${seen}`),
        { reply: 201 },
      ])
      .handler('b', 'ask', [{ reply: 200 }])
      .handler('c', { event: 'Created' }, [{ save: 'seen', as: 'yes' }])
      .stimulus('place', 'o1')
      .always('unaudited', 'effects.audit == 0')
      .build()
    expect(broken(drawn, { crash: 1 }, reductions)).toEqual([['unaudited', 1]])
  })
})
