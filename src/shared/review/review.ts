/** What is doubtful about a drawing, found without running it. Says why nowhere: that is in the catalogues. */
import type { Scenario } from '../scenario/scenario'
import { type Finding, SEVERITIES } from './finding'
import { readingOf } from './reading/reading'
import { RULES } from './rules'

/** Every finding of every rule: by severity, then by rule, then by place in the file. */
export function reviewScenario(scenario: Scenario): readonly Finding[] {
  const reading = readingOf(scenario)
  const findings = RULES.flatMap(({ id, severity, find }) =>
    find(reading).map((found): Finding => ({ rule: id, severity, ...found })),
  )
  return SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity))
}
