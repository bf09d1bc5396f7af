/** Where the picker of a line stands: beside the line's middle, on the canvas whole, off boxes and labels. */
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point, Size } from '../../../shared/scenario/place'
import { isOverlapping, isPointIn } from '../view/bounds'
import { shownBounds, toScreen, type View } from '../view/view'

export const PICKER: Size = { width: 326, height: 92 }
const GAP_PX = 14

interface PlacedLine {
  readonly points: readonly Point[]
  readonly label: { readonly box: Bounds }
}

const ASIDE_PX = [0, -110, 110] as const

/**
 * CSS pixels on the canvas, where it covers least of `boxes` (board units); null when the line is out of sight.
 */
export function pickerPlace(
  line: PlacedLine,
  boxes: Iterable<Bounds>,
  view: View,
  size: Size,
): { readonly left: number; readonly top: number } | null {
  const shown = shownBounds(view, size)
  const inSight = line.points.filter((point) => isPointIn(point, shown))
  const anchor = inSight[Math.floor(inSight.length / 2)]
  if (!anchor) return null
  const at = toScreen(view, anchor)
  const label = hasLabel(line) ? onScreen(line.label.box, view) : { ...at, width: 0, height: 0 }
  const covered = [...boxes].filter((box) => isOverlapping(box, shown))
  const rows = [
    Math.min(at.y, label.y) - GAP_PX - PICKER.height,
    Math.max(at.y, label.y + label.height) + GAP_PX,
  ]
  const places = rows.flatMap((top) =>
    ASIDE_PX.map((aside) => ({
      left: between(at.x - PICKER.width / 2 + aside, 8, size.width - PICKER.width - 8),
      top: between(top, 8, size.height - PICKER.height - 8),
    })),
  )
  const cost = (place: { left: number; top: number }) => {
    const picker = { x: place.left, y: place.top, ...PICKER }
    const hidden = [label, ...covered.map((box) => onScreen(box, view))]
    return hidden.reduce((sum, box) => sum + sharedArea(picker, box), 0)
  }
  // Of equal places the first: above the line, in its middle.
  return places.reduce((best, place) => (cost(place) < cost(best) ? place : best))
}

function onScreen(box: Bounds, view: View): Bounds {
  const { zoom } = view
  return { ...toScreen(view, box), width: box.width * zoom, height: box.height * zoom }
}

function sharedArea(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

function hasLabel({ label }: PlacedLine): boolean {
  return label.box.width > 0
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
