/** A scenario that was just opened stands at step 0 of its run: the timeline invites to press an arrow. */
import { useEffect } from 'react'
import { useDocument } from '../state/document'
import { useRun } from '../state/run'

/** Larger drawings are run when the user asks: opening must stay quick. */
const SERVICES_MAX = 300

export function useRunOnOpen(): void {
  const origin = useDocument((document) => document.origin)
  const runStatus = useRun((run) => run.status)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new origin is a new document
  useEffect(runIfFresh, [origin, runStatus])
}

/** Also to be called before a board is first drawn, which else is drawn once without its run. */
export function runIfFresh(): void {
  const { scenario, edited } = useDocument.getState()
  const isFresh = edited.past.length === 0 && edited.future.length === 0
  const small = scenario.services.length <= SERVICES_MAX
  const { status, start } = useRun.getState()
  if (status === 'none' && isFresh && small && scenario.connections.length > 0) start()
}
