/** Actions in the order in which they happen: to be added, removed, put in order, opened and changed. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ACTION_KINDS } from '../../../shared/scenario/action'
import { useSettings } from '../../state/settings'
import { ReorderList } from '../../ui/reorder-list'
import { placeAfterMove, withItem, withMoved } from '../with-field'
import { ActionRow } from './action-row'
import { actionWords } from './action-words'
import { AddActionMenu } from './add-action-menu'
import { type ActionListProps, NestedList } from './nested-list'
import './action-list.css'

export function ActionList({
  actions,
  scope,
  kinds = ACTION_KINDS,
  readOnly = false,
  onChange,
}: ActionListProps) {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const [open, setOpen] = useState<number | null>(null)
  const move = (from: number, to: number) => {
    onChange(withMoved(actions, from, to))
    // What was open stays open, wherever it has gone.
    setOpen(open === null ? null : placeAfterMove(open, from, to))
  }
  const remove = (place: number) => {
    onChange(withItem(actions, place, undefined))
    setOpen(open === null || open === place ? null : open > place ? open - 1 : open)
  }
  return (
    <NestedList value={ActionList}>
      <div className="action-list">
        {actions.length === 0 && <p className="inspector-text">{t('action.none')}</p>}
        <ReorderList
          gripLabel={(name) => t('action.move', { name })}
          disabled={readOnly}
          onMove={move}
          items={actions.map((action, place) => {
            const words = actionWords(action, scope, language)
            return {
              name: t(words.key, { ...words.values }),
              content: (
                <ActionRow
                  number={place + 1}
                  action={action}
                  scope={scope}
                  open={open === place}
                  readOnly={readOnly}
                  onOpen={() => setOpen(open === place ? null : place)}
                  onRemove={() => remove(place)}
                  onChange={(next, burst) => onChange(withItem(actions, place, next), burst)}
                />
              ),
            }
          })}
        />
        {!readOnly && (
          <AddActionMenu
            kinds={kinds}
            scope={scope}
            onAdd={(action) => {
              onChange([...actions, action])
              setOpen(actions.length)
            }}
          />
        )}
      </div>
    </NestedList>
  )
}
