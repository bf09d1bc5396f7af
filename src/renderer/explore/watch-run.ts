/** From an answer to the run that shows it: the board runs, and stands right after the first fault. */
import { useBoard } from '../state/board'
import type { FoundRun } from '../state/explore-job'
import { useNotices } from '../state/notices'
import { useRun } from '../state/run'

export function watchRun({ records, faults }: FoundRun, keys: number): void {
  const position = faults[0] === undefined ? 0 : faults[0].position + 1
  if (!useRun.getState().watch(records, keys, position)) {
    useNotices.getState().say({ tone: 'bad', text: 'explore:notice.notThisScenario' })
    return
  }
  useBoard.getState().closeDialog()
  useBoard.getState().setMode('run')
  useBoard.getState().setBottomTab('steps')
}
