/** Said instead of the run's bar once the drawing has changed under it. */
import { useTranslation } from 'react-i18next'
import { startRun } from '../commands/start-run'
import { Button } from '../ui/button'
import { TransportIcon } from './transport-icon'

export function RunStale() {
  const { t } = useTranslation('run')
  return (
    <div className="run-notice" role="status">
      <Button tone="primary" icon={<TransportIcon icon="play" />} onClick={startRun}>
        {t('stale.run')}
      </Button>
      <span className="run-notice-words">{t('stale.words')}</span>
    </div>
  )
}
