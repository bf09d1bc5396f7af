/** The dialog that is open, if one is. */
import { FailuresDialog } from '../../explore/failures-dialog'
import { useBoard } from '../../state/board'
import { ConflictDialog } from './conflict-dialog'
import { ExportDialog } from './export-dialog'
import { FindDialog } from './find-dialog'
import { OpenDialog } from './open-dialog'
import { PaletteDialog } from './palette-dialog'
import { ProblemsDialog } from './problems-dialog'
import { SaveAsDialog } from './save-as-dialog'
import { ShortcutsDialog } from './shortcuts-dialog'
import { UnsavedDialog } from './unsaved-dialog'

export function Dialogs() {
  const dialog = useBoard((board) => board.dialog)
  if (!dialog) return null
  switch (dialog.dialog) {
    case 'export':
      return <ExportDialog />
    case 'open':
      return <OpenDialog />
    case 'saveAs':
      return <SaveAsDialog />
    case 'shortcuts':
      return <ShortcutsDialog />
    case 'palette':
      return <PaletteDialog />
    case 'find':
      return <FindDialog />
    case 'failures':
      return <FailuresDialog />
    case 'problems':
      return <ProblemsDialog title={dialog.title} problems={dialog.problems} />
    case 'native':
      return null
    case 'conflict':
      return <ConflictDialog conflict={dialog.conflict} />
    case 'unsaved':
      return <UnsavedDialog onGo={dialog.then} />
  }
}
