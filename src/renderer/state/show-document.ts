/** Puts a scenario on the board, after the user has said what becomes of the one that is there. */
import type { Problem } from '../../shared/base/problem'
import { parseScenario } from '../../shared/scenario/parse'
import { useBoard } from './board'
import { isUnsaved, type Origin, useDocument } from './document'
import { useSelection } from './selection'
import { wishViewport } from './viewport'

type OpenOptions = Parameters<ReturnType<typeof useDocument.getState>['open']>[2]

/** Goes on at once, or after the user has answered what becomes of unsaved changes. */
export function whenSafe(then: () => void): void {
  if (isUnsaved(useDocument.getState())) useBoard.getState().openDialog({ dialog: 'unsaved', then })
  else then()
}

export function showProblems(title: string, problems: readonly Problem[]): void {
  useBoard.getState().openDialog({ dialog: 'problems', title, problems })
}

/** Parses and shows a scenario; bad input changes nothing on the board. */
export function showText(
  title: string,
  text: string,
  origin: Origin,
  options?: OpenOptions,
): boolean {
  const parsed = parseScenario(text)
  if (!parsed.ok) {
    showProblems(title, parsed.problems)
    return false
  }
  const readOnly = origin.readOnly || parsed.readOnly === true
  useSelection.getState().clear()
  useDocument.getState().open(parsed.value, { ...origin, readOnly }, options)
  const board = useBoard.getState()
  board.show('board')
  board.setMode('edit')
  if (parsed.warnings.length > 0) showProblems(title, parsed.warnings)
  requestAnimationFrame(() => wishViewport({ wish: 'fitAll' }))
  return true
}
