/** Shows the packets of a line that a check looks at, used as the check uses it. */
import type { HopEvidence } from '../../shared/drills/result'
import { useBoard } from './board'
import { stopWatching } from './drill-watch'
import { useSelection } from './selection'
import { useWireChoices } from './wire-choices'

export function showPackets({ connection, options }: HopEvidence): void {
  stopWatching()
  useWireChoices.getState().choose(options)
  useSelection.getState().select([connection])
  useBoard.getState().setBottomTab('wire')
}
