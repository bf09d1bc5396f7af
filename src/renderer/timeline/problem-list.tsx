/** Everything that keeps the scenario from running, each with what to do. */
import { useTranslation } from 'react-i18next'
import { useRun } from '../state/run'
import { ProblemRow } from './problem-row'

export function ProblemList() {
  const { t } = useTranslation('run')
  const problems = useRun((run) => run.problems)
  return (
    <div className="problem-list">
      <p>{t('problems.words')}</p>
      <ol>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.path}`}>
            <ProblemRow problem={problem} />
          </li>
        ))}
      </ol>
    </div>
  )
}
