/** Pulling a corner or side of a zone or note. */
import type { Bounds } from '../../../shared/drawing/shape'
import { commitGesture } from '../model/board-model'
import { clearPreview, usePreview } from '../model/preview'
import type { Gesture, PointerAt } from './gesture'
import { type ResizeGrip, resizedBounds } from './resized-bounds'
import { hideGuides, snapGround, snappedPlace } from './snapping'

export function pullCorner(
  thing: { readonly on: 'zone' | 'note'; readonly id: string },
  bounds: Bounds,
  grip: ResizeGrip,
): Gesture {
  const ground = snapGround(new Set([thing.id]))
  const boundsAt = (at: PointerAt) =>
    resizedBounds(bounds, grip, snappedPlace(at.board, ground, at))
  return {
    panning: true,
    move: (at) => usePreview.setState({ resized: { id: thing.id, bounds: boundsAt(at) } }),
    end: (at, moved) => {
      const { x, y, width, height } = boundsAt(at)
      hideGuides()
      if (!moved) return
      const changes = { position: { x, y }, size: { width, height } }
      const edit = thing.on === 'zone' ? 'updateZone' : 'updateNote'
      commitGesture([{ edit, id: thing.id, changes }])
    },
    cancel: () => {
      hideGuides()
      clearPreview()
    },
  }
}
