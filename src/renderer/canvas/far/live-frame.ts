/** Where the canvas of what is dragged stands, and how large it is. Pure. */
import type { Bounds } from '../../../shared/drawing/shape'
import type { Size } from '../../../shared/scenario/place'
import { grown, isOverlapping } from '../view/bounds'
import { toScreen, type View } from '../view/view'

/** Room around what moves for its outline, its shadow and the ends of its lines. CSS pixels. */
const LIVE_ROOM_PX = 16
/** A new size is a new canvas: it grows by so much at a time. CSS pixels. */
const LIVE_STEP_PX = 64

/**
 * The part of the board's window, in CSS pixels, that shows all there is to see of `around` (board units): no
 * smaller than `before`, never larger than the window; null when out of sight.
 */
export function liveFrame(around: Bounds, view: View, size: Size, before: Size): Bounds | null {
  const corner = toScreen(view, around)
  const wanted = grown(
    { ...corner, width: around.width * view.zoom, height: around.height * view.zoom },
    LIVE_ROOM_PX,
  )
  if (!isOverlapping(wanted, { x: 0, y: 0, ...size })) return null
  const span = (start: number, length: number, most: number, least: number) => {
    const from = Math.max(0, Math.floor(start))
    const needed = Math.min(most, Math.ceil(start + length)) - from
    const stepped = LIVE_STEP_PX * Math.ceil(needed / LIVE_STEP_PX)
    const given = Math.min(most, Math.max(stepped, least))
    return [Math.min(from, most - given), given] as const
  }
  const [x, width] = span(wanted.x, wanted.width, Math.ceil(size.width), before.width)
  const [y, height] = span(wanted.y, wanted.height, Math.ceil(size.height), before.height)
  return { x, y, width, height }
}
