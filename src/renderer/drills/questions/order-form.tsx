/** Things to be put in order, by dragging or with the arrow keys. */
import { useTranslation } from 'react-i18next'
import { type Text, textIn } from '../../../shared/scenario/text'
import { useDrill } from '../../state/drill'
import { useSettings } from '../../state/settings'
import { ReorderList } from '../../ui/reorder-list'
import { shuffled } from './shuffled'

export function OrderForm({
  id,
  items,
}: {
  readonly id: string
  readonly items: readonly { readonly id: string; readonly text: Text }[]
}) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const given = useDrill((state) => state.session.answers[id])
  const ids = Array.isArray(given) ? given : shuffled(items).map((item) => item.id)
  const textOf = (item: string) => {
    const found = items.find((one) => one.id === item)
    return found === undefined ? item : textIn(found.text, language)
  }
  const move = (from: number, to: number) => {
    const moved = ids[from]
    if (moved === undefined) return
    useDrill.getState().answer(id, ids.toSpliced(from, 1).toSpliced(to, 0, moved))
  }
  return (
    <ReorderList
      items={ids.map((item) => ({ name: textOf(item), content: <span>{textOf(item)}</span> }))}
      gripLabel={(name) => t('move', { name })}
      onMove={move}
    />
  )
}
