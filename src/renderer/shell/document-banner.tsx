/** Above the board, while it lasts: the file is gone, or another window writes it. */
import { useTranslation } from 'react-i18next'
import { useDocument } from '../state/document'
import { saveAs } from '../state/files'
import { takeOver } from '../state/holding'
import { Button } from '../ui/button'
import './document-banner.css'

export function DocumentBanner() {
  const { t } = useTranslation('app')
  const { gone, follows, name = '' } = useDocument((document) => document.origin)
  if (!gone && !follows) return null
  const kind = gone ? 'gone' : 'follows'
  return (
    <div className="document-banner" role="status" data-kind={kind}>
      <span>{t(`banner.${kind}`, { name })}</span>
      <Button small onClick={() => void (gone ? saveAs() : takeOver())}>
        {t(`banner.${kind}.act`)}
      </Button>
    </div>
  )
}
