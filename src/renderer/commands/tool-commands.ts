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
  command('mode.edit', edit, onBoard),
  command('mode.run', startRun, onBoard),
  command('tool.select', () => useBoard.getState().setTool('select'), onBoard),
  command('tool.hand', () => useBoard.getState().setTool('hand'), onBoard),
  command('tool.connect', () => useBoard.getState().setTool('connect'), whileEditing),
  command('tool.zone', () => useBoard.getState().setTool('zone'), whileEditing),
  command('layout.tidyUp', () => wishViewport({ wish: 'tidyUp' }), whileEditing),
] as const
