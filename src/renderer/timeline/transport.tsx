/** The five buttons of the run: first, back, play, forward, last. */
import { useTranslation } from 'react-i18next'
import { playOrPause, walkBack, walkForward, walkTo } from '../commands/walk'
import { useRun } from '../state/run'
import { IconButton } from '../ui/button'
import { TransportIcon } from './transport-icon'

export function Transport() {
  const { t } = useTranslation('run')
  const playing = useRun((run) => run.playing)
  const atStart = useRun((run) => run.position === 0)
  const atEnd = useRun((run) => run.position >= run.steps.length)
  return (
    <fieldset className="transport" aria-label={t('transport')}>
      <IconButton
        label={t('transport.first')}
        keys="Home"
        aria-disabled={atStart}
        onClick={() => walkTo(0)}
      >
        <TransportIcon icon="first" />
      </IconButton>
      <IconButton label={t('transport.back')} keys="←" aria-disabled={atStart} onClick={walkBack}>
        <TransportIcon icon="back" />
      </IconButton>
      <IconButton
        tone="primary"
        className="transport-play"
        label={t(playing ? 'transport.pause' : 'transport.play')}
        keys="Space"
        onClick={playOrPause}
      >
        <TransportIcon icon={playing ? 'pause' : 'play'} />
      </IconButton>
      <IconButton
        label={t('transport.forward')}
        keys="→"
        aria-disabled={atEnd}
        onClick={walkForward}
      >
        <TransportIcon icon="forward" />
      </IconButton>
      <IconButton
        label={t('transport.last')}
        keys="End"
        aria-disabled={atEnd}
        onClick={() => walkTo(useRun.getState().steps.length)}
      >
        <TransportIcon icon="last" />
      </IconButton>
    </fieldset>
  )
}
