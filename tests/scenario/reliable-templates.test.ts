/**
 * What the three scenarios of the notes break as they are usually drawn, and that their reliable versions
 * break nothing, whatever two faults happen. domain.md 4.3 and 4.4 say what they are and what they promise.
 */
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/shared/engine/compile'
import { reviewScenario } from '../../src/shared/review/review'
import type { Fault, Scenario } from '../../src/shared/scenario/scenario'
import { run } from '../support/running'
import { brokenWithin, ONE_FAULT, statesWithin, TWO_FAULTS, template } from '../support/templates'

const NAMES = ['three-services', 'five-services', 'orchestrated'] as const
const RELIABLE = NAMES.map((name) => `${name}-reliable`)

/** The same with a bank that declines the charge. */
function declined(scenario: Scenario): Scenario {
  const services = scenario.services.map((service) =>
    service.id === 'bank' ? { ...service, outcomes: { charge: 'declined' as const } } : service,
  )
  return { ...scenario, services }
}

describe('as usually drawn', () => {
  test('three services lose a charge by a crash, and charge twice by a crash or a duplicate', () => {
    expect(brokenWithin(template('three-services'), { crash: 1, duplicate: 1 })).toEqual({
      'charge-once': expect.stringMatching(/^(crash|duplicate) [a-z]+$/),
      charged: 'crash orders',
    })
  })

  test('three services charge twice when an acknowledgement is lost', () => {
    const broken = brokenWithin(template('three-services'), { 'lose-response': 1 })
    expect(broken).toEqual({ 'charge-once': 'lose-response bill' })
  })

  test('five services charge twice though nothing fails', () => {
    expect(brokenWithin(template('five-services'))).toEqual({ 'charge-once': '' })
  })

  test('orchestrated, an order is forgotten half-way by one crash, and charged twice by one duplicate', () => {
    const crashed = brokenWithin(template('orchestrated'), { crash: 1 })
    expect(Object.keys(crashed)).toEqual(['charged', 'told'])
    expect(brokenWithin(template('orchestrated'), { duplicate: 1 })).toMatchObject({
      'charge-once': expect.stringMatching(/^duplicate /),
    })
  })
})

describe.each(RELIABLE)('%s', (name) => {
  const scenario = template(name)

  test.each(TWO_FAULTS)('keeps every promise under %o', (budgets) => {
    expect(brokenWithin(scenario, budgets)).toEqual({})
  })

  test('keeps every promise when nothing fails, and when one thing fails and the bank declines', () => {
    expect(brokenWithin(scenario)).toEqual({})
    expect(brokenWithin(declined(scenario))).toEqual({})
    for (const one of ONE_FAULT) expect(brokenWithin(declined(scenario), one)).toEqual({})
  })

  test('is small enough to be searched while somebody waits', () => {
    expect(statesWithin(scenario, { crash: 2 })).toBeLessThan(250_000)
  })

  test('compiles without a warning, and the review finds nothing in it', () => {
    expect(compile(scenario)).toMatchObject({ ok: true, warnings: [] })
    expect(reviewScenario(scenario)).toEqual([])
  })

  test('ends paid, charged once and told so when nothing fails', () => {
    const ran = run(scenario)
    expect(ran.end).toBe('quiescent')
    expect(ran.rows.o1).toMatchObject({ order: 'paid' })
    expect(ran.effects).toEqual({ o1: { charge: 1, notify: 1 } })
    expect(ran.invariants.filter(({ status }) => status !== 'holds')).toEqual([])
  })

  test('ends not paid, not charged and told so when the bank declines', () => {
    const ran = run(declined(scenario))
    expect(ran.rows.o1?.order).toMatch(/^(rejected|cancelled)$/)
    expect(ran.effects).toEqual({ o1: { notify: 1 } })
    expect(ran.invariants.filter(({ status }) => status !== 'holds')).toEqual([])
  })

  test('comes in time to the same end or to nothing, whichever service crashes after whatever it does', () => {
    const undisturbed = run(scenario)
    for (const { id, kind } of scenario.services) {
      if (kind === 'client' || kind === 'external') continue
      const done = undisturbed.steps.filter((step) => step.service === id)
      for (const step of new Set(done.map((one) => one.kind))) {
        const fault: Fault = { kind: 'crash', at: { service: id, after: { step, nth: 1 } } }
        const ran = run({ ...scenario, faults: [fault] })
        const about = `${id} crashes after ${step}`
        expect(ran.end, about).toBe('quiescent')
        expect(ran.invariants.filter(({ status }) => status !== 'holds')).toEqual([])
        const isStored = ran.rows.o1 !== undefined
        expect(ran.rows.o1, about).toEqual(isStored ? undisturbed.rows.o1 : undefined)
        expect(ran.effects.o1, about).toEqual(isStored ? { charge: 1, notify: 1 } : undefined)
      }
    }
  })
})

test('three services, made reliable: a client that asks again has its order though Orders crashed', () => {
  const after = { step: 'request.received', nth: 1 }
  const fault: Fault = { kind: 'crash', at: { service: 'orders', after } }
  const ran = run({ ...template('three-services-reliable'), faults: [fault] })
  expect(ran.replies).toEqual({ o1: [0, 201] })
  expect(ran.rows.o1).toEqual({ order: 'paid', payment: 'captured' })
})
