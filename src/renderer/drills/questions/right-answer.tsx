/** What is right, for the model answer. */
import { packetOptions, rightPacket } from '../../../shared/drills/packet-question'
import type { Question } from '../../../shared/drills/question'
import { textIn } from '../../../shared/scenario/text'
import { useSettings } from '../../state/settings'
import { RightTable } from './right-table'

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
  if ('packet' in question) {
    const right = rightPacket(question.packet)
    const found = packetOptions(question.packet).find(({ id }) => id === right)
    return <p>{found && `${found.packet.seq}. ${found.packet.title}`}</p>
  }
  if ('request' in question) return <pre className="right-request">{question.request.sample}</pre>
  if ('table' in question) return <RightTable table={question.table} />
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
