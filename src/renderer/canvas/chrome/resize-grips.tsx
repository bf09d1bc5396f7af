/** The corners by which one selected zone or note is pulled larger or smaller. */
import { memo } from 'react'
import { useBoard } from '../../state/board'
import { useSelection } from '../../state/selection'
import { RESIZE_GRIPS } from '../gestures/resized-bounds'
import { useModel } from '../model/board-model'
import { placedBounds } from '../model/hit-test'
import type { BoardModel } from '../model/next-model'
import { toScreen } from '../view/view'
import { useView } from '../view/view-store'

export const ResizeGrips = memo(function ResizeGrips() {
  const id = useSelection(({ ids }) => (ids.size === 1 ? ([...ids][0] ?? null) : null))
  const thing = useModel((model) => (id === null ? undefined : resizable(model, id)))
  const isNaming = useBoard((board) => board.naming !== null)
  const view = useView((state) => (thing ? state.view : null))
  if (!thing || !view || isNaming) return null
  const { x, y, width, height } = placedBounds(thing)
  return RESIZE_GRIPS.map((grip) => {
    const corner = toScreen(view, {
      x: grip.endsWith('w') ? x : x + width,
      y: grip.startsWith('n') ? y : y + height,
    })
    return (
      <span
        key={grip}
        className={`grip grip-${grip}`}
        data-grip={grip}
        data-grip-of={thing.id}
        style={{ left: corner.x, top: corner.y }}
        aria-hidden="true"
      />
    )
  })
})

function resizable({ scenario }: BoardModel, id: string) {
  return (
    scenario.zones?.find((zone) => zone.id === id) ?? scenario.notes?.find((note) => note.id === id)
  )
}
