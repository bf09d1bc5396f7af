/** Everything that keeps the scenario from running, each with what to do. */
import { useTranslation } from 'react-i18next'
import { ProblemRow } from './problem-row'
import { useErrors } from './use-errors'

export function ProblemList() {
  const { t } = useTranslation('run')
  const problems = useErrors()
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
