/** A text of one's own, then the sample beside it, then how they compare: only the user can say. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MARKS } from '../../../shared/drills/answer'
import { type Text, textIn } from '../../../shared/scenario/text'
import { useDrill } from '../../state/drill'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/button'
import { Segmented } from '../../ui/segmented'
import { TextField } from '../../ui/text-field'

const UNMARKED = 'unmarked'

export function SampleForm({
  id,
  sample,
  label,
}: {
  readonly id: string
  readonly sample: Text
  readonly label: string
}) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const given = useDrill((state) => state.session.answers[id])
  const own = given !== undefined && 'text' in given ? given : { text: '' }
  const [isShown, setShown] = useState(own.mark !== undefined)
  const { answer } = useDrill.getState()
  return (
    <div className="question-sample">
      <TextField
        label={label}
        rows={4}
        value={own.text}
        maxLength={20_000}
        onChange={(text) => answer(id, { ...own, text })}
      />
      {!isShown && (
        <Button small aria-disabled={own.text.trim() === ''} onClick={() => setShown(true)}>
          {t('compare')}
        </Button>
      )}
      {isShown && (
        <>
          <blockquote>{textIn(sample, language)}</blockquote>
          <Segmented
            label={t('mark')}
            value={own.mark ?? UNMARKED}
            segments={MARKS.map((value) => ({ value, label: t(`mark.${value}`) }))}
            onChange={(mark) => {
              if (mark !== UNMARKED) answer(id, { ...own, mark })
            }}
          />
        </>
      )}
    </div>
  )
}
