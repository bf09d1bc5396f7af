/** After a check: why what was chosen wrongly is wrong. What is right stands with the model answer. */
import { useTranslation } from 'react-i18next'
import type { Question } from '../../../shared/drills/question'
import { runsOf, wrongCells } from '../../../shared/drills/table-words'
import { textIn } from '../../../shared/scenario/text'
import { useDrill } from '../../state/drill'
import { useSettings } from '../../state/settings'
import { RunsTable } from './right-table'

export function QuestionReview({
  id,
  question,
}: {
  readonly id: string
  readonly question: Question
}) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const given = useDrill((state) => state.session.answers[id])
  const chosen = new Set(Array.isArray(given) ? given : [])
  const wrong =
    'choose' in question
      ? question.choose.filter((one) => chosen.has(one.id) && !one.right && one.why)
      : []
  const hasRuns = 'table' in question && runsOf(question.table, language).length > 0
  const slips = 'table' in question ? wrongCells(question.table, given, language) : []
  if (wrong.length + slips.length === 0 && !hasRuns && question.why === undefined) return null
  return (
    <div className="question-review">
      {wrong.map((one) => (
        <p key={one.id}>
          {textIn(one.text, language)}: {one.why && textIn(one.why, language)}
        </p>
      ))}
      {slips.length > 0 && (
        <p>
          {t('wrongCells')} {slips.join('; ')}.
        </p>
      )}
      {'table' in question && hasRuns && (
        <>
          <p>{t('measured')}</p>
          <RunsTable table={question.table} />
        </>
      )}
      {question.why && <p>{textIn(question.why, language)}</p>}
    </div>
  )
}
