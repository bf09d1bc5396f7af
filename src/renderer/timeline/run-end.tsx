/** Why the run shown goes no further, said over the end of the track once it is reached. */
import { useTranslation } from 'react-i18next'
import { useRun } from '../state/run'

export function RunEnd() {
  const { t } = useTranslation('run')
  const end = useRun((run) => run.trace?.end)
  const last = useRun((run) => run.steps.length)
  const reached = useRun((run) => run.position >= run.steps.length)
  // A limit is worth knowing from the start: what is shown then is not the whole run.
  if (!end || !(reached || end === 'limit')) return null
  return (
    <span className={end === 'limit' ? 'run-end run-end-limit' : 'run-end'}>
      {t(end === 'limit' ? 'end.limit' : 'end.quiescent', { count: last })}
    </span>
  )
}
