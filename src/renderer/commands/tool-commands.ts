/** Tools of the board, its layout, and whether it is being drawn or run. */
import { useBoard } from '../state/board'
import { useRun } from '../state/run'
import { wishViewport } from '../state/viewport'
import { command } from './command'
import { onBoard, whileEditing } from './conditions'
import { startRun } from './start-run'

function edit(): void {
  useRun.getState().pause()
  useBoard.getState().setMode('edit')
}

export const TOOL_COMMANDS = [
  command('mode.edit', 'tools', ['E'], edit, { enabled: onBoard }),
  command('mode.run', 'tools', ['R'], startRun, { enabled: onBoard }),
  command('tool.select', 'tools', ['V'], () => useBoard.getState().setTool('select'), {
    enabled: onBoard,
  }),
  command('tool.hand', 'tools', ['H'], () => useBoard.getState().setTool('hand'), {
    enabled: onBoard,
  }),
  command('tool.connect', 'tools', ['C'], () => useBoard.getState().setTool('connect'), {
    enabled: whileEditing,
  }),
  command('tool.zone', 'tools', ['F'], () => useBoard.getState().setTool('zone'), {
    enabled: whileEditing,
  }),
  command('layout.tidyUp', 'tools', ['Alt+Shift+T'], () => wishViewport({ wish: 'tidyUp' }), {
    enabled: whileEditing,
  }),
] as const
