/** The findings about the scenario on the board, once for each scenario, however many views show them. */
import { useDeferredValue, useMemo } from 'react'
import { create } from 'zustand'
import type { Finding } from '../../shared/review/finding'
import { reviewScenario } from '../../shared/review/review'
import type { Scenario } from '../../shared/scenario/scenario'
import { useDocument } from '../state/document'

/** A bigger drawing would halt at every edit for its review; there it is asked for. */
const CONNECTIONS_MAX = 500

/** The big drawing that was last asked about, as it then was. */
const useAsked = create<{ readonly scenario: Scenario | null }>()(() => ({ scenario: null }))

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
  /** Undefined for a big drawing that nobody has asked about since it was changed. */
  readonly findings: readonly Finding[] | undefined
}

/** Drawing comes first: the review follows as soon as there is time. */
export function useReview(): Review {
  const now = useDocument((document) => document.scenario)
  const scenario = useDeferredValue(now)
  const asked = useAsked((state) => state.scenario)
  const isWanted = scenario.connections.length <= CONNECTIONS_MAX || asked === scenario
  return useMemo(
    () => ({ scenario, findings: isWanted ? findingsOf(scenario) : undefined }),
    [scenario, isWanted],
  )
}

export function askForReview(scenario: Scenario): void {
  useAsked.setState({ scenario })
}
