/** One question answered without the board, whatever its form. */
import { useTranslation } from 'react-i18next'
import type { Question } from '../../../shared/drills/question'
import { type Text, textIn } from '../../../shared/scenario/text'
import { useSettings } from '../../state/settings'
import { ChooseForm } from './choose-form'
import { MatchForm } from './match-form'
import { OrderForm } from './order-form'
import { PacketForm } from './packet-form'
import { RequestForm } from './request-form'
import { SampleForm } from './sample-form'
import { TableForm } from './table-form'
import './questions.css'

export function QuestionForm({
  id,
  title,
  question,
}: {
  readonly id: string
  readonly title: Text
  readonly question: Question
}) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  return (
    <fieldset className="question">
      <legend>{textIn(title, language)}</legend>
      <p>{textIn(question.ask, language)}</p>
      {'order' in question && <OrderForm id={id} items={question.order} />}
      {'choose' in question && <ChooseForm id={id} options={question.choose} />}
      {'match' in question && <MatchForm id={id} items={question.match} partners={question.to} />}
      {'table' in question && <TableForm id={id} table={question.table} />}
      {'packet' in question && <PacketForm id={id} question={question.packet} />}
      {'request' in question && <RequestForm id={id} />}
      {'sample' in question && (
        <SampleForm id={id} sample={question.sample} label={t('yourText')} />
      )}
    </fieldset>
  )
}
