/** Whether the drawing means something else than the run that is shown: then the run answers an old question. */
import { useMemo } from 'react'
import { meaningOf } from '../../shared/scenario/meaning'
import { useDocument } from '../state/document'
import { useRun } from '../state/run'

let program: unknown = null
let meaning = ''

/** What was compiled, noted when it was: a run is always made of the scenario on the board. */
function note(): void {
  const now = useRun.getState().program
  if (now === program) return
  program = now
  meaning = now ? meaningOf(useDocument.getState().scenario) : ''
}
useRun.subscribe(note)

export function useStale(): boolean {
  const scenario = useDocument((document) => document.scenario)
  const ran = useRun((run) => run.program)
  return useMemo(
    () => ran !== null && ran === program && meaningOf(scenario) !== meaning,
    [scenario, ran],
  )
}
