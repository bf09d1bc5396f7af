/** Where the picker of a line stands: beside the line's middle, on the canvas whole, off the line's label. */
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point, Size } from '../../../shared/scenario/place'
import { isPointIn } from '../view/bounds'
import { shownBounds, toScreen, type View } from '../view/view'

const PICKER: Size = { width: 334, height: 104 }
const GAP_PX = 14

interface PlacedLine {
  readonly points: readonly Point[]
  readonly label: { readonly box: Bounds }
}

/** CSS pixels on the canvas; null when the line is out of sight. */
export function pickerPlace(
  line: PlacedLine,
  view: View,
  size: Size,
): { readonly left: number; readonly top: number } | null {
  const shown = shownBounds(view, size)
  const inSight = line.points.filter((point) => isPointIn(point, shown))
  const anchor = inSight[Math.floor(inSight.length / 2)]
  if (!anchor) return null
  const at = toScreen(view, anchor)
  const highest = Math.min(at.y, hasLabel(line) ? toScreen(view, line.label.box).y : at.y)
  const below = Math.max(
    at.y,
    hasLabel(line) ? toScreen(view, line.label.box).y + line.label.box.height * view.zoom : at.y,
  )
  const above = highest - GAP_PX - PICKER.height
  return {
    left: between(at.x - PICKER.width / 2, 8, size.width - PICKER.width - 8),
    top: above >= 8 ? above : between(below + GAP_PX, 8, size.height - PICKER.height - 8),
  }
}

function hasLabel({ label }: PlacedLine): boolean {
  return label.box.width > 0
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
