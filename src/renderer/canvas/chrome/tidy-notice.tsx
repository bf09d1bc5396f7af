/** While the layout is being computed: that it is, and the way out. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { cancelTidyUp } from '../layout/tidy-up'
import { useOverlay } from '../model/overlay'

export const TidyNotice = memo(function TidyNotice() {
  const { t } = useTranslation('canvas')
  const isTidying = useOverlay((overlay) => overlay.isTidying)
  if (!isTidying) return null
  return (
    <div className="tidy-notice" role="status" data-board-chrome>
      <span>{t('tidy.working')}</span>
      <Button small onClick={cancelTidyUp}>
        {t('tidy.cancel')}
      </Button>
    </div>
  )
})
