/**
 * A finished painting under a view that has moved on: shifted and stretched by the compositor, which costs
 * nothing, for as long as it still covers what is shown. Pure.
 */
import type { Size } from '../../../shared/scenario/place'
import type { View } from '../view/view'

/** Painted beyond the view on every side, as a share of it: so far one pans without painting. */
const MARGIN_SHARE = 0.12

/** Stretched further than this, a painting is too coarse or too fine to look at even while it moves. */
const STRETCH_MAX = 1.7

export interface Stretch {
  /** Of the painting, whose upper left corner is a margin left of and above the view's. CSS pixels. */
  readonly x: number
  readonly y: number
  readonly scale: number
  /** No pixel is resampled: the painting looks as if painted just now. */
  readonly isCrisp: boolean
}

export function marginOf({ width, height }: Size): { readonly x: number; readonly y: number } {
  return { x: Math.ceil(width * MARGIN_SHARE), y: Math.ceil(height * MARGIN_SHARE) }
}

/** How a painting made for one view serves another; null where it must be painted anew. */
export function stretchFor(painted: View, now: View, size: Size): Stretch | null {
  const scale = now.zoom / painted.zoom
  if (scale > STRETCH_MAX || scale < 1 / STRETCH_MAX) return null
  const margin = marginOf(size)
  const x = now.x - painted.x * scale + margin.x * (1 - scale)
  const y = now.y - painted.y * scale + margin.y * (1 - scale)
  const left = x - margin.x
  const top = y - margin.y
  const isCovering =
    left <= 0 &&
    top <= 0 &&
    left + scale * (size.width + 2 * margin.x) >= size.width &&
    top + scale * (size.height + 2 * margin.y) >= size.height
  if (!isCovering) return null
  const isWhole = Number.isInteger(x) && Number.isInteger(y)
  return { x, y, scale, isCrisp: scale === 1 && isWhole }
}
