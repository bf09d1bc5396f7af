/** `dryrun export FILE -o x.pml`: the scenario as a Promela model, for spin. */
import type { Outcome } from '../../shared/base/problem'
import { compile } from '../../shared/engine/compile'
import { toPromela } from '../../shared/promela/promela'
import type { Scenario } from '../../shared/scenario/scenario'
import { parseBudgets } from './fault-budgets'

export interface ModelOptions {
  /** `crash=1,duplicate=1`: none where not given. */
  readonly faults?: string
}

export function modelOf(scenario: Scenario, { faults = 'none' }: ModelOptions): Outcome<string> {
  const parsed = parseBudgets(faults)
  if (!parsed.ok) {
    const { message } = parsed
    return {
      ok: false,
      problems: [{ code: 'cli/bad-faults', message, path: '', severity: 'error' }],
    }
  }
  // Without time a drawn fault's moment cannot be told from any other: the budgets say what may go wrong.
  const { faults: _faults, ...drawn } = scenario
  const compiled = compile(drawn, { timed: false, ...parsed.allowed })
  return compiled.ok ? toPromela(compiled.value) : compiled
}
