/** After a check: why what was chosen wrongly is wrong. What is right stands with the model answer. */
import type { Question } from '../../../shared/drills/question'
import { textIn } from '../../../shared/scenario/text'
import { useDrill } from '../../state/drill'
import { useSettings } from '../../state/settings'

export function QuestionReview({
  id,
  question,
}: {
  readonly id: string
  readonly question: Question
}) {
  const language = useSettings((settings) => settings.language)
  const given = useDrill((state) => state.session.answers[id])
  const chosen = new Set(Array.isArray(given) ? given : [])
  const wrong =
    'choose' in question
      ? question.choose.filter((one) => chosen.has(one.id) && !one.right && one.why)
      : []
  if (wrong.length === 0 && question.why === undefined) return null
  return (
    <div className="question-review">
      {wrong.map((one) => (
        <p key={one.id}>
          {textIn(one.text, language)}: {one.why && textIn(one.why, language)}
        </p>
      ))}
      {question.why && <p>{textIn(question.why, language)}</p>}
    </div>
  )
}
