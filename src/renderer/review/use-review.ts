/** The findings about the scenario on the board, once for each scenario, however many views show them. */
import { useDeferredValue, useMemo } from 'react'
import type { Finding } from '../../shared/review/finding'
import { reviewScenario } from '../../shared/review/review'
import type { Scenario } from '../../shared/scenario/scenario'
import { useDocument } from '../state/document'

const kept = new WeakMap<Scenario, readonly Finding[]>()

function findingsOf(scenario: Scenario): readonly Finding[] {
  const known = kept.get(scenario)
  if (known) return known
  const findings = reviewScenario(scenario)
  kept.set(scenario, findings)
  return findings
}

export interface Review {
  /** What the findings are about: the board's scenario or, for a moment, the one before it. */
  readonly scenario: Scenario
  readonly findings: readonly Finding[]
}

/** Drawing comes first: the review follows as soon as there is time. */
export function useReview(): Review {
  const now = useDocument((document) => document.scenario)
  const scenario = useDeferredValue(now)
  return useMemo(() => ({ scenario, findings: findingsOf(scenario) }), [scenario])
}
