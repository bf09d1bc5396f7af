/** The exports that are text and not a picture: a page that steps through the run, and Mermaid. */
import { createHash } from 'node:crypto'
import type { Outcome } from '../../shared/base/problem'
import { momentOf } from '../../shared/engine/decode'
import { mermaidFlowchart, mermaidSequence } from '../../shared/export/mermaid'
import { runPage } from '../../shared/export/run-page'
import type { Scenario } from '../../shared/scenario/scenario'
import { failed } from '../host-problem'
import { type Depicted, STEPS_MAX } from './depict'
import { complain } from './output'
import { sentences } from './sentences'
import { simulate } from './simulate'

const sha256 = (text: string) => Promise.resolve(createHash('sha256').update(text).digest('base64'))

/** A run's page. One with more steps than a page holds is cut, which is said. */
export async function pageOf(scenario: Scenario, options: Depicted): Promise<Outcome<string>> {
  const { seed, language, legend = false, only } = options
  const simulated = simulate(scenario, { seed, stepsMax: STEPS_MAX })
  if (!simulated.ok) return simulated
  const { program, trace } = simulated.value
  const momentAt = (position: number) => momentOf(program, trace.stateAt(position))
  const sentenceOf = sentences(program, language)
  const page = await runPage(
    { scenario, steps: trace.steps, momentAt },
    { language, legend, ...(only ? { only } : {}), sentenceOf, sha256 },
  )
  if (page.isCut) complain(`shows the first ${page.stepsShown} of ${trace.steps.length} steps.`)
  return { ok: true, value: page.html }
}

export function mermaidOf(scenario: Scenario, options: Depicted): Outcome<string> {
  const { seed, language, step, view, only } = options
  if (view === 'diagram') {
    const text = mermaidFlowchart(scenario, { language, ...(only ? { only } : {}) })
    return { ok: true, value: text }
  }
  const simulated = simulate(scenario, { seed, stepsMax: STEPS_MAX })
  if (!simulated.ok) return simulated
  const { steps } = simulated.value.trace
  const last = steps.length
  if (step !== undefined && step > last) return failed('host/no-such-step', { step, last })
  const upTo = step === undefined ? {} : { position: step }
  return { ok: true, value: mermaidSequence(steps, scenario, { language, ...upTo }) }
}
