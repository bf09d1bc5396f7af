/** Every kind of action, to be added at the end of a list. */
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Action, ActionKind } from '../../../shared/scenario/action'
import { Button } from '../../ui/button'
import { Menu, MenuItem } from '../../ui/menu'
import type { ActionScope } from './action-scope'
import { newAction } from './new-action'

export function AddActionMenu({
  kinds,
  scope,
  onAdd,
}: {
  readonly kinds: readonly ActionKind[]
  readonly scope: ActionScope
  readonly onAdd: (action: Action) => void
}) {
  const { t } = useTranslation('inspector')
  return (
    <Menu
      trigger={
        <Button small tone="quiet" icon={<Plus size={14} />} className="add-action">
          {t('action.add')}
        </Button>
      }
    >
      {kinds.map((kind) => {
        const made = newAction(kind, scope)
        const possible = 'action' in made
        return (
          <MenuItem
            key={kind}
            disabled={!possible}
            hint={t(possible ? `action.${kind}.about` : made.reason)}
            onSelect={() => possible && onAdd(made.action)}
          >
            {t(`action.${kind}`)}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
