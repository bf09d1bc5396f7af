/** Which gesture a press begins, from what is under it, the tool in hand and the mode. */
import { useBoard } from '../../state/board'
import { heldPart } from '../chrome/line-handles'
import { useModel } from '../model/board-model'
import { placedBounds, serviceAt, targetAt } from '../model/hit-test'
import { useOverlay } from '../model/overlay'
import { useView } from '../view/view-store'
import { endLine, pullLine } from './connect-gesture'
import { pressThing } from './drag-gesture'
import { drawBox } from './draw-box-gesture'
import type { Gesture, PointerAt } from './gesture'
import { pressBoard } from './marquee-gesture'
import { pullEnd } from './reconnect-gesture'
import { pullCorner } from './resize-gesture'
import { RESIZE_GRIPS } from './resized-bounds'
import { pullWaypoint } from './waypoint-gesture'

/** `element`: what was pressed in the page; handles and grips are known by their data attributes. */
export function gestureFor(element: Element, at: PointerAt): Gesture {
  const { mode, tool, placing } = useBoard.getState()
  if (mode === 'edit') {
    if (placing !== null) return drawBox(placing, at)
    if (tool === 'zone') return drawBox('boundary', at)
    const { connecting } = useOverlay.getState()
    if (connecting) return endLine(connecting.from)
    const grip = pressedGrip(element) ?? pressedLinePart(element)
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

function pressedLinePart(element: Element): Gesture | null {
  const held = heldPart(element)
  if (!held) return null
  switch (held.part) {
    case 'from':
    case 'to':
      return pullEnd(held.id, held.part)
    case 'bend':
    case 'point':
      return pullWaypoint(held.id, held.index, held.part === 'bend')
  }
}
