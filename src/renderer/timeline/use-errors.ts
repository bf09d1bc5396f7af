/** What keeps the scenario from running; warnings do not. */
import { useMemo } from 'react'
import type { Problem } from '../../shared/base/problem'
import { useRun } from '../state/run'

export function useErrors(): readonly Problem[] {
  const problems = useRun((run) => run.problems)
  return useMemo(() => problems.filter((problem) => problem.severity === 'error'), [problems])
}
