/** The pointer over the board with no button down: what it rests on, the ghost, the hanging line. */
import { useBoard } from '../../state/board'
import { useModel } from '../model/board-model'
import { targetAt } from '../model/hit-test'
import { setOverlay, type Target, useOverlay } from '../model/overlay'
import { useView } from '../view/view-store'
import { follow } from './connect-gesture'
import type { PointerAt } from './gesture'

let latest: PointerAt | null = null
let frame = 0

/** At most once a frame: a mouse reports a thousand times a second. */
export function hoverAt(at: PointerAt): void {
  latest = at
  if (frame === 0) frame = requestAnimationFrame(settle)
}

function settle(): void {
  frame = 0
  if (!latest) return
  const at = latest
  const { placing, setPointer } = useBoard.getState()
  setPointer(at.board)
  if (placing !== null) {
    setOverlay({ ghost: { paletteId: placing, at: at.board } })
    return
  }
  const { connecting, appending, hovered } = useOverlay.getState()
  if (connecting && !appending) follow(connecting.from, at)
  const target = targetAt(useModel.getState(), at.board, useView.getState().view.zoom)
  if (!isSameTarget(target, hovered)) setOverlay({ hovered: target })
}

function isSameTarget(a: Target, b: Target): boolean {
  return a.on === b.on && (a.on === 'board' || b.on === 'board' || a.id === b.id)
}
