/** Which gesture a press begins, from what is under it, the tool in hand and the mode. */
import { useBoard } from '../../state/board'
import { useModel } from '../model/board-model'
import { placedBounds, serviceAt, targetAt } from '../model/hit-test'
import { useOverlay } from '../model/overlay'
import { placeItem } from '../model/place'
import { useView } from '../view/view-store'
import { cancelConnecting, endLine, pullLine } from './connect-gesture'
import { pressThing } from './drag-gesture'
import type { Gesture, PointerAt } from './gesture'
import { pressBoard } from './marquee-gesture'
import { pullCorner } from './resize-gesture'
import { RESIZE_GRIPS } from './resized-bounds'

/** `element`: what was pressed in the page; handles and grips are known by their data attributes. */
export function gestureFor(element: Element, at: PointerAt): Gesture {
  const { mode, tool, placing } = useBoard.getState()
  if (mode === 'edit') {
    if (placing !== null) return placeOnRelease(placing)
    const { connecting } = useOverlay.getState()
    if (connecting) return endLine(connecting.from)
    const grip = pressedGrip(element)
    if (grip) return grip
    const handle = element.closest('[data-handle-of]')?.getAttribute('data-handle-of')
    if (handle) return pullLine(handle)
    if (tool === 'connect') {
      const from = serviceAt(useModel.getState(), at.board)
      return from === null ? pressBoard(at) : pullLine(from)
    }
  }
  const target = targetAt(useModel.getState(), at.board, useView.getState().view.zoom)
  return target.on === 'board' ? pressBoard(at) : pressThing(target, at)
}

function pressedGrip(element: Element): Gesture | null {
  const pressed = element.closest<HTMLElement>('[data-grip]')
  if (!pressed) return null
  const grip = RESIZE_GRIPS.find((one) => one === pressed.dataset.grip)
  const { scenario } = useModel.getState()
  const id = pressed.dataset.gripOf
  const zone = scenario.zones?.find((one) => one.id === id)
  if (grip && zone) return pullCorner({ on: 'zone', id: zone.id }, placedBounds(zone), grip)
  const note = scenario.notes?.find((one) => one.id === id)
  if (grip && note) return pullCorner({ on: 'note', id: note.id }, placedBounds(note), grip)
  return null
}

function placeOnRelease(paletteId: string): Gesture {
  return {
    panning: false,
    move: () => {},
    end: (at) => {
      placeItem(paletteId, at.board)
      // With Shift held, the same thing is placed again and again.
      if (!at.shift) useBoard.getState().setPlacing(null)
    },
    cancel: cancelConnecting,
  }
}
