/** Before something else is opened over unsaved work: save it, drop it, or stay. */
import { useTranslation } from 'react-i18next'
import { textIn } from '../../../shared/scenario/text'
import { useBoard } from '../../state/board'
import { isUnsaved, useDocument } from '../../state/document'
import { save } from '../../state/files'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'

/** Where the page asks for a name itself, saving ends only when that dialog does. */
function afterSaving(then: () => void): void {
  const stop = useBoard.subscribe(({ dialog }) => {
    if (dialog?.dialog === 'saveAs') return
    stop()
    if (!isUnsaved(useDocument.getState())) then()
  })
}

export function UnsavedDialog({ onGo }: { readonly onGo: () => void }) {
  const { t } = useTranslation('app')
  const language = useSettings((settings) => settings.language)
  const title = useDocument((document) => document.scenario.title)
  const close = useBoard((board) => board.closeDialog)
  const saveThenGo = async () => {
    close()
    if (await save()) onGo()
    else if (useBoard.getState().dialog?.dialog === 'saveAs') afterSaving(onGo)
  }
  const go = () => {
    close()
    onGo()
  }
  return (
    <Dialog
      title={t('unsaved.title', { title: textIn(title, language) })}
      about={t('unsaved.about')}
      closeLabel={t('close')}
      onClose={close}
      actions={
        <>
          <Button tone="danger" onClick={go}>
            {t('unsaved.drop')}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button tone="primary" autoFocus onClick={saveThenGo}>
            {t('unsaved.save')}
          </Button>
        </>
      }
    />
  )
}
