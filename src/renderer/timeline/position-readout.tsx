/** Which step of how many, and the virtual time of it. */
import { useTranslation } from 'react-i18next'
import { useRun } from '../state/run'
import { useSettings } from '../state/settings'
import { timeParts } from './time-text'

export function PositionReadout() {
  const { t } = useTranslation('run')
  const language = useSettings((settings) => settings.language)
  const position = useRun((run) => run.position)
  const last = useRun((run) => run.steps.length)
  const atUs = useRun((run) => run.steps[run.position - 1]?.atUs ?? 0)
  const time = timeParts(atUs, language)
  return (
    <div className="position-readout">
      {/* As wide as the longest of the run, so that the track does not move while the run plays. */}
      <span className="position-step" style={{ minWidth: `${String(last).length * 2 + 3}ch` }}>
        <b>{position}</b> / {last}
      </span>
      <span className="position-time" title={t('timeHint')}>
        <b>{time.number}</b> {t(`unit.${time.unit}`)}
      </span>
    </div>
  )
}
