/** The run that an export of one shows. */
import type { Problem } from '../../../shared/base/problem'
import { runTimeline } from '../../../shared/drivers/timeline'
import { compile } from '../../../shared/engine/compile'
import { momentOf } from '../../../shared/engine/decode'
import { machine } from '../../../shared/engine/machine'
import type { Program } from '../../../shared/engine/program'
import type { Step } from '../../../shared/engine/step'
import type { Scenario } from '../../../shared/scenario/scenario'
import { STEPS_MAX, useRun } from '../../state/run'

interface RunShown {
  readonly ok: true
  readonly program: Program
  readonly steps: readonly Step[]
  readonly momentAt: (position: number) => ReturnType<typeof momentOf>
}

/** The run as it stands; the timeline of the scenario where none has been begun. */
export function runShown(
  scenario: Scenario,
): RunShown | { readonly ok: false; readonly problems: readonly Problem[] } {
  const { program, trace, status, steps } = useRun.getState()
  if (status === 'ready' && program && trace) {
    const momentAt = (position: number) => momentOf(program, trace.stateAt(position))
    return { ok: true, program, steps, momentAt }
  }
  const compiled = compile(scenario, { seed: 1 })
  if (!compiled.ok) return compiled
  const made = runTimeline(machine(compiled.value), { stepsMax: STEPS_MAX })
  const momentAt = (position: number) => momentOf(compiled.value, made.stateAt(position))
  return { ok: true, program: compiled.value, steps: made.steps, momentAt }
}
