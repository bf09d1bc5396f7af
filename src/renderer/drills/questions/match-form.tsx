/** Each of several things with what it goes with. */
import { useTranslation } from 'react-i18next'
import { type Text, textIn } from '../../../shared/scenario/text'
import { useDrill } from '../../state/drill'
import { useSettings } from '../../state/settings'
import { FieldRow } from '../../ui/field-row'
import { Select } from '../../ui/select'
import { shuffled } from './shuffled'

interface Item {
  readonly id: string
  readonly text: Text
}

const NOTHING = ''

export function MatchForm({
  id,
  items,
  partners,
}: {
  readonly id: string
  readonly items: readonly Item[]
  readonly partners: readonly Item[]
}) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const given = useDrill((state) => state.session.answers[id])
  const pairs = given !== undefined && 'pairs' in given ? given.pairs : {}
  const options = [
    { value: NOTHING, label: t('choose') },
    ...partners.map(({ id: value, text }) => ({ value, label: textIn(text, language) })),
  ]
  const pair = (item: string, partner: string) => {
    const { [item]: _before, ...others } = pairs
    const next = partner === NOTHING ? others : { ...others, [item]: partner }
    useDrill.getState().answer(id, { pairs: next })
  }
  return (
    <div className="question-pairs">
      {shuffled(items).map((item) => {
        const label = textIn(item.text, language)
        return (
          <FieldRow key={item.id} label={label}>
            {(field) => (
              <Select
                id={field}
                label={label}
                value={pairs[item.id] ?? NOTHING}
                options={options}
                onChange={(partner) => pair(item.id, partner)}
              />
            )}
          </FieldRow>
        )
      })}
    </div>
  )
}
