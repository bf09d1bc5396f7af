/** Adding a connected service by keys: its place is found, and the board asks which service it shall be. */
import { useSelection } from '../../state/selection'
import { type Direction, placeBeside } from '../model/beside'
import { useModel } from '../model/board-model'
import { setOverlay } from '../model/overlay'
import { shownBounds, viewRevealing } from '../view/view'
import { moveView, useView } from '../view/view-store'

const USUAL = { width: 180, height: 72 }

export function quickAdd(direction: Direction): void {
  const [from] = useSelection.getState().ids
  const { services } = useModel.getState()
  const box = from === undefined ? undefined : services.get(from)
  if (from === undefined || !box) return
  const at = placeBeside(box, direction, USUAL, [...services.values()])
  const { view, size } = useView.getState()
  const place = { x: at.x - USUAL.width / 2, y: at.y - USUAL.height / 2, ...USUAL }
  const shown = viewRevealing(view, place, size)
  if (shown !== view && shownBounds(view, size).width > 0) moveView(shown)
  setOverlay({
    connecting: { from, to: at, target: null },
    appending: { from, at, by: 'keys' },
  })
}
