/** What `dryrun export` draws: the board or the sequence, plain or as a run stands after a step. */
import type { Outcome } from '../../shared/base/problem'
import { marksAt } from '../../shared/drawing/marks'
import { drawScenario } from '../../shared/drawing/scenario-drawing'
import { drawSequence } from '../../shared/drawing/sequence-drawing'
import type { Drawing, Theme } from '../../shared/drawing/shape'
import { momentOf } from '../../shared/engine/decode'
import type { Scenario } from '../../shared/scenario/scenario'
import type { Language } from '../../shared/scenario/text'
import { failed } from '../host-problem'
import { type Simulated, simulate } from './simulate'

export interface Depicted {
  readonly theme: Theme
  readonly view: 'diagram' | 'sequence'
  readonly language: Language
  readonly legend?: boolean
  /** After which step of the run; without it the diagram is plain and the sequence whole. */
  readonly step?: number
  readonly seed: number
  /** Only these things of the diagram, and the lines between them. */
  readonly only?: ReadonlySet<string>
}

export const STEPS_MAX = 10_000

export function depict(scenario: Scenario, options: Depicted): Outcome<Drawing> {
  const { view, language, step, seed, legend = false, only } = options
  const look = { language, legend, ...(only ? { only } : {}) }
  if (view === 'diagram' && step === undefined) {
    return { ok: true, value: drawScenario(scenario, look) }
  }
  const simulated = simulate(scenario, { seed, stepsMax: STEPS_MAX })
  if (!simulated.ok) return simulated
  const last = simulated.value.trace.steps.length
  if (step !== undefined && step > last) return failed('host/no-such-step', { step, last })
  const drawing =
    view === 'sequence'
      ? drawSequence(simulated.value.trace.steps, scenario, {
          language,
          ...(step === undefined ? {} : { position: step }),
        })
      : diagram(scenario, simulated.value, step ?? last, look)
  return { ok: true, value: drawing }
}

interface DiagramOptions {
  readonly language: Language
  readonly legend: boolean
  readonly only?: ReadonlySet<string>
}

function diagram(
  scenario: Scenario,
  { program, trace }: Simulated,
  position: number,
  options: DiagramOptions,
): Drawing {
  const moment = momentOf(program, trace.stateAt(position))
  const marks = marksAt(trace.steps, position, moment)
  return drawScenario(scenario, {
    ...options,
    marks,
    flights: moment.flights,
    atUs: moment.atUs,
  })
}
