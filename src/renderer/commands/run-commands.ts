/** Moving through a run. */
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { useRun } from '../state/run'
import { useSelection } from '../state/selection'
import { command } from './command'
import { whileRunning } from './conditions'
import { startRun } from './start-run'

function playOrPause(): void {
  const { playing, play, pause } = useRun.getState()
  if (playing) pause()
  else play()
}

/** The first step may be asked for while nothing is selected to be moved: then the run begins with it. */
function canStep(): true | string {
  const running = whileRunning()
  if (running === true || useBoard.getState().screen !== 'board') return running
  if (useBoard.getState().mode === 'run') return running
  const idle = useSelection.getState().ids.size === 0
  const drawn = useDocument.getState().scenario.connections.length > 0
  return (idle && drawn) || running
}

function forward(): void {
  if (useBoard.getState().mode === 'edit') startRun()
  useRun.getState().forward()
}

const enabled = whileRunning

export const RUN_COMMANDS = [
  command('run.forward', 'run', ['ArrowRight', '.'], forward, { enabled: canStep }),
  command('run.back', 'run', ['ArrowLeft', ','], () => useRun.getState().back(), { enabled }),
  command('run.playPause', 'run', ['Space', 'P'], playOrPause, { enabled }),
  command('run.first', 'run', ['Home'], () => useRun.getState().goTo(0), { enabled }),
  command('run.last', 'run', ['End'], () => useRun.getState().goTo(Number.MAX_SAFE_INTEGER), {
    enabled,
  }),
] as const
