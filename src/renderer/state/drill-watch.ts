/** Shows a run that a check found on the board, in place of the answer, and brings the answer back. */
import { create } from 'zustand'
import type { RunEvidence } from '../../shared/drills/result'
import { useBoard } from './board'
import { useDocument } from './document'
import { setAnswerBoard } from './drill'
import { useRun } from './run'
import { useSelection } from './selection'
import { wishViewport } from './viewport'

type Held = Pick<
  ReturnType<typeof useDocument.getState>,
  'edited' | 'scenario' | 'origin' | 'draft' | 'saved'
>

/** The answer while the board shows a run instead; null otherwise. */
export const useHeldAnswer = create<{ readonly held: Held | null }>()(() => ({ held: null }))

export const watching = (): boolean => useHeldAnswer.getState().held !== null

export function watchEvidence({ scenario, choices, position }: RunEvidence): void {
  if (!watching()) {
    const { edited, scenario: answer, origin, draft, saved } = useDocument.getState()
    useHeldAnswer.setState({ held: { edited, scenario: answer, origin, draft, saved } })
    setAnswerBoard(() => answer)
  }
  useSelection.getState().clear()
  useDocument.getState().open(scenario, { readOnly: true })
  const keys = new Set((scenario.stimuli ?? []).map(({ key }) => key)).size
  useBoard.getState().setMode('run')
  useRun.getState().watch(choices, Math.max(1, keys), position)
  useBoard.getState().setBottomTab('steps')
  requestAnimationFrame(() => wishViewport({ wish: 'fitAll' }))
}

/** The answer is back as it was, its undo history too. */
export function stopWatching(): void {
  const { held } = useHeldAnswer.getState()
  if (held === null) return
  const { edited, scenario, origin, draft, saved } = held
  useHeldAnswer.setState({ held: null })
  setAnswerBoard(() => useDocument.getState().scenario)
  useSelection.getState().clear()
  useDocument.getState().open(scenario, origin, { saved, draft })
  useDocument.setState({ edited })
  useBoard.getState().setMode('edit')
  requestAnimationFrame(() => wishViewport({ wish: 'fitAll' }))
}
