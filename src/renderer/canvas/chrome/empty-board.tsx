/** A board with nothing on it says how to begin. */
import { MousePointerClick } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../../state/board'
import { Button } from '../../ui/button'
import { useModel } from '../model/board-model'
import { placeItem } from '../model/place'
import { toBoard } from '../view/view'
import { useView } from '../view/view-store'

export const EmptyBoard = memo(function EmptyBoard() {
  const { t } = useTranslation('canvas')
  const isEmpty = useModel(
    ({ scenario: { services, zones = [], notes = [] } }) =>
      services.length + zones.length + notes.length === 0,
  )
  const isPlacing = useBoard((board) => board.placing !== null)
  if (!isEmpty || isPlacing) return null
  return (
    <div className="empty-board">
      <MousePointerClick size={28} aria-hidden="true" />
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.words')}</p>
      <div className="empty-board-buttons" data-board-chrome>
        <Button onClick={() => placeInMiddle('client')}>{t('empty.client')}</Button>
        <Button onClick={() => placeInMiddle('orders')}>{t('empty.orders')}</Button>
      </div>
    </div>
  )
})

function placeInMiddle(paletteId: string): void {
  const { view, size } = useView.getState()
  placeItem(paletteId, toBoard(view, { x: size.width / 2, y: size.height / 2 }))
}
