/** Pulling a corner or side of a zone or note. */
import type { Bounds } from '../../../shared/drawing/shape'
import { useBoard } from '../../state/board'
import { commitGesture } from '../model/board-model'
import { clearPreview, usePreview } from '../model/preview'
import type { Gesture, PointerAt } from './gesture'
import { snappedPoint } from './snap'

export type ResizeGrip = 'nw' | 'ne' | 'sw' | 'se'

export const RESIZE_GRIPS: readonly ResizeGrip[] = ['nw', 'ne', 'sw', 'se']

const SIZE_MIN = 40

/** The rectangle after one corner went to `to`; the opposite corner stays. */
export function resizedBounds(
  bounds: Bounds,
  grip: ResizeGrip,
  to: { readonly x: number; readonly y: number },
): Bounds {
  const right = bounds.x + bounds.width
  const bottom = bounds.y + bounds.height
  const isWest = grip === 'nw' || grip === 'sw'
  const isNorth = grip === 'nw' || grip === 'ne'
  const x = isWest ? Math.min(to.x, right - SIZE_MIN) : bounds.x
  const y = isNorth ? Math.min(to.y, bottom - SIZE_MIN) : bounds.y
  return {
    x,
    y,
    width: isWest ? right - x : Math.max(SIZE_MIN, to.x - bounds.x),
    height: isNorth ? bottom - y : Math.max(SIZE_MIN, to.y - bounds.y),
  }
}

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
