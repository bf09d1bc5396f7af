/** How much of the drawing is worth painting at a zoom. The shapes are the drawing's; here some are left out. */
import type { LineDrawing } from '../../../shared/drawing/line-layout'
import { LINE_STYLES } from '../../../shared/drawing/line-style'
import type { Bounds, Shape } from '../../../shared/drawing/shape'

/** `whole`: as on a near board. `outlines`: bodies and courses, where a letter would be under four pixels. */
export type Level = 'whole' | 'outlines'

export function levelAt(zoom: number): Level {
  return zoom < 0.26 ? 'outlines' : 'whole'
}

/** The bodies of a service without its glyph, its shadow and its words. */
export function bodyShapes(shapes: readonly Shape[]): readonly Shape[] {
  return shapes.filter((shape) => {
    if (shape.shape === 'rect' || shape.shape === 'path') return shape.fill !== 'shade'
    return false
  })
}

/** A line's course in its protocol's colour, without dashes and ends. */
export function courseShapes(line: LineDrawing): readonly Shape[] {
  const { width } = LINE_STYLES[line.protocol]
  return [{ shape: 'path', d: line.path, stroke: { ink: line.ink, width } }]
}

/** Words outside the view are the dearest thing to paint for nothing. */
export function isTextShown(
  text: { readonly x: number; readonly y: number },
  shown: Bounds,
): boolean {
  const reach = 300
  return (
    text.y > shown.y - 20 &&
    text.y < shown.y + shown.height + 20 &&
    text.x > shown.x - reach &&
    text.x < shown.x + shown.width + reach
  )
}
