/** The menu of whatever was right-clicked: verbs while drawing, what could happen there while running. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../../state/board'
import { PointMenu } from '../../ui/menu'
import { setOverlay, useOverlay } from '../model/overlay'
import { ChoiceItems } from './choice-items'
import { BoardItems, LineItems, ServiceItems, ThingItems } from './edit-items'
import { TintItems } from './tint-items'

export const BoardMenu = memo(function BoardMenu() {
  const { t } = useTranslation('canvas')
  const menu = useOverlay((overlay) => overlay.menu)
  return (
    <PointMenu
      // Opened elsewhere it is another menu: an open one would keep its old place.
      key={menu ? `${menu.client.x} ${menu.client.y}` : 'closed'}
      at={menu?.client ?? null}
      label={t('menu.label')}
      onClose={() => setOverlay({ menu: null })}
    >
      {menu && <Items menu={menu} />}
    </PointMenu>
  )
})

type OpenMenu = NonNullable<ReturnType<typeof useOverlay.getState>['menu']>

function Items({ menu }: { readonly menu: OpenMenu }) {
  const isRunning = useBoard((board) => board.mode === 'run')
  const { target } = menu
  if (isRunning) return <ChoiceItems target={target} />
  switch (target.on) {
    case 'service':
      return <ServiceItems id={target.id} />
    case 'line':
      return <LineItems id={target.id} />
    case 'zone':
      return <ThingItems />
    case 'note':
      return (
        <>
          <TintItems id={target.id} />
          <ThingItems />
        </>
      )
    case 'board':
      return <BoardItems at={menu.board} />
  }
}
