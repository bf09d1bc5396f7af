/** Before the first run: what running does, and the button that does it. */
import { useTranslation } from 'react-i18next'
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { useRun } from '../state/run'
import { Button } from '../ui/button'
import { TransportIcon } from './transport-icon'

export function RunInvitation() {
  const { t } = useTranslation('run')
  const empty = useDocument((document) => document.scenario.connections.length === 0)
  const run = () => {
    useBoard.getState().setMode('run')
    useRun.getState().start()
  }
  return (
    <div className="run-notice">
      <Button tone="primary" icon={<TransportIcon icon="play" />} disabled={empty} onClick={run}>
        {t('invite.run')}
      </Button>
      <span className="run-notice-words">{t(empty ? 'invite.empty' : 'invite.words')}</span>
    </div>
  )
}
