/** The promises that are offered as sentences: each is broken by a careless board and kept by a careful one. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commonInvariants } from '../../../src/renderer/inspector/scenario/common-invariants'
import { compile } from '../../../src/shared/engine/compile'
import type { FaultBudgets } from '../../../src/shared/engine/searched-faults'
import type { Action } from '../../../src/shared/scenario/action'
import type { Scenario } from '../../../src/shared/scenario/scenario'
import { scenario } from '../../support/builders'
import { brokenWithin, template } from '../../support/templates'

function board(actions: readonly Action[], charge: 'ok' | 'declined' = 'ok'): Scenario {
  return scenario()
    .rest('client -> shop', { id: 'place', timeout: 1_000 })
    .external('bank', { outcomes: { charge } })
    .rest('shop -> bank', { id: 'pay', timeout: 1_000, idempotencyKey: true })
    .handler('shop', 'place', [...actions, { reply: 201 }])
    .stimulus('place')
    .build()
}

const stored: Action = { save: 'order', as: 'new' }
const charge: Action = { effect: 'charge', once: true }
const settled: Action = {
  if: "last.outcome == 'ok'",
  // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
  then: [{ save: 'order', as: 'paid' }],
  else: [{ save: 'order', as: 'rejected' }],
}
const said: Action = {
  if: "rows.order == 'rejected'",
  // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
  then: [{ effect: 'notify', says: 'rejected' }],
  else: [{ effect: 'notify', says: 'paid' }],
}
const cancelled: Action = { save: 'order', as: 'cancelled' }

const careless = template('three-services')
const careful = template('three-services-reliable')
const five = template('five-services')
const fiveCareful = template('five-services-reliable')
const poisoned = template('poison-message')

const unpoisoned: Scenario = {
  ...poisoned,
  stimuli: (poisoned.stimuli ?? []).map(({ poison: _, ...stimulus }) => stimulus),
}

const CASES: readonly (readonly [
  source: string,
  id: string,
  budgets: FaultBudgets,
  careless: Scenario,
  careful: Scenario,
])[] = [
  ['I0', 'one-order', { duplicate: 1 }, careless, careful],
  ['I1', 'charge-once', { crash: 1 }, careless, careful],
  ['I1b', 'charge-once-per-press', { duplicate: 1 }, careless, careful],
  ['I2', 'charged', { crash: 1 }, careless, careful],
  ['I3', 'told', { crash: 1 }, careless, careful],
  ['I4', 'paid-is-true', {}, five, fiveCareful],
  ['I5', 'told-once', { 'lose-response': 1 }, careless, careful],
  [
    'I6',
    'told-the-truth',
    {},
    board([stored, { effect: 'notify', says: 'paid' }, charge, settled], 'declined'),
    board([stored, charge, settled, said], 'declined'),
  ],
  ['I7', 'no-false-failure', { 'lose-response': 1 }, careless, careful],
  ['I8', 'settled', { crash: 1 }, five, fiveCareful],
  ['I9', 'no-phantom-charge', { crash: 1 }, board([charge, stored]), board([stored, charge])],
  [
    'I10',
    'no-money-for-dead-orders',
    {},
    board([stored, charge, cancelled]),
    board([stored, charge, { effect: 'refund', once: true }, cancelled]),
  ],
  [
    'I11',
    'no-over-refund',
    { duplicate: 1 },
    board([stored, charge, { effect: 'refund' }]),
    board([stored, charge, { effect: 'refund', once: true }]),
  ],
  ['DL', 'no-dead-letters', {}, poisoned, unpoisoned],
]

/** What is broken when the board promises this alone. */
function brokenOn(of: Scenario, id: string, budgets: FaultBudgets): readonly string[] {
  const found = commonInvariants(of).find(({ invariant }) => invariant.id === id)
  expect(found?.whyNot).toBeUndefined()
  if (found === undefined) throw new Error(`${id} is not offered`)
  return Object.keys(brokenWithin({ ...of, invariants: [found.invariant] }, budgets))
}

test.each(CASES)('%s: %s is broken by a careless board and kept by a careful one', (...one) => {
  const [source, id, budgets, naive, fixed] = one
  expect(commonInvariants(naive)).toContainEqual(
    expect.objectContaining({ source, invariant: expect.objectContaining({ id }) }),
  )
  expect(brokenOn(naive, id, budgets)).toEqual([id])
  expect(brokenOn(fixed, id, budgets)).toEqual([])
})

test('of domain.md 4.4 all are offered but those that no name can state', () => {
  const sources = new Set(commonInvariants(careful).map(({ source }) => source))
  const listed = ['I0', 'I1', 'I1b', ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((id) => `I${id}`)]
  expect([...sources].sort()).toEqual([...listed, 'DL'].sort())
})

test('on every built-in board what is offered compiles without a warning of its own', () => {
  for (const file of readdirSync('resources/templates')) {
    const of = template(file.replace('.dryrun.json', ''))
    const offered = commonInvariants(of).filter(({ whyNot }) => whyNot === undefined)
    const invariants = offered.map(({ invariant }) => invariant)
    expect(new Set(invariants.map(({ id }) => id)).size).toBe(invariants.length)
    const made = compile({ ...of, invariants })
    if (!made.ok) throw new Error(`${file}: ${made.problems.map(({ message }) => message)}`)
    expect(made.warnings.filter(({ path }) => path.includes('invariants'))).toEqual([])
  }
})

test('what a board does is named in its sentences, and what it lacks is the reason why not', () => {
  const of = board([stored, { effect: 'reserve' }])
  const offered = commonInvariants(of)
  expect(offered).toContainEqual({
    source: 'I1',
    invariant: {
      id: 'reserve-once',
      title: {
        en: '“reserve” happens at most once per order',
        ru: '«reserve» происходит не больше одного раза за заказ',
      },
      always: 'effects.reserve <= 1',
    },
  })
  expect(Object.fromEntries(offered.map(({ source, whyNot }) => [source, whyNot]))).toMatchObject({
    I0: 'noOrder',
    I4: 'noPaid',
    I6: 'noSays',
    I8: 'noDead',
    I10: 'noDead',
    I11: 'noRefund',
  })
})

test('that no failure was told falsely cannot be said of a client that asks by gRPC', () => {
  const of = scenario().grpc('client -> charging').build()
  expect(commonInvariants(of).find(({ source }) => source === 'I7')?.whyNot).toBe('okIsSilence')
})
