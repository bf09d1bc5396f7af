import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planShow } from '../../../src/renderer/review/show-plan'
import { branchAt, startBranches } from '../../../src/shared/drivers/branches'
import { compile } from '../../../src/shared/engine/compile'
import { machine } from '../../../src/shared/engine/machine'
import { reviewScenario } from '../../../src/shared/review/review'
import type { Scenario } from '../../../src/shared/scenario/scenario'
import { CASES } from '../../review/cases'
import { scenarios } from '../../support/arbitraries'

const findingOf = (scenario: Scenario, rule: string) =>
  reviewScenario(scenario).find((one) => one.rule === rule)

/** The steps of the run that the plan leads to. */
const played = (scenario: Scenario, plan: NonNullable<ReturnType<typeof planShow>>) => {
  const compiled = compile(scenario)
  if (!compiled.ok) throw new Error('it does not compile')
  let branches = startBranches(machine(compiled.value), { stepsMax: 10_000 })
  for (const { position, choice } of plan.moves)
    branches = branchAt(branches, branches.all.length - 1, position, choice)
  return branches.all.at(-1)?.trace.steps ?? []
}

describe.each(CASES.filter(({ show }) => show))('$rule', ({ rule, bad }) => {
  test('the run that proves it can be played, and ends as it says', () => {
    const { show } = findingOf(bad, rule) ?? {}
    const plan = show && planShow(bad, show)
    if (!show || !plan) throw new Error('there is no plan')
    const steps = played(bad, plan)
    expect(plan.position).toBeLessThanOrEqual(steps.length)
    if (show.until) expect(steps[plan.position - 1]?.kind).toBe(show.until.kind)
    else expect(plan.position).toBe(steps.length)
  })
})

const stepsOf = (rule: string) => {
  const bad = CASES.find((one) => one.rule === rule)?.bad
  const show = bad && findingOf(bad, rule)?.show
  const plan = show && planShow(bad, show)
  return plan ? played(bad, plan) : []
}
const count = (rule: string, kind: string) =>
  stepsOf(rule).filter((step) => step.kind === kind).length

test('a crash between the charge and its acknowledgement charges twice', () => {
  expect(count('redelivery-repeats-effect', 'effect.done')).toBe(2)
})

test('a lost answer of the provider charges twice', () => {
  expect(count('effect-without-once', 'effect.done')).toBe(2)
})

test('a crash between the row and the event leaves the row alone', () => {
  expect(count('dual-write', 'row.saved')).toBe(1)
  expect(count('dual-write', 'event.published')).toBe(0)
})

test('a crash after an early acknowledgement leaves the work undone', () => {
  expect(count('ack-before', 'effect.done')).toBe(0)
})

test('a crash after the mark of the inbox leaves the effect undone, redelivery or not', () => {
  expect(count('inbox-loses-effect', 'event.redelivered')).toBe(1)
  expect(count('inbox-loses-effect', 'effect.done')).toBe(0)
})

test('what does not go wrong is not shown', () => {
  const one = CASES.find(({ rule }) => rule === 'redelivery-repeats-effect')
  const show = one && findingOf(one.bad, one.rule)?.show
  // The provider's key makes the very same run end well.
  expect(show && planShow(one.good, show)).toBeUndefined()
})

test('whatever is drawn, a run is shown only where it can be played', () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      for (const { show } of reviewScenario(scenario)) {
        const plan = show && planShow(scenario, show)
        if (plan) expect(plan.position).toBeLessThanOrEqual(played(scenario, plan).length)
      }
    }),
    { numRuns: 60 },
  )
})
