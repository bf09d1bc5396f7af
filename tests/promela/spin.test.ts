/**
 * The rules told a second time, in another language, and checked by somebody else's checker: which promises
 * can be broken, and every way that the orders can stand when nothing more happens.
 */
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/shared/engine/compile'
import type { Program } from '../../src/shared/engine/program'
import type { FaultBudgets } from '../../src/shared/engine/searched-faults'
import { toPromela } from '../../src/shared/promela/promela'
import type { Scenario } from '../../src/shared/scenario/scenario'
import type { Service } from '../../src/shared/scenario/service'
import { type ScenarioBuilder, scenario } from '../support/builders'
import { LONG } from '../support/counts'
import { withDrawnBrokers } from '../support/drawn-brokers'
import { restsOf } from '../support/rests'
import { checkedBySpin, spinMissing } from '../support/spin'
import { brokenWithin, template } from '../support/templates'

const missing = spinMissing()
if (missing !== undefined) process.stderr.write(`tests: spin comparison skipped: ${missing}\n`)

const NONE: FaultBudgets = {}
const CRASH: FaultBudgets = { crash: 1 }
const LOST: FaultBudgets = { 'lose-request': 1 }
const UNHEARD: FaultBudgets = { 'lose-response': 1 }
const TWICE: FaultBudgets = { duplicate: 1 }
const LATE: FaultBudgets = { delay: 1 }
const STOPPED: FaultBudgets = { 'stop-broker': 1 }
const CUT: FaultBudgets = { partition: 1 }

/** For each scenario the faults that its pattern is about. */
const COMPARED: Readonly<Record<string, readonly FaultBudgets[]>> = {
  'three-services': [CRASH, LOST, STOPPED, CUT],
  'five-services': [NONE],
  orchestrated: [CRASH, LATE],
  microservices: [LOST, TWICE],
  monolith: [CRASH, CUT],
  'dual-write': [CRASH, CUT],
  outbox: [STOPPED, CRASH, CUT],
  inbox: [TWICE, STOPPED],
  'at-most-once': [CRASH, TWICE, STOPPED],
  'idempotency-key': [UNHEARD, LATE, CUT],
  'poison-message': [TWICE],
  'kafka-replay': [CRASH, STOPPED, CUT],
  'competing-consumers': [NONE],
  'cancel-race': [NONE],
  'saga-compensation': [CRASH, LOST],
  'retry-storm': [LATE, UNHEARD],
  'three-services-reliable': [TWICE],
  'five-services-reliable': [NONE],
  'orchestrated-reliable': [CRASH],
}

const placed = (orders: Partial<Service> = {}) =>
  scenario()
    .service('orders', orders)
    .rest('client -> orders', { timeout: 1_000, retries: 1, idempotencyKey: true })
    .always('once', 'effects.charge <= 1')
    .finally('done', 'effects.charge >= 1')

/** What no built-in scenario is about. */
const DRAWN: Readonly<Record<string, readonly [ScenarioBuilder, FaultBudgets]>> = {
  'a key that is being handled': [
    placed().handler('orders', 'client-orders', [{ effect: 'charge' }, { reply: 201 }], {
      idempotent: true,
    }),
    { duplicate: 1, delay: 1 },
  ],
  'a service that has too much to do': [
    placed({ maxRequests: 1 })
      .stimulus('client-orders', 'o1', { times: 2 })
      .handler('orders', 'client-orders', [{ effect: 'charge' }, { reply: 201 }]),
    { delay: 1 },
  ],
  'an idempotent producer': [
    placed()
      .broker('orders -> charging', { flavor: 'kafka' })
      .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }, { reply: 201 }])
      .handler('charging', 'orders-charging', [{ effect: 'charge' }]),
    { 'lose-response': 1 },
  ],
  'half of a line that is cut': [
    placed({ handlers: [] })
      .broker('orders -> charging')
      .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }, { reply: 201 }])
      .handler('charging', 'orders-charging', [{ effect: 'charge' }]),
    { partition: 1 },
  ],
}

const MORE_DRAWN: typeof DRAWN = {
  'a connection that is made first': [
    scenario()
      .rest('client -> orders', { timeout: 1_000, retries: 1, connectTimeout: 300 })
      .handler('orders', 'client-orders', [{ save: 'order', as: 'new' }, { reply: 201 }], {
        creates: 'order',
      })
      .always('one', 'intent.orders <= 1'),
    { partition: 1 },
  ],
}

describe.skipIf(missing !== undefined)('spin', () => {
  test.each(Object.entries(LONG ? { ...DRAWN, ...MORE_DRAWN } : DRAWN))(
    'says of %s what the explorer says',
    (_name, [drawn, budget]) => compare(drawn.build(), budget),
  )

  for (const [name, budgets] of Object.entries(COMPARED)) {
    // Each model is compiled by itself: the short run takes the first of its searches.
    test.each(LONG ? budgets : budgets.slice(0, 1))(
      `says of ${name} what the explorer says, within %j`,
      (budget) => compare(template(name), budget),
    )
  }

  test.runIf(LONG)('says of a broker that is drawn and crashes what the explorer says', () => {
    compare(withDrawnBrokers(template('dual-write')), CRASH)
  })
})

function compare(scenario: Scenario, budgets: FaultBudgets): void {
  const { faults: _faults, ...drawn } = scenario
  const compiled = compile(drawn, { timed: false, budgets })
  if (!compiled.ok) throw new Error('does not compile')
  const program = compiled.value
  const model = toPromela(program)
  if (!model.ok) throw new Error(model.problems[0]?.message)

  const found = checkedBySpin(model.value)

  expect(found.limits).toEqual([])
  const ids = found.broken.map((number) => program.invariants[number]?.id ?? '').sort()
  expect(ids).toEqual(Object.keys(brokenWithin(scenario, budgets)).sort())
  expect(restsNamed(program, found.rests)).toEqual(restsOf(program))
}

function restsNamed(program: Program, rests: readonly string[]): readonly string[] {
  const words = new Set(['none', ''])
  for (const { statuses } of program.entities) for (const status of statuses) words.add(status)
  const rows = program.entities.length * program.keys.length * program.ordersPerKey
  const named = rests.map((rest) =>
    rest
      .split(' ')
      .map((value, index) => (index < rows ? ([...words][Number(value)] ?? value) : value))
      .join(' '),
  )
  return [...new Set(named)].sort()
}
