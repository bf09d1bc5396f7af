/**
 * Shapes as SVG text. Writes a few elements and attributes and nothing else: no links, no styles, no
 * scripts, no references, whatever a scenario's texts contain.
 */
import { FONT_FAMILIES } from './font'
import { rounded } from './geometry'
import type { Drawing, Shape, Stroke, TextShape, Theme } from './shape'
import { PALETTES, type Palette } from './theme'

export interface SvgOptions {
  readonly theme: Theme
  readonly background: 'paper' | 'transparent'
  /** What a screen reader says; nothing where it is not given. */
  readonly title?: string
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function isXmlCharacter(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  )
}

/** Most texts need no second look, and a board has thousands of them. */
const PLAIN = /^[\t\n\r !#-%(-;=?-~\u00A0-\uD7FF]*$/

/** Text fit for an element or an attribute; characters that XML 1.0 (2.2) has no place for are dropped. */
export function escapedXml(text: string): string {
  if (PLAIN.test(text)) return text
  let result = ''
  for (const character of text) {
    if (!isXmlCharacter(character.codePointAt(0) ?? 0)) continue
    result += ESCAPES[character] ?? character
  }
  return result
}

function number(value: number): string {
  return String(rounded(value))
}

function strokeAttributes(stroke: Stroke | undefined, palette: Palette): string {
  if (!stroke) return ''
  const dash = stroke.dash ? ` stroke-dasharray="${stroke.dash.map(number).join(' ')}"` : ''
  const cap = stroke.cap === 'round' ? ' stroke-linecap="round" stroke-linejoin="round"' : ''
  return ` stroke="${palette[stroke.ink]}" stroke-width="${number(stroke.width)}"${dash}${cap}`
}

function paintAttributes(
  shape: Exclude<Shape, { shape: 'group' } | { shape: 'text' }>,
  palette: Palette,
  opacity: number,
): string {
  const fill = ` fill="${shape.fill ? palette[shape.fill] : 'none'}"`
  return `${fill}${strokeAttributes(shape.stroke, palette)}${opacityAttribute(opacity)}`
}

function opacityAttribute(opacity: number): string {
  return opacity === 1 ? '' : ` opacity="${Math.round(opacity * 1000) / 1000}"`
}

function textToSvg(shape: TextShape, palette: Palette, opacity: number): string {
  const { family, weight } = FONT_FAMILIES[shape.font]
  const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`
  const fallback = shape.font === 'mono' ? 'monospace' : 'sans-serif'
  return (
    `<text x="${number(shape.x)}" y="${number(shape.y)}" font-family="${family}, ${fallback}"` +
    ` font-size="${number(shape.sizePx)}"${weight === 400 ? '' : ` font-weight="${weight}"`}${anchor}` +
    ` fill="${palette[shape.fill]}"${opacityAttribute(opacity)} xml:space="preserve">` +
    `${escapedXml(shape.text)}</text>`
  )
}

/** One shape as SVG text. The opacity of groups is multiplied into what they hold. */
export function shapeToSvg(shape: Shape, palette: Palette, within = 1): string {
  const opacity = within * (shape.opacity ?? 1)
  switch (shape.shape) {
    case 'rect': {
      const radius = shape.radius > 0 ? ` rx="${number(shape.radius)}"` : ''
      return (
        `<rect x="${number(shape.x)}" y="${number(shape.y)}" width="${number(shape.width)}"` +
        ` height="${number(shape.height)}"${radius}${paintAttributes(shape, palette, opacity)}/>`
      )
    }
    case 'circle':
      return (
        `<circle cx="${number(shape.cx)}" cy="${number(shape.cy)}" r="${number(shape.r)}"` +
        `${paintAttributes(shape, palette, opacity)}/>`
      )
    case 'path':
      return `<path d="${escapedXml(shape.d)}"${paintAttributes(shape, palette, opacity)}/>`
    case 'text':
      return textToSvg(shape, palette, opacity)
    case 'group': {
      const inner = shapesToSvg(shape.shapes, palette, opacity)
      return `<g transform="translate(${number(shape.x)} ${number(shape.y)})">${inner}</g>`
    }
  }
}

export function shapesToSvg(shapes: readonly Shape[], palette: Palette, within = 1): string {
  let text = ''
  for (const shape of shapes) text += shapeToSvg(shape, palette, within)
  return text
}

/**
 * A whole SVG document, one board unit one pixel. Needs the bundled fonts by name for exact widths; with
 * others it is still readable.
 */
export function toSvg(drawing: Drawing, options: SvgOptions): string {
  const palette = PALETTES[options.theme]
  const { x, y, width, height } = drawing.bounds
  const box = `${number(x)} ${number(y)} ${number(width)} ${number(height)}`
  const title = options.title ? `<title>${escapedXml(options.title)}</title>` : ''
  const paper =
    options.background === 'paper'
      ? `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${palette.paper}"/>`
      : ''
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}"` +
    ` viewBox="${box}" role="img" text-rendering="geometricPrecision">` +
    `${title}${paper}${shapesToSvg(drawing.shapes, palette)}</svg>\n`
  )
}
