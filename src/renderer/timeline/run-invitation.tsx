/** Before the first run: what running does, and the button that does it. */
import { useTranslation } from 'react-i18next'
import { startRun } from '../commands/start-run'
import { useDocument } from '../state/document'
import { Button } from '../ui/button'
import { TransportIcon } from './transport-icon'

export function RunInvitation() {
  const { t } = useTranslation('run')
  const empty = useDocument((document) => document.scenario.connections.length === 0)
  return (
    <div className="run-notice">
      <Button
        tone="primary"
        icon={<TransportIcon icon="play" />}
        disabled={empty}
        onClick={startRun}
      >
        {t('invite.run')}
      </Button>
      <span className="run-notice-words">{t(empty ? 'invite.empty' : 'invite.words')}</span>
    </div>
  )
}
