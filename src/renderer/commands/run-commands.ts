/** Moving through a run. */
import { useRun } from '../state/run'
import { command } from './command'
import { whileRunning } from './conditions'

function playOrPause(): void {
  const { playing, play, pause } = useRun.getState()
  if (playing) pause()
  else play()
}

const enabled = whileRunning

export const RUN_COMMANDS = [
  command('run.forward', 'run', ['ArrowRight', '.'], () => useRun.getState().forward(), { enabled }),
  command('run.back', 'run', ['ArrowLeft', ','], () => useRun.getState().back(), { enabled }),
  command('run.playPause', 'run', ['Space', 'P'], playOrPause, { enabled }),
  command('run.first', 'run', ['Home'], () => useRun.getState().goTo(0), { enabled }),
  command('run.last', 'run', ['End'], () => useRun.getState().goTo(Number.MAX_SAFE_INTEGER), {
    enabled,
  }),
] as const
