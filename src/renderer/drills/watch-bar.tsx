/** Over the board while it shows a run instead of the answer: what this is, and the way back. */
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { stopWatching, useHeldAnswer } from '../state/drill-watch'
import { Button } from '../ui/button'

export function WatchBar() {
  const { t } = useTranslation('drills')
  const isWatching = useHeldAnswer(({ held }) => held !== null)
  if (!isWatching) return null
  return (
    <div className="drill-watch" role="status">
      <span>{t('watching')}</span>
      <Button small tone="primary" icon={<Undo2 size={14} />} onClick={stopWatching}>
        {t('watching.back')}
      </Button>
    </div>
  )
}
