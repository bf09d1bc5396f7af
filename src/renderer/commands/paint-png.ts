/**
 * A drawing as a PNG, painted in the page: many times faster than the host's renderer, which stands in where
 * a page cannot paint as much. Painted whole, with every text, whatever the board shows.
 */
import { FONT_FAMILIES, type Font } from '../../shared/drawing/font'
import { createPainter, cssFont } from '../../shared/drawing/paint'
import { fittingScale, type PictureLimits } from '../../shared/drawing/picture-limits'
import type { Drawing, Theme } from '../../shared/drawing/shape'
import { PALETTES } from '../../shared/drawing/theme'

/** Beyond these Chromium gives an empty picture. */
export const PAGE_LIMITS: PictureLimits = { sideMax: 65_535, areaMax: 268_435_456 }

export interface PaintWish {
  readonly theme: Theme
  readonly background: 'paper' | 'transparent'
  /** Pixels a unit of the drawing. */
  readonly scale: number
}

export interface Painted {
  readonly blob: Blob
  /** Less than wished where the picture would have been too large. */
  readonly scale: number
}

const isFont = (name: string): name is Font => name in FONT_FAMILIES

/** Undefined where this page cannot paint that much. */
export async function paintPng(drawing: Drawing, wish: PaintWish): Promise<Painted | undefined> {
  const scale = fittingScale(drawing.bounds, wish.scale, PAGE_LIMITS)
  try {
    await fontsLoaded()
    const context = paintCanvas(drawing, { ...wish, scale })
    if (!context) return undefined
    return { blob: await context.canvas.convertToBlob({ type: 'image/png' }), scale }
  } catch {
    return undefined
  }
}

/** The text of a picture is painted with whatever font is there: so they are waited for. */
export async function fontsLoaded(): Promise<void> {
  const fonts = Object.keys(FONT_FAMILIES).filter(isFont)
  await Promise.all(fonts.map((font) => document.fonts.load(cssFont(font, 14))))
}

/** Paints whole at a scale that fits; undefined where this page gives no canvas. */
export function paintCanvas(
  drawing: Drawing,
  { theme, background, scale }: PaintWish,
): OffscreenCanvasRenderingContext2D | undefined {
  const { x, y, width, height } = drawing.bounds
  const palette = PALETTES[theme]
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale))
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.scale(scale, scale)
  context.translate(-x, -y)
  if (background === 'paper') {
    context.fillStyle = palette.paper
    context.fillRect(x, y, width + 1, height + 1)
  }
  // A painter of its own: what it knows of the shapes goes with the picture.
  createPainter((d) => new Path2D(d))(context, drawing.shapes, palette)
  return context
}
