/** While a run is on the drawing is locked: said once quietly, and louder to whoever tries to change it. */
import { Lock } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { keysOf, runCommand } from '../../commands/commands'
import { Button } from '../../ui/button'
import { useOverlay } from '../model/overlay'

export const LockHint = memo(function LockHint() {
  const { t } = useTranslation('canvas')
  const tries = useOverlay((overlay) => overlay.lockedTries)
  return (
    // A new key begins the shake anew with every try.
    <div
      className={`lock-hint ${tries > 0 ? 'lock-hint-shaken' : ''}`}
      key={tries}
      data-board-chrome
    >
      <Lock size={13} aria-hidden="true" />
      <span>{t('locked')}</span>
      <Button
        small
        tone="quiet"
        title={keysOf('mode.edit')}
        onClick={() => runCommand('mode.edit')}
      >
        {t('locked.edit')}
      </Button>
    </div>
  )
})
