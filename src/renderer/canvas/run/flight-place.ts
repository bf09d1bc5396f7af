/** Where a moving message is shown, a pure function of the virtual time; and how large marks are far out. */

import { flightPoint } from '../../../shared/drawing/flight-shapes'
import type { LineDrawing } from '../../../shared/drawing/line-layout'
import type { Shape } from '../../../shared/drawing/shape'
import type { Flight } from '../../../shared/engine/moment'
import type { Point } from '../../../shared/scenario/place'

/** Virtual time bounded to the flight, and the point of the line it has come to. */
export function flightPlace(
  flight: Flight,
  line: LineDrawing,
  nowUs: number,
): { readonly atUs: number; readonly point: Point } {
  const atUs = Math.min(flight.arrivesUs, Math.max(flight.sentUs, nowUs))
  return { atUs, point: flightPoint(flight, line, atUs) }
}

/** How far from its middle a message is met, in board units before it is magnified: as it is drawn. */
const REACH = { x: 30, y: 14 }

/** The message drawn topmost under a point. */
export function flightAt(
  flights: readonly Flight[],
  lines: ReadonlyMap<string, LineDrawing>,
  { point, nowUs, zoom }: { readonly point: Point; readonly nowUs: number; readonly zoom: number },
): Flight | undefined {
  const scale = magnification(zoom)
  return flights.findLast((flight) => {
    const line = lines.get(flight.connection)
    if (!line) return false
    const { x, y } = flightPlace(flight, line, nowUs).point
    return Math.abs(point.x - x) <= REACH.x * scale && Math.abs(point.y - y) <= REACH.y * scale
  })
}

/** Far out a message is drawn larger than life: it is what one looks for. */
export function magnification(zoom: number): number {
  return Math.max(1, Math.min(4, 0.7 / zoom))
}

/** The same shapes with strokes at least so wide (board units). */
export function widened(shapes: readonly Shape[], widthMin: number): readonly Shape[] {
  return shapes.map((shape) => {
    if (shape.shape === 'text' || shape.shape === 'group' || !shape.stroke) return shape
    const width = Math.max(shape.stroke.width, widthMin)
    return { ...shape, stroke: { ...shape.stroke, width } }
  })
}
