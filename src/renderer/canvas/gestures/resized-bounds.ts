/** The arithmetic of pulling a corner. Board units. */
import type { Bounds } from '../../../shared/drawing/shape'

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
