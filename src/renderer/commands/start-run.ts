/** From drawing to running: the run at hand goes on where it stood, unless the drawing now means another. */
import { useBoard } from '../state/board'
import { useRun } from '../state/run'

export function startRun(): void {
  useBoard.getState().setMode('run')
  useRun.getState().start()
}
