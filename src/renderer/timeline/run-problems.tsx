/** Why the scenario does not run, in the bar: the first problem, how many more, and the way to the thing. */
import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRun } from '../state/run'
import { Button } from '../ui/button'
import { ProblemRow } from './problem-row'
import { useErrors } from './use-errors'

export function RunProblems() {
  const { t } = useTranslation('run')
  const errors = useErrors()
  const restart = useRun((run) => run.restart)
  const first = errors[0]
  return (
    <div className="run-notice" role="alert">
      <CircleAlert size={16} className="run-notice-bad" aria-hidden="true" />
      <b className="run-notice-head">{t('problems.head', { count: errors.length })}</b>
      {first && <ProblemRow problem={first} />}
      <Button onClick={restart}>{t('problems.again')}</Button>
    </div>
  )
}
