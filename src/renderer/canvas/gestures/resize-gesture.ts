/** Pulling a corner or side of a zone or note. */
import type { Bounds } from '../../../shared/drawing/shape'
import { useBoard } from '../../state/board'
import { commitGesture } from '../model/board-model'
import { clearPreview, usePreview } from '../model/preview'
import type { Gesture, PointerAt } from './gesture'
import { type ResizeGrip, resizedBounds } from './resized-bounds'
import { snappedPoint } from './snap'

export function pullCorner(
  thing: { readonly on: 'zone' | 'note'; readonly id: string },
  bounds: Bounds,
  grip: ResizeGrip,
): Gesture {
  const boundsAt = (at: PointerAt) =>
    resizedBounds(bounds, grip, snappedPoint(at.board, useBoard.getState().snapToGrid && !at.alt))
  return {
    panning: true,
    move: (at) => usePreview.setState({ resized: { id: thing.id, bounds: boundsAt(at) } }),
    end: (at, moved) => {
      if (!moved) return
      const { x, y, width, height } = boundsAt(at)
      const changes = { position: { x, y }, size: { width, height } }
      const edit = thing.on === 'zone' ? 'updateZone' : 'updateNote'
      commitGesture([{ edit, id: thing.id, changes }])
    },
    cancel: clearPreview,
  }
}
