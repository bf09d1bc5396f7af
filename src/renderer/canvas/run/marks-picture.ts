/**
 * Marks on what is only painted, as a canvas of their own: a step paints anew the few places where it changed
 * a mark, and a message on its way paints none.
 */
import { lineMarkShapes, serviceMarkShapes } from '../../../shared/drawing/mark-shapes'
import type { Marks } from '../../../shared/drawing/marks'
import type { Bounds, Shape } from '../../../shared/drawing/shape'
import type { Palette } from '../../../shared/drawing/theme'
import { serviceById } from '../../../shared/scenario/lookup'
import { paintShapes } from '../far/painter'
import { useModel } from '../model/board-model'
import type { BoardModel } from '../model/next-model'
import { grown, isOverlapping } from '../view/bounds'
import { shownBounds, toScreen, type View } from '../view/view'
import { useView } from '../view/view-store'
import { widened } from './flight-place'
import { changedPlaces } from './marks-changed'
import { useMarks } from './marks-store'

export interface MarksLooks {
  readonly palette: Palette
  readonly view: View
  /** The screen's own pixels a CSS pixel. */
  readonly ratio: number
  /** Services are painted, too, and not only crowds of lines. */
  readonly isFar: boolean
}

/** On screen the trace of a line and the ring of a service are never thinner than this. */
const TRACE_PX = 4
const HALO_PX = 3
/** What a mark adds around its thing: the ring, the badge, the width of a trace. Board units. */
const ROOM = 24
/** With more places changed than this, all of it at once costs less. */
const PLACES_MAX = 12

export class MarksPicture {
  private painted: { readonly looks: readonly unknown[]; readonly marks: Marks } | null = null

  /** Brings a canvas that nobody else paints on up to the marks of now; without looks it is empty. */
  paint(context: CanvasRenderingContext2D, looks: MarksLooks | null): void {
    const { canvas } = context
    const { painted } = this
    if (!looks) {
      if (painted) clear(context)
      this.painted = null
      return
    }
    const model = useModel.getState()
    const marks = useMarks.getState()
    const { size } = useView.getState()
    const { palette, view, ratio, isFar } = looks
    const wanted = [model, size, canvas.width, canvas.height, palette, view, ratio, isFar]
    this.painted = { looks: wanted, marks }
    const shown = shownBounds(view, size)
    if (!painted || wanted.some((look, at) => look !== painted.looks[at])) {
      clear(context)
      paintMarks(context, looks, model, marks, shown)
    } else if (painted.marks !== marks) {
      const places = changedPlaces(painted.marks, marks, model)
      if (places.length > PLACES_MAX) repaint(context, looks, model, marks, shown)
      else for (const place of places) repaint(context, looks, model, marks, place)
    }
  }
}

function clear(context: CanvasRenderingContext2D): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
}

function roomAt(zoom: number): number {
  return ROOM + Math.max(TRACE_PX, HALO_PX) / zoom
}

/** One place of the picture anew, by whole pixels, so that no seam shows. */
function repaint(
  context: CanvasRenderingContext2D,
  looks: MarksLooks,
  model: BoardModel,
  marks: Marks,
  place: Bounds,
): void {
  const { view, ratio } = looks
  const around = grown(place, roomAt(view.zoom))
  const corner = toScreen(view, around)
  const x = Math.floor(ratio * corner.x)
  const y = Math.floor(ratio * corner.y)
  const width = Math.ceil(ratio * (corner.x + around.width * view.zoom)) - x
  const height = Math.ceil(ratio * (corner.y + around.height * view.zoom)) - y
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
  context.clearRect(x, y, width, height)
  paintMarks(context, looks, model, marks, grown(around, 1 / (ratio * view.zoom)))
  context.restore()
}

/** All marks that reach into a part of the board. */
function paintMarks(
  context: CanvasRenderingContext2D,
  { palette, view, ratio, isFar }: MarksLooks,
  model: BoardModel,
  marks: Marks,
  part: Bounds,
): void {
  const scale = ratio * view.zoom
  context.setTransform(scale, 0, 0, scale, ratio * view.x, ratio * view.y)
  const near = grown(part, roomAt(view.zoom))
  const shapes = lineMarks(model, marks, near, view.zoom)
  if (isFar) shapes.push(...serviceMarks(model, marks, near, view.zoom))
  paintShapes(context, shapes, palette, { scale: view.zoom, viewport: part })
}

/** Painted lines have painted marks: what the run has touched, once more and in full strength. */
function lineMarks({ lines }: BoardModel, marks: Marks, near: Bounds, zoom: number): Shape[] {
  const shapes: Shape[] = []
  for (const [id, mark] of marks.connections) {
    const line = lines.get(id)
    if (!line || !isOverlapping(line.bounds, near)) continue
    const { under, over } = lineMarkShapes(line, mark)
    shapes.push(...widened(under, TRACE_PX / zoom), ...line.strokes, ...over)
  }
  return shapes
}

function serviceMarks(model: BoardModel, marks: Marks, near: Bounds, zoom: number): Shape[] {
  const { scenario, services: boxes, language } = model
  const services = serviceById(scenario)
  const shapes: Shape[] = []
  for (const [id, mark] of marks.services) {
    const service = services.get(id)
    const bounds = boxes.get(id)
    if (!service || !bounds || mark.state === 'idle' || !isOverlapping(bounds, near)) continue
    const { under, over } = serviceMarkShapes(service, mark, language)
    const halo = widened(under, HALO_PX / zoom)
    shapes.push({ shape: 'group', ...service.position, shapes: [...halo, ...over] })
  }
  return shapes
}
