/** One problem as a sentence that says what to do, and a link that selects the thing it is about. */
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../shared/base/problem'
import { useDocument } from '../state/document'
import { useSelection } from '../state/selection'
import { wishViewport } from '../state/viewport'
import { thingAtPath } from './thing-at-path'

export function ProblemRow({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('run')
  const scenario = useDocument((document) => document.scenario)
  const thing = thingAtPath(scenario, problem.path)
  const show = () => {
    if (thing === undefined) return
    useSelection.getState().select([thing])
    wishViewport({ wish: 'reveal', ids: [thing] })
  }
  const text = t([`engine:${problem.code}`, `problems:${problem.code}`, 'problems.raw'], {
    ...problem.values,
    message: problem.message,
  })
  return (
    <span className="problem-row">
      <span className="problem-words" title={text}>
        {text}
      </span>
      {thing !== undefined && (
        <button type="button" className="link" onClick={show}>
          {t('problems.show')}
        </button>
      )}
    </span>
  )
}
