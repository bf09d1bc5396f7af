/** A raw HTTP request to type: line ends become CRLF, the body is sent as it stands. */
import { useTranslation } from 'react-i18next'
import { useDrill } from '../../state/drill'
import { TextField } from '../../ui/text-field'

const ROWS = 9

export function RequestForm({ id }: { readonly id: string }) {
  const { t } = useTranslation('drills')
  const given = useDrill((state) => state.session.answers[id])
  const typed = given !== undefined && 'text' in given ? given.text : ''
  return (
    <div className="question-request">
      <TextField
        label={t('yourRequest')}
        rows={ROWS}
        value={typed}
        maxLength={20_000}
        onChange={(text) => useDrill.getState().answer(id, { text })}
      />
      <p className="drill-note">{t('yourRequest.about')}</p>
    </div>
  )
}
