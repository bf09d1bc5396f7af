import { describe, expect, test } from 'vitest'
import { compile } from '../../src/shared/engine/compile'
import type { Finding } from '../../src/shared/review/finding'
import { reviewScenario } from '../../src/shared/review/review'
import { RULES } from '../../src/shared/review/rules'
import { commitEdit, editedFrom, undo } from '../../src/shared/scenario/history'
import { parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { CASES } from './cases'

const found = (scenario: Scenario, rule: string) =>
  reviewScenario(scenario).filter((one) => one.rule === rule)

const fixed = (scenario: Scenario, finding: Finding) =>
  (finding.fix ?? []).reduce(
    (edited, edit) => commitEdit(edited, edit, 'fix'),
    editedFrom(scenario),
  )

test('every rule has a case', () => {
  expect(CASES.map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id))
})

describe.each(CASES)('$rule', ({ rule, fact, bad, good, fix, show }) => {
  test(fact, () => {
    expect(found(bad, rule)).not.toEqual([])
  })

  test('a drawing that only comes close has none of it', () => {
    expect(found(good, rule)).toEqual([])
  })

  test('both drawings run', () => {
    expect([compile(bad).ok, compile(good).ok]).toEqual([true, true])
  })

  test('a finding names things that are there, in a place that is in the file', () => {
    const ids = new Set([...bad.services, ...bad.connections].map(({ id }) => id))
    for (const finding of found(bad, rule)) {
      expect(finding.things.filter((id) => !ids.has(id))).toEqual([])
      expect(new Set(finding.things).size).toBe(finding.things.length)
      expect(finding.path).toMatch(/^(services|connections|stimuli|invariants)\[\d+\]/)
    }
  })

  test(
    fix ? 'one click puts it right, and undo takes it back' : 'nothing is put right blindly',
    () => {
      const [finding] = found(bad, rule)
      expect(finding?.fix !== undefined).toBe(fix)
      if (!finding?.fix) return
      const edited = fixed(bad, finding)
      expect(edited.past).toHaveLength(1)
      expect(found(edited.scenario, rule)).toEqual([])
      const parsed = parseScenario(printScenario(edited.scenario))
      expect(parsed.ok ? [] : parsed.problems).toEqual([])
      const compiled = compile(edited.scenario)
      expect(compiled.ok ? [] : compiled.problems).toEqual([])
      expect(undo(edited).scenario).toEqual(bad)
    },
  )

  test(show ? 'a run that proves it is described' : 'no run is promised', () => {
    expect(found(bad, rule)[0]?.show !== undefined).toBe(show)
  })
})
