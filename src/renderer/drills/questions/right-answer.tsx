/** What is right, for the model answer. */
import type { Question } from '../../../shared/drills/question'
import { textIn } from '../../../shared/scenario/text'
import { useSettings } from '../../state/settings'

export function RightAnswer({ question }: { readonly question: Question }) {
  const language = useSettings((settings) => settings.language)
  if ('sample' in question) return <blockquote>{textIn(question.sample, language)}</blockquote>
  if ('order' in question)
    return (
      <ol>
        {question.order.map(({ id, text }) => (
          <li key={id}>{textIn(text, language)}</li>
        ))}
      </ol>
    )
  if ('choose' in question)
    return (
      <ul>
        {question.choose.map(({ id, text, right, why }) => (
          <li key={id} className={right ? 'right-answer' : 'wrong-answer'}>
            {right ? '✓ ' : '✗ '}
            {textIn(text, language)}
            {why && <small>{textIn(why, language)}</small>}
          </li>
        ))}
      </ul>
    )
  return (
    <ul>
      {question.match.map((item) => {
        const partner = question.to.find(({ id }) => id === item.with)
        return (
          <li key={item.id} className="right-answer">
            {textIn(item.text, language)} → {partner && textIn(partner.text, language)}
            {item.why && <small>{textIn(item.why, language)}</small>}
          </li>
        )
      })}
    </ul>
  )
}
