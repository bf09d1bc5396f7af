/** Changing the drawing by verbs. Each is one undo step. */
import { lockedAmong } from '../../shared/scenario/lookup'
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { useSelection } from '../state/selection'
import { copyByMenu, cutByMenu, duplicateSelected, pasteByMenu, removeSelected } from './clipboard'
import { command } from './command'
import { all, onBoard, whileEditing, withRedo, withSelection, withUndo } from './conditions'
import { copyPicture } from './copy-picture'

function selectAll(): void {
  const { services, connections, zones = [], notes = [] } = useDocument.getState().scenario
  const things = [...services, ...connections, ...zones, ...notes]
  useSelection.getState().select(things.map((thing) => thing.id))
}

/** Steps out of whatever the user is in the middle of, innermost first. */
function stepOut(): void {
  const { placing, tool, naming, setPlacing, setTool, setNaming } = useBoard.getState()
  if (naming !== null) setNaming(null)
  else if (placing !== null) setPlacing(null)
  else if (tool !== 'select') setTool('select')
  else useSelection.getState().clear()
}

function rename(): void {
  const [id] = useSelection.getState().ids
  if (id !== undefined) useBoard.getState().setNaming(id)
}

const oneSelected = () =>
  useSelection.getState().ids.size === 1 || ('commands:reason.selectOne' as const)
/** A locked thing stays where it is, and stays. */
const withUnlocked = () => {
  const { ids } = useSelection.getState()
  const locked = lockedAmong(useDocument.getState().scenario, ids)
  return locked.size < ids.size || ('commands:reason.locked' as const)
}
const selected = all(whileEditing, withSelection)

export const EDIT_COMMANDS = [
  command('edit.undo', () => useDocument.getState().undo(), all(whileEditing, withUndo)),
  command('edit.redo', () => useDocument.getState().redo(), all(whileEditing, withRedo)),
  command('edit.cut', cutByMenu, all(selected, withUnlocked)),
  command('edit.copy', copyByMenu, all(onBoard, withSelection)),
  command('edit.copyPicture', () => void copyPicture(), onBoard),
  command('edit.paste', () => void pasteByMenu(), whileEditing),
  command('edit.duplicate', duplicateSelected, selected),
  command('edit.delete', removeSelected, all(selected, withUnlocked)),
  command('edit.rename', rename, all(whileEditing, oneSelected)),
  command('edit.selectAll', selectAll, onBoard),
  command('edit.escape', stepOut, onBoard),
] as const
