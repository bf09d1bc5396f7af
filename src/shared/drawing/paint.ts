/**
 * The same shapes on a canvas: the far view of the board and the pictures made in the page. Knows a canvas
 * only by the few operations it uses, so that shared code needs no DOM.
 */
import { boundsOfShape } from './bounds'
import { FONT_FAMILIES, type Font } from './font'
import { boundsOverlap, movedBy } from './geometry'
import type { Bounds, Shape, Stroke, TextShape } from './shape'
import type { Palette } from './theme'

/** The part of CanvasRenderingContext2D that is used; `Path` is the page's Path2D. */
export interface CanvasLike<Path = unknown> {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap: string
  lineJoin: string
  globalAlpha: number
  font: string
  textAlign: string
  textBaseline: string
  /** Unhinted widths, the same at every scale, where the canvas knows of it. */
  textRendering?: string
  setLineDash(dash: number[]): void
  save(): void
  restore(): void
  translate(x: number, y: number): void
  beginPath(): void
  rect(x: number, y: number, width: number, height: number): void
  roundRect(x: number, y: number, width: number, height: number, radius: number): void
  arc(x: number, y: number, r: number, start: number, end: number): void
  fill(path?: Path): void
  stroke(path?: Path): void
  fillText(text: string, x: number, y: number): void
}

export interface PaintOptions {
  /** Screen pixels a board unit: text and detail too small to see are left out. Default 1. */
  readonly scale?: number
  /** Nothing outside these board bounds is painted. */
  readonly viewport?: Bounds
}

/** Text under this many screen pixels is a smudge that costs time. */
const LEGIBLE_PX = 4.5
/** Shapes under this many screen pixels are left out, faint ones (shadows) sooner. */
const VISIBLE_PX = 1.2
const FAINT_OPACITY = 0.1
const FAINT_FROM_SCALE = 0.5

/** Paints shapes from back to front in board units; the caller has set the canvas' transform. */
export type PaintShapes<Path> = (
  context: CanvasLike<Path>,
  shapes: readonly Shape[],
  palette: Palette,
  options?: PaintOptions,
) => void

/** `600 14px "Dryrun Sans"`: the CSS font of a text. */
export function cssFont(font: Font, sizePx: number): string {
  const { family, weight } = FONT_FAMILIES[font]
  return `${weight} ${sizePx}px "${family}", ${font === 'mono' ? 'monospace' : 'sans-serif'}`
}

interface Brush<Path> {
  readonly context: CanvasLike<Path>
  readonly palette: Palette
  readonly scale: number
  readonly pathOf: (shape: Shape & { shape: 'path' }) => Path
  /** The font that the canvas has now. */
  font: string
}

function strokeWith<Path>(brush: Brush<Path>, stroke: Stroke, path?: Path): void {
  const { context } = brush
  context.strokeStyle = brush.palette[stroke.ink]
  context.lineWidth = stroke.width
  context.lineCap = stroke.cap === 'round' ? 'round' : 'butt'
  context.lineJoin = stroke.cap === 'round' ? 'round' : 'miter'
  context.setLineDash(stroke.dash ? [...stroke.dash] : [])
  if (path === undefined) context.stroke()
  else context.stroke(path)
}

function paintText<Path>(brush: Brush<Path>, shape: TextShape): void {
  const { context } = brush
  if (shape.sizePx * brush.scale < LEGIBLE_PX) return
  const font = cssFont(shape.font, shape.sizePx)
  // A canvas reads a font's name anew each time it is told, the same or not.
  if (font !== brush.font) context.font = font
  brush.font = font
  context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor
  context.textBaseline = 'alphabetic'
  context.fillStyle = brush.palette[shape.fill]
  context.fillText(shape.text, shape.x, shape.y)
}

function paintArea<Path>(
  brush: Brush<Path>,
  shape: Extract<Shape, { shape: 'rect' | 'circle' }>,
): void {
  const { context } = brush
  context.beginPath()
  if (shape.shape === 'circle') context.arc(shape.cx, shape.cy, shape.r, 0, 2 * Math.PI)
  else if (shape.radius > 0) {
    const radius = Math.min(shape.radius, shape.width / 2, shape.height / 2)
    context.roundRect(shape.x, shape.y, shape.width, shape.height, radius)
  } else context.rect(shape.x, shape.y, shape.width, shape.height)
  if (shape.fill) {
    context.fillStyle = brush.palette[shape.fill]
    context.fill()
  }
  if (shape.stroke) strokeWith(brush, shape.stroke)
}

function isTooSmall(shape: Shape, scale: number, opacity: number): boolean {
  if (scale < FAINT_FROM_SCALE && opacity < FAINT_OPACITY) return true
  switch (shape.shape) {
    case 'circle':
      return shape.r * 2 * scale < VISIBLE_PX
    case 'rect':
      return Math.max(shape.width, shape.height) * scale < VISIBLE_PX
    default:
      return false
  }
}

function paintShape<Path>(brush: Brush<Path>, shape: Shape, within: number): void {
  const { context, palette } = brush
  const opacity = within * (shape.opacity ?? 1)
  if (isTooSmall(shape, brush.scale, opacity)) return
  if (shape.shape === 'group') {
    context.translate(shape.x, shape.y)
    for (const inner of shape.shapes) paintShape(brush, inner, opacity)
    context.translate(-shape.x, -shape.y)
    return
  }
  context.globalAlpha = opacity
  switch (shape.shape) {
    case 'text':
      paintText(brush, shape)
      return
    case 'path': {
      const path = brush.pathOf(shape)
      if (shape.fill) {
        context.fillStyle = palette[shape.fill]
        context.fill(path)
      }
      if (shape.stroke) strokeWith(brush, shape.stroke, path)
      return
    }
    default:
      paintArea(brush, shape)
  }
}

/**
 * A painter for one kind of canvas. `makePath` builds a Path2D of a path's text; each is built once a shape
 * and forgotten with it.
 */
export function createPainter<Path extends object>(
  makePath: (d: string) => Path,
): PaintShapes<Path> {
  const paths = new WeakMap<Shape, Path>()
  const extents = new WeakMap<Shape, Bounds>()
  const pathOf = (shape: Shape & { shape: 'path' }): Path => {
    const known = paths.get(shape)
    if (known) return known
    const made = makePath(shape.d)
    paths.set(shape, made)
    return made
  }
  const extentOf = (shape: Shape): Bounds => {
    if (shape.shape === 'group') {
      const first = shape.shapes[0]
      if (shape.shapes.length === 1 && first) return movedBy(extentOf(first), shape.x, shape.y)
    }
    const known = extents.get(shape)
    if (known) return known
    const made = boundsOfShape(shape)
    extents.set(shape, made)
    return made
  }
  return (context, shapes, palette, options = {}) => {
    const { scale = 1, viewport } = options
    const brush: Brush<Path> = { context, palette, scale, pathOf, font: '' }
    context.save()
    context.textRendering = 'geometricPrecision'
    for (const shape of shapes) {
      if (viewport && !boundsOverlap(extentOf(shape), viewport)) continue
      paintShape(brush, shape, 1)
    }
    context.restore()
  }
}
