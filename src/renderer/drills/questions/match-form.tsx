/** Each of several things with what it goes with; things that are boards are shown as pictures. */
import { useTranslation } from 'react-i18next'
import type { Label, Matched } from '../../../shared/drills/label'
import { textIn } from '../../../shared/scenario/text'
import { useDrill } from '../../state/drill'
import { useSettings } from '../../state/settings'
import { FieldRow } from '../../ui/field-row'
import { Select } from '../../ui/select'
import { BoardPicture } from './board-picture'
import { shuffled } from './shuffled'

const NOTHING = ''

export function MatchForm({
  id,
  items,
  partners,
}: {
  readonly id: string
  readonly items: readonly Matched[]
  readonly partners: readonly Label[]
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
  const field = (item: Matched, isWide: boolean) => {
    const label = textIn(item.text, language)
    return (
      <FieldRow key={item.id} label={label} wide={isWide}>
        {(control) => (
          <Select
            id={control}
            label={label}
            value={pairs[item.id] ?? NOTHING}
            options={options}
            onChange={(partner) => pair(item.id, partner)}
          />
        )}
      </FieldRow>
    )
  }
  const boards = useDrill((state) => state.drill?.boards) ?? {}
  const boardOf = ({ board }: Matched) => (board === undefined ? undefined : boards[board])
  if (!items.some(boardOf))
    return <div className="question-pairs">{shuffled(items).map((item) => field(item, false))}</div>
  // Pictures have names of their own, in whose order one looks for them.
  return (
    <ul className="question-pictures">
      {items.map((item) => {
        const board = boardOf(item)
        return (
          <li key={item.id}>
            {board && <BoardPicture board={board} name={textIn(item.text, language)} />}
            {field(item, true)}
          </li>
        )
      })}
    </ul>
  )
}
