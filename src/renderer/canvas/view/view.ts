/**
 * The mathematics of looking at a board: where a board point is on screen and which view shows what.
 * Screen points are CSS pixels from the canvas's own corner. No store, no DOM.
 */
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point, Size } from '../../../shared/scenario/place'
import { grown } from './bounds'

/** screen = board * zoom + (x, y): React Flow's viewport. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export const ZOOM_MIN = 0.1
export const ZOOM_MAX = 4
/** Fitting a small drawing never makes it larger than life. */
const FIT_ZOOM_MAX = 1
const FIT_MARGIN_PX = 48
/** On a small canvas margins of that width would leave little between them. */
const FIT_MARGIN_SHARE = 0.08
const ZOOM_STEP = 1.25

export function toBoard(view: View, screen: Point): Point {
  return { x: (screen.x - view.x) / view.zoom, y: (screen.y - view.y) / view.zoom }
}

export function toScreen(view: View, board: Point): Point {
  return { x: board.x * view.zoom + view.x, y: board.y * view.zoom + view.y }
}

/** What of the board a canvas of this size shows, in board units. */
export function shownBounds(view: View, size: Size): Bounds {
  const corner = toBoard(view, { x: 0, y: 0 })
  return { ...corner, width: size.width / view.zoom, height: size.height / view.zoom }
}

/** Zoomed so that the board point under `screen` stays under it. */
export function zoomedAt(view: View, screen: Point, zoom: number, zoomMin = ZOOM_MIN): View {
  const bounded = Math.min(ZOOM_MAX, Math.max(zoomMin, zoom))
  const fixed = toBoard(view, screen)
  return {
    x: screen.x - fixed.x * bounded,
    y: screen.y - fixed.y * bounded,
    zoom: bounded,
  }
}

/** The next rung of the zoom ladder, which has 100 % among its rungs. */
export function zoomRung(zoom: number, direction: 'in' | 'out'): number {
  const rung = Math.log(zoom) / Math.log(ZOOM_STEP)
  const next = direction === 'in' ? Math.floor(rung + 1.01) : Math.ceil(rung - 1.01)
  return ZOOM_STEP ** next
}

/** The view with all of `bounds` in its middle. */
export function viewFitting(bounds: Bounds, size: Size, zoomMin = ZOOM_MIN): View {
  const width = Math.max(1, size.width - 2 * fitMargin(size.width))
  const height = Math.max(1, size.height - 2 * fitMargin(size.height))
  const wanted = Math.min(width / bounds.width, height / bounds.height, FIT_ZOOM_MAX)
  const zoom = Math.max(zoomMin, wanted)
  return {
    x: size.width / 2 - (bounds.x + bounds.width / 2) * zoom,
    y: size.height / 2 - (bounds.y + bounds.height / 2) * zoom,
    zoom,
  }
}

function fitMargin(length: number): number {
  return Math.min(FIT_MARGIN_PX, length * FIT_MARGIN_SHARE)
}

/**
 * As `viewFitting`, but where one of `boxes` would lie under what covers the lower right corner of the canvas, the
 * drawing is fitted into the room beside it or above it, whichever shows it larger.
 */
export function viewFittingBeside(
  bounds: Bounds,
  boxes: Iterable<Bounds>,
  size: Size,
  covered: Size,
  zoomMin = ZOOM_MIN,
): View {
  const view = viewFitting(bounds, size, zoomMin)
  const corner = toBoard(view, { x: size.width - covered.width, y: size.height - covered.height })
  const isUnder = ({ x, y, width, height }: Bounds) => x + width > corner.x && y + height > corner.y
  if (![...boxes].some(isUnder)) return view
  const beside = viewFitting(bounds, { ...size, width: size.width - covered.width }, zoomMin)
  const above = viewFitting(bounds, { ...size, height: size.height - covered.height }, zoomMin)
  return above.zoom > beside.zoom ? above : beside
}

/** How far out a board may be zoomed: always far enough to see all of it. */
export function zoomMinFor(bounds: Bounds | undefined, size: Size): number {
  if (!bounds || size.width === 0) return ZOOM_MIN
  const whole = Math.min(size.width / (bounds.width + 200), size.height / (bounds.height + 200))
  return Math.min(ZOOM_MIN, whole)
}

/** The nearest view that shows `bounds`: the same view when they are shown already. */
export function viewRevealing(view: View, bounds: Bounds, size: Size): View {
  const shown = shownBounds(view, size)
  const margin = Math.min(40 / view.zoom, shown.width / 6, shown.height / 6)
  const wanted = grown(bounds, margin)
  if (wanted.width > shown.width || wanted.height > shown.height) {
    return viewFitting(bounds, size)
  }
  const dx = shift(wanted.x, wanted.width, shown.x, shown.width)
  const dy = shift(wanted.y, wanted.height, shown.y, shown.height)
  if (dx === 0 && dy === 0) return view
  return { x: view.x - dx * view.zoom, y: view.y - dy * view.zoom, zoom: view.zoom }
}

/** How far a window must move along one axis to cover a span that fits into it. */
function shift(start: number, length: number, shownStart: number, shownLength: number): number {
  if (start < shownStart) return start - shownStart
  const end = start + length
  const shownEnd = shownStart + shownLength
  return end > shownEnd ? end - shownEnd : 0
}
