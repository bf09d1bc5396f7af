/** The dialog that is open, if one is. Their code is fetched while the page has nothing to do. */
import { useTranslation } from 'react-i18next'
import { useBoard } from '../../state/board'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { part } from '../../ui/part'
import { haveTexts } from '../i18n'

// The palette and the shortcuts find a verb by its English name as well.
const PaletteDialog = part(async () => {
  const [{ PaletteDialog: Dialog }] = await Promise.all([
    import('./palette-dialog'),
    haveTexts('en'),
  ])
  return Dialog
}, DialogFailed)
const UnsavedDialog = part(
  () => import('./unsaved-dialog').then((dialog) => dialog.UnsavedDialog),
  DialogFailed,
)
const SaveAsDialog = part(
  () => import('./save-as-dialog').then((dialog) => dialog.SaveAsDialog),
  DialogFailed,
)
const OpenDialog = part(
  () => import('./open-dialog').then((dialog) => dialog.OpenDialog),
  DialogFailed,
)
const FindDialog = part(
  () => import('./find-dialog').then((dialog) => dialog.FindDialog),
  DialogFailed,
)
const ExportDialog = part(
  () => import('./export-dialog').then((dialog) => dialog.ExportDialog),
  DialogFailed,
)
const ProblemsDialog = part(
  () => import('./problems-dialog').then((dialog) => dialog.ProblemsDialog),
  DialogFailed,
)
const ConflictDialog = part(
  () => import('./conflict-dialog').then((dialog) => dialog.ConflictDialog),
  DialogFailed,
)
const ShortcutsDialog = part(async () => {
  const [{ ShortcutsDialog: Dialog }] = await Promise.all([
    import('./shortcuts-dialog'),
    haveTexts('en'),
  ])
  return Dialog
}, DialogFailed)
const LoadDialog = part(
  () => import('../../load/load-dialog').then((dialog) => dialog.LoadDialog),
  DialogFailed,
)
const FailuresDialog = part(
  () => import('../../explore/failures-dialog').then((dialog) => dialog.FailuresDialog),
  DialogFailed,
)

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
    case 'load':
      return <LoadDialog />
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

/** What waits for the answer of the dialog goes on waiting, or is given up as by Escape. */
function DialogFailed({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('app')
  return (
    <Dialog
      title={t('part.failed.title')}
      about={t('part.failed')}
      closeLabel={t('close')}
      onClose={useBoard.getState().closeDialog}
      actions={
        <Button tone="primary" onClick={onAgain}>
          {t('part.again')}
        </Button>
      }
    />
  )
}
