/** When a verb makes sense, and the words for when it does not. */
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { useRun } from '../state/run'
import { useSelection } from '../state/selection'

type Condition = () => true | string

export const onBoard: Condition = () =>
  useBoard.getState().screen === 'board' || 'commands:reason.startPage'

export const whileEditing: Condition = () => {
  const shown = onBoard()
  if (shown !== true) return shown
  return useBoard.getState().mode === 'edit' || 'commands:reason.running'
}

export const whileRunning: Condition = () => {
  const shown = onBoard()
  if (shown !== true) return shown
  if (useBoard.getState().mode !== 'run') return 'commands:reason.editing'
  return useRun.getState().status === 'ready' || 'commands:reason.doesNotRun'
}

export const withSelection: Condition = () =>
  useSelection.getState().ids.size > 0 || 'commands:reason.nothingSelected'

export const withUndo: Condition = () =>
  useDocument.getState().edited.past.length > 0 || 'commands:reason.nothingToUndo'

export const withRedo: Condition = () =>
  useDocument.getState().edited.future.length > 0 || 'commands:reason.nothingToRedo'

/** The first reason against, or true. */
export function all(...conditions: readonly Condition[]): Condition {
  return () => {
    for (const condition of conditions) {
      const answer = condition()
      if (answer !== true) return answer
    }
    return true
  }
}
