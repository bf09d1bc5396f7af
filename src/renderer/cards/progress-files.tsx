/** The progress as a file, to take it to another computer; back from one, and decks that the user wrote. */
import { Download, Upload } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PROGRESS_ENDING, printProgress } from '../../shared/cards/progress'
import { useCards } from '../state/cards'
import { bringInCards } from '../state/cards-file'
import type { Deliver } from '../state/deliver'
import { bringInByDialog } from '../state/files'
import { useNotices } from '../state/notices'
import { Button } from '../ui/button'

export function ProgressFiles({ deliver }: { readonly deliver: Deliver }) {
  const { t } = useTranslation('cards')
  const chosen = useRef<HTMLInputElement>(null)
  const write = async () => {
    const bytes = new TextEncoder().encode(printProgress(useCards.getState().memories))
    const delivered = await deliver(`cards${PROGRESS_ENDING}`, bytes, 'application/json')
    const { say } = useNotices.getState()
    if (!delivered.ok) say({ tone: 'bad', text: 'cards:exportFailed' })
    else if ('name' in delivered)
      say({ tone: 'good', text: 'cards:exported', values: { name: delivered.name } })
  }
  const choose = async () => {
    if (!(await bringInByDialog())) chosen.current?.click()
  }
  return (
    <>
      <Button icon={<Download size={16} />} onClick={() => void write()}>
        {t('export')}
      </Button>
      <Button icon={<Upload size={16} />} onClick={() => void choose()}>
        {t('import')}
      </Button>
      <input
        ref={chosen}
        type="file"
        accept=".json"
        hidden
        aria-label={t('import')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          // The same file may be chosen again.
          currentTarget.value = ''
          if (file) void file.text().then((text) => bringInCards(file.name, text))
        }}
      />
    </>
  )
}
