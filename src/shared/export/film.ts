/** A run as drawings, one a step: what an HTML page turns over and an animation plays. */

import { boundsAround } from '../drawing/geometry'
import { layoutLines } from '../drawing/line-layout'
import { marksAt } from '../drawing/marks'
import { drawScenario } from '../drawing/scenario-drawing'
import type { Bounds, Drawing } from '../drawing/shape'
import type { Moment } from '../engine/moment'
import type { Step } from '../engine/step'
import type { Scenario } from '../scenario/scenario'
import type { Language } from '../scenario/text'

export interface Run {
  readonly scenario: Scenario
  readonly steps: readonly Step[]
  /** The state after so many steps, decoded. */
  readonly momentAt: (position: number) => Moment
}

export interface FilmOptions {
  readonly language: Language
  readonly legend?: boolean
  /** Draw only these things. */
  readonly only?: ReadonlySet<string>
  /** Not more steps than this; the film says how many there are. */
  readonly stepsMax: number
}

export interface Film {
  /** Before the first step, then after each. */
  readonly frames: readonly Drawing[]
  /** What all of them together cover. */
  readonly bounds: Bounds
  readonly stepsShown: number
  /** There are more steps than it shows. */
  readonly isCut: boolean
}

export function filmOf({ scenario, steps, momentAt }: Run, options: FilmOptions): Film {
  const { stepsMax, ...look } = options
  const stepsShown = Math.min(steps.length, stepsMax)
  const lines = layoutLines(scenario, options.language)
  const frames: Drawing[] = []
  for (let position = 0; position <= stepsShown; position += 1) {
    const moment = momentAt(position)
    const marks = marksAt(steps, position, moment)
    const { flights, atUs } = moment
    frames.push(drawScenario(scenario, { ...look, lines, marks, flights, atUs }))
  }
  const corners = frames.flatMap(({ bounds: { x, y, width, height } }) => [
    { x, y },
    { x: x + width, y: y + height },
  ])
  return { frames, bounds: boundsAround(corners), stepsShown, isCut: stepsShown < steps.length }
}
