/** The board as a picture shows it: whole, never the viewport; plain, or as the run stands. */
import { marksAt } from '../../shared/drawing/marks'
import { drawScenario } from '../../shared/drawing/scenario-drawing'
import { drawSequence } from '../../shared/drawing/sequence-drawing'
import type { Drawing } from '../../shared/drawing/shape'
import type { Scenario } from '../../shared/scenario/scenario'
import type { Language } from '../../shared/scenario/text'
import { useClock } from '../state/clock'
import { momentAt, useRun } from '../state/run'

export interface BoardPicture {
  readonly view: 'diagram' | 'sequence'
  readonly legend: boolean
  /** With the marks of the step shown. */
  readonly atStep: boolean
  /** Only these things, and the lines between them. */
  readonly only?: ReadonlySet<string>
}

export function pictureOf(
  scenario: Scenario,
  language: Language,
  { view, legend, atStep, only }: BoardPicture,
): Drawing {
  const { steps, position } = useRun.getState()
  if (view === 'sequence') {
    return drawSequence(steps, scenario, { language, ...(atStep ? { position } : {}) })
  }
  const look = { language, legend, ...(only === undefined ? {} : { only }) }
  const moment = atStep ? momentAt(position) : null
  if (!moment) return drawScenario(scenario, look)
  return drawScenario(scenario, {
    ...look,
    marks: marksAt(steps, position, moment),
    flights: moment.flights,
    atUs: useClock.getState().nowUs,
  })
}
