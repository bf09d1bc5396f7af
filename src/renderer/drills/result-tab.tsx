/** What the checks said: the score, then each of them, why, and the run that shows it. */
import { useTranslation } from 'react-i18next'
import { textIn } from '../../shared/scenario/text'
import { useDrill } from '../state/drill'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { CheckRow } from './check-row'

export function ResultTab() {
  const { t } = useTranslation('drills')
  const status = useDrill((state) => state.status)
  const grade = useDrill((state) => state.grade)
  const { check } = useDrill.getState()
  if (status === 'checking') return <Checking />
  if (status === 'failed') return <p className="drill-view drill-note">{t('failed')}</p>
  if (grade === null) {
    return (
      <div className="drill-view">
        <p className="drill-note">{t('notChecked')}</p>
        <div className="drill-actions">
          <Button tone="primary" onClick={check}>
            {t('check')}
          </Button>
        </div>
      </div>
    )
  }
  const right = grade.checks.filter((one) => one.status === 'passed').length
  return (
    <div className="drill-view">
      <div className="drill-score" role="status">
        <strong>{Math.round(grade.score * 100)} %</strong>
        <span>
          {grade.passed ? t('allPassed') : t('passed', { right, of: grade.checks.length })}
          {grade.hints > 0 && ` ${t('hintsCost', { count: grade.hints })}`}
        </span>
        <Button small onClick={check}>
          {t('checkAgain')}
        </Button>
      </div>
      <ul className="drill-checks">
        {grade.checks.map((one) => (
          <CheckRow key={one.id} check={one} />
        ))}
      </ul>
    </div>
  )
}

function Checking() {
  const { t } = useTranslation('drills')
  const progress = useDrill((state) => state.progress)
  const drill = useDrill((state) => state.drill)
  const language = useSettings((settings) => settings.language)
  const check = drill?.checks.find(({ id }) => id === progress?.check)
  const { done = 0, of = 1, search } = progress ?? {}
  return (
    <div className="drill-view" role="status">
      <progress max={of} value={done} aria-label={t('checking')} />
      <p>{check ? textIn(check.title, language) : t('checking')}</p>
      {search && <p className="drill-note">{t('searched', { count: search.states })}</p>}
    </div>
  )
}
