/**
 * What a fix is worth: the promise that its rule is about could be broken within a fault, and cannot be any
 * more; and no other promise that held breaks by it. Read off whole searches, before and after.
 */
import { expect, test } from 'vitest'
import { reviewScenario } from '../../src/shared/review/review'
import { commitEdit, editedFrom } from '../../src/shared/scenario/history'
import type { FaultKind, Invariant, Scenario } from '../../src/shared/scenario/scenario'
import { run } from '../support/running'
import { brokenWithin } from '../support/templates'
import { CASES } from './cases'

const always = (id: string, expression: string): Invariant => ({
  id,
  title: id,
  always: expression,
})
const atLast = (id: string, expression: string): Invariant => ({
  id,
  title: id,
  finally: expression,
})
const TOLD_YES = 'intent.replies.exists(s, s >= 200 && s < 300)'

/** domain.md 4.4, over what the drawings of the cases store and do. */
const PROMISES: readonly Invariant[] = [
  always('I0 one order', 'intent.orders <= 1'),
  always('I1 charged once', 'intent.effects.charge <= 1'),
  atLast('I2 charged', "rows.order != 'new' || effects.charge >= 1"),
  atLast('I3 told', "rows.order != 'new' || effects.notify >= 1"),
  always('I9 no phantom', "effects.notify == 0 || rows.order != 'none'"),
  atLast('I10 no money for the dead', "rows.order != 'cancelled' || effects.charge == 0"),
  atLast('yes means done', `!${TOLD_YES} || effects.charge + effects.notify >= 1`),
  atLast('done', 'effects.charge + effects.notify >= 1'),
  atLast('I12 no dead letters', 'deadLetters == 0'),
].map((one) => ({ ...one, id: one.id.replaceAll(' ', '-') }))

type Broken = FaultKind | 'nothing'

/** The promise that each rule with a fix is about, and the fault that breaks it before, once or so often. */
const CURED: Readonly<Record<string, readonly [promise: string, by: Broken, times?: number]>> = {
  'redelivery-repeats-effect': ['I1-charged-once', 'crash'],
  'effect-without-once': ['I1-charged-once', 'lose-response'],
  'double-trigger': ['I1-charged-once', 'nothing'],
  'retry-without-key': ['I0-one-order', 'lose-response'],
  'key-not-honoured': ['I0-one-order', 'lose-response'],
  'double-submit': ['I0-one-order', 'nothing'],
  'dual-write': ['I3-told', 'crash'],
  'publish-then-save': ['I9-no-phantom', 'crash'],
  'publish-unconfirmed': ['yes-means-done', 'lose-request'],
  'ack-before': ['I2-charged', 'crash'],
  'inbox-loses-effect': ['done', 'crash'],
  'saga-stage-without-undo': ['I2-charged', 'lose-request', 4],
  'saga-gives-up': ['I10-no-money-for-the-dead', 'lose-response'],
  'delivery-limit': ['I12-no-dead-letters', 'crash'],
  'no-taken-for-yes': ['yes-means-done', 'nothing'],
}

/** What only time or nobody but a reader tells: a search knows no durations, and neither method nor idleness. */
const NOT_SEARCHED = [
  'safe-method-changes',
  'clear-text-outside',
  'inverted-timeouts',
  'missing-timeout',
  'retries-without-backoff',
  'idle-consumers',
  'promise-about-nothing',
]

/** A stage that is taken back when its successor is silent: the next finding, and the next fix, is about that. */
const LEADS_ON: Readonly<Record<string, readonly string[]>> = {
  'saga-stage-without-undo': ['I10-no-money-for-the-dead'],
}

const brokenBy = (scenario: Scenario, fault: Broken, times = 1) =>
  Object.keys(
    brokenWithin(
      { ...scenario, invariants: [...PROMISES] },
      fault === 'nothing' ? {} : { [fault]: times },
    ),
  )

function fixed(scenario: Scenario, rule: string): Scenario {
  const finding = reviewScenario(scenario).find((one) => one.rule === rule)
  if (finding?.fix === undefined) throw new Error(`${rule} has no fix here`)
  return finding.fix.reduce((edited, edit) => commitEdit(edited, edit, 'fix'), editedFrom(scenario))
    .scenario
}

const FIXABLE = CASES.filter(({ fix }) => fix)

test('every rule with a fix says what it cures, or that no search can tell', () => {
  const told = [...Object.keys(CURED), ...NOT_SEARCHED].toSorted()
  expect(FIXABLE.map(({ rule }) => rule).toSorted()).toEqual(told)
})

test.each(FIXABLE.filter(({ rule }) => rule in CURED))('$rule is cured by its fix', (each) => {
  const [promise, by, times] = CURED[each.rule] ?? ['', 'nothing']
  const after = fixed(each.bad, each.rule)
  expect(brokenBy(each.bad, by, times)).toContain(promise)
  expect(brokenBy(after, by, times)).not.toContain(promise)
})

test.each(FIXABLE)('the fix of $rule breaks no promise that held', ({ rule, bad }) => {
  const after = fixed(bad, rule)
  for (const fault of ['nothing', 'crash', 'lose-response', 'duplicate'] as const) {
    const before = new Set([...brokenBy(bad, fault), ...(LEADS_ON[rule] ?? [])])
    expect(brokenBy(after, fault).filter((promise) => !before.has(promise))).toEqual([])
  }
})

test('a longer outer timeout lets the tries below it come to their end', () => {
  const silent = (scenario: Scenario): Scenario => ({
    ...scenario,
    faults: [1, 2].map(() => ({ kind: 'lose-request', at: { connection: 'orders-users' } })),
  })
  const { bad } = CASES.find(({ rule }) => rule === 'inverted-timeouts') ?? {}
  if (bad === undefined) throw new Error('no such case')
  expect(run(silent(bad)).replies).toEqual({ o1: [0] })
  expect(run(silent(fixed(bad, 'inverted-timeouts'))).replies).toEqual({ o1: [200] })
})
