/** One problem as a sentence that says what to do, and a link that selects the thing it is about. */
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../shared/base/problem'
import { textIn } from '../../shared/scenario/text'
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { useSelection } from '../state/selection'
import { useSettings } from '../state/settings'
import { wishViewport } from '../state/viewport'
import { promiseAtPath, thingAtPath } from './thing-at-path'

export function ProblemRow({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('run')
  const language = useSettings((settings) => settings.language)
  const scenario = useDocument((document) => document.scenario)
  const thing = thingAtPath(scenario, problem.path)
  const promise = promiseAtPath(scenario, problem.path)
  // Put right in the inspector, which edits what is selected, and with nothing selected the promises.
  const show = () => {
    useBoard.getState().setMode('edit')
    useSelection.getState().select(thing === undefined ? [] : [thing])
    if (thing !== undefined) wishViewport({ wish: 'reveal', ids: [thing] })
  }
  const words = t([`engine:${problem.code}`, `problems:${problem.code}`, 'problems.raw'], {
    ...problem.values,
    message: problem.message,
  })
  const text = promise ? `${textIn(promise.title, language)}: ${words}` : words
  return (
    <span className="problem-row">
      <span className="problem-words" title={text}>
        {text}
      </span>
      <button type="button" className="link" onClick={show}>
        {t('problems.show')}
      </button>
    </span>
  )
}
