/** Opening where the host has no dialog of its own: its folder, recent files, or any file of this computer. */
import { FileUp } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FileList, useFiles } from '../../start/file-list'
import { useBoard } from '../../state/board'
import { openHandle } from '../../state/files'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { openFile } from '../dropped-file'
import { useHostInfo } from '../host-info'
import './open-dialog.css'

export function OpenDialog() {
  const { t } = useTranslation('app')
  const close = useBoard((board) => board.closeDialog)
  const info = useHostInfo()
  const folder = useFiles('listFolder')
  const recent = useFiles('listRecent')
  const picker = useRef<HTMLInputElement>(null)
  const open = (handle: string) => {
    close()
    openHandle(handle)
  }
  const known = new Set(folder.map((file) => file.handle))
  return (
    <Dialog
      title={t('open.title')}
      about={info ? t('open.where', { folder: info.folder }) : undefined}
      size="medium"
      closeLabel={t('close')}
      onClose={close}
      actions={
        <Button icon={<FileUp size={16} />} onClick={() => picker.current?.click()}>
          {t('open.fromComputer')}
        </Button>
      }
    >
      <div className="open-lists">
        <FileList
          label={t('open.folder')}
          empty={t('open.emptyFolder')}
          files={folder}
          onOpen={open}
        />
        <FileList
          label={t('open.recent')}
          files={recent.filter((file) => !known.has(file.handle))}
          onOpen={open}
        />
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json,.png,.svg,application/json,image/png,image/svg+xml"
        aria-label={t('open.fromComputer')}
        onChange={(change) => {
          const file = change.target.files?.[0]
          if (!file) return
          close()
          void openFile(file)
        }}
      />
    </Dialog>
  )
}
