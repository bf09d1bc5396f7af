/** Moving through a run. */
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { isOutdated, useExplore } from '../state/explore'
import { isLoadOutdated, useLoad } from '../state/load'
import { useRun } from '../state/run'
import { useSelection } from '../state/selection'
import { command } from './command'
import { onBoard, whileRunning } from './conditions'
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

/** A search asks whether promises can be broken: something must happen, and something be promised. */
function canSearch(): true | string {
  const shown = onBoard()
  if (shown !== true) return shown
  const { scenario } = useDocument.getState()
  if (scenario.connections.length === 0) return 'commands:reason.nothingDrawn'
  return (scenario.invariants ?? []).length > 0 || 'commands:reason.nothingPromised'
}

function findFailures(): void {
  const { result, status, search } = useExplore.getState()
  const isAnswered = result !== null && !isOutdated(result, useDocument.getState().scenario)
  if (!isAnswered && status !== 'searching') search()
  useBoard.getState().openDialog({ dialog: 'failures' })
}

function canLoad(): true | string {
  const shown = onBoard()
  if (shown !== true) return shown
  return useDocument.getState().scenario.connections.length > 0 || 'commands:reason.nothingDrawn'
}

/** What was measured is looked at again; where there is nothing, or something else by now, it is measured. */
function showLoad(): void {
  const { result, status, rate, seconds, load } = useLoad.getState()
  const { scenario } = useDocument.getState()
  const isKnown = result !== null && !isLoadOutdated(result, { rate, seconds, scenario })
  if (!isKnown && status !== 'loading') load()
  useBoard.getState().openDialog({ dialog: 'load' })
}

export const RUN_COMMANDS = [
  command('run.forward', forward, canStep),
  command('run.back', () => useRun.getState().back(), enabled),
  command('run.playPause', playOrPause, enabled),
  command('run.first', () => useRun.getState().goTo(0), enabled),
  command('run.last', () => useRun.getState().goTo(Number.MAX_SAFE_INTEGER), enabled),
  command('run.findFailures', findFailures, canSearch),
  command('run.load', showLoad, canLoad),
] as const
