/** The sagas of a scenario, stage by stage, and what of a stage can fail or lasts. */
import type { SagaAction } from '../../scenario/action'
import { callAt } from './flow'
import type { HandlerRead, Part, Site, StagePart } from './parts'
import type { Reading } from './reading'

export interface SagaRead {
  readonly handler: HandlerRead
  readonly action: SagaAction
  readonly stages: readonly StagePart[]
}

export function sagasOf({ handlers }: Reading): readonly SagaRead[] {
  return handlers.flatMap((handler) =>
    sagasIn(handler.parts).map(({ action, stages }) => ({ handler, action, stages })),
  )
}

type SagaPart = Extract<Part, { part: 'saga' }>

function sagasIn(parts: readonly Part[]): readonly SagaPart[] {
  return parts.flatMap(sagasOfPart)
}

function sagasOfPart(part: Part): readonly SagaPart[] {
  switch (part.part) {
    case 'site':
      return []
    case 'if':
      return [...sagasIn(part.yes), ...sagasIn(part.no)]
    case 'saga':
      return [part, ...part.stages.flatMap(({ forward }) => sagasIn(forward))]
  }
}

/** Every innermost action of the parts, undos included. */
export function sitesIn(parts: readonly Part[]): readonly Site[] {
  return parts.flatMap(sitesOfPart)
}

function sitesOfPart(part: Part): readonly Site[] {
  switch (part.part) {
    case 'site':
      return [part.site]
    case 'if':
      return [...sitesIn(part.yes), ...sitesIn(part.no)]
    case 'saga':
      return part.stages.flatMap(({ forward, back }) => [...sitesIn(forward), ...sitesIn(back)])
  }
}

/** Whether a stage can end badly for good, so that what came before it has to be undone. */
export function canFail(reading: Reading, { forward }: StagePart): boolean {
  return sitesIn(forward).some((site) => {
    const { action } = site
    if ('fail' in action) return true
    const call = callAt(reading, site)
    return call !== undefined && !('onFailure' in action && action.onFailure === 'continue')
  })
}
