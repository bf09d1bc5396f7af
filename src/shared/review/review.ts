/** What is doubtful about a drawing, found without running it. Says why nowhere: that is in the catalogues. */
import type { Scenario } from '../scenario/scenario'
import { firstOfEach } from './distinct'
import { type Finding, findingKey, SEVERITIES } from './finding'
import { readingOf } from './reading/reading'
import { RULES } from './rules'

/** Every finding of every rule: by severity, then by rule, then by place in the file. */
export function reviewScenario(scenario: Scenario): readonly Finding[] {
  const reading = readingOf(scenario)
  const findings = RULES.flatMap(({ id, severity, find }) =>
    find(reading).map((found): Finding => {
      const things = [...new Set(found.things)]
      return { rule: id, severity, ...found, things }
    }),
  )
  // Handlers that follow from the drawing have no places of their own in the file to tell them apart.
  const distinct = firstOfEach(findings, findingKey)
  return SEVERITIES.flatMap((severity) => distinct.filter((one) => one.severity === severity))
}
