/** A service as the board shows it, in its own coordinates: the corner of its box is the origin. */
import type { Size } from '../scenario/place'
import type { Service } from '../scenario/service'
import type { Language } from '../scenario/text'
import { cylinder, lidOf, mouthOf, OUTLINE, pipe } from './drums'
import { GLYPH_SIZE, glyphOf, glyphShapes } from './glyphs'
import { padlockShapes } from './padlock'
import {
  CAPTION_LINE_PX,
  CAPTION_SIZE_PX,
  CARD_PADDING,
  NAME_LINE_PX,
  NAME_SIZE_PX,
  NOTE_LINE_PX,
  REPLICA_STEP,
  replicasShown,
  type ServiceLayout,
  serviceLayout,
} from './service-box'
import type { Ink, Shape, Stroke } from './shape'
import { ellipsised } from './text-fitting'
import { word } from './words'

export { serviceBox, serviceExtent } from './service-box'

export interface ServiceContext {
  readonly language: Language
  /** The second line; the service's kind where nothing is given, no line where ''. */
  readonly subtitle?: string
  readonly subtitleInk?: Ink
}

export const CARD_RADIUS = 11
const EXTERNAL_OUTLINE: Stroke = { ink: 'ink', width: 1.5, dash: [6, 4] }

/** Where the words of a box stand, so that a mark can put others over them. */
export interface CaptionPlace {
  readonly x: number
  readonly baseline: number
  readonly widthMax: number
  readonly anchor: 'start' | 'middle'
}

function isCylinder(service: Service): boolean {
  return service.kind === 'database'
}

function nameTop(service: Service, { size, content }: ServiceLayout): number {
  const { hasCaption } = content
  const lines = content.nameLines.length
  const centre = isCylinder(service) ? size.height / 2 + lidOf(size) * 0.75 : size.height / 2
  return centre - (lines * NAME_LINE_PX + (hasCaption ? CAPTION_LINE_PX : 0)) / 2
}

/** Where the second line of a service stands; undefined in a box too small for one. */
export function captionPlace(service: Service, language: Language): CaptionPlace | undefined {
  const layout = serviceLayout(service, language)
  const { size, content } = layout
  if (!content.hasCaption) return undefined
  const baseline = nameTop(service, layout) + content.nameLines.length * NAME_LINE_PX + 12
  if (isCylinder(service)) {
    return { x: size.width / 2, baseline, widthMax: size.width - 16, anchor: 'middle' }
  }
  const right = service.kind === 'broker' ? CARD_PADDING + mouthOf(size) : 10
  const widthMax = Math.max(8, size.width - content.textX - right)
  return { x: content.textX, baseline, widthMax, anchor: 'start' }
}

export function fillOf(service: Service): Ink {
  return service.color === undefined ? 'card' : `tint-${service.color}`
}

/** The second line, cut to the box. */
export function captionShape(place: CaptionPlace, text: string, ink: Ink): Shape {
  return {
    shape: 'text',
    x: place.x,
    y: place.baseline,
    text: ellipsised(text, place.widthMax, CAPTION_SIZE_PX, 'sans'),
    sizePx: CAPTION_SIZE_PX,
    font: 'sans',
    fill: ink,
    anchor: place.anchor,
  }
}

/** A soft shadow out of plain rectangles, which every outlet draws alike. */
function cardShadow(size: Size): readonly Shape[] {
  const layer = (grow: number, down: number, opacity: number): Shape => ({
    shape: 'rect',
    x: -grow,
    y: down - grow,
    width: size.width + 2 * grow,
    height: size.height + 2 * grow,
    radius: CARD_RADIUS + grow,
    fill: 'shade',
    opacity,
  })
  return [layer(3.5, 4, 0.025), layer(2, 3, 0.03), layer(0.5, 2, 0.045)]
}

function card(size: Size, fill: Ink, stroke: Stroke): Shape {
  return { shape: 'rect', x: 0, y: 0, ...size, radius: CARD_RADIUS, fill, stroke }
}

function outline(service: Service, size: Size): readonly Shape[] {
  const fill = fillOf(service)
  switch (service.kind) {
    case 'database':
      return cylinder(size, fill)
    case 'broker':
      return pipe(size, fill)
    case 'external':
      return [card(size, fill, EXTERNAL_OUTLINE)]
    default:
      return [card(size, fill, OUTLINE)]
  }
}

function outlines(service: Service, size: Size): readonly Shape[] {
  const front = outline(service, size)
  const behind: Shape[] = []
  for (let i = replicasShown(service); i > 0; i -= 1) {
    behind.push({ shape: 'group', x: i * REPLICA_STEP, y: -i * REPLICA_STEP, shapes: front })
  }
  const hasShadow = service.kind !== 'database' && service.kind !== 'broker'
  return [...(hasShadow ? cardShadow(size) : []), ...behind, ...front]
}

function nameShapes(service: Service, language: Language): readonly Shape[] {
  const layout = serviceLayout(service, language)
  const { size, content } = layout
  const top = nameTop(service, layout)
  const centred = isCylinder(service)
  return content.nameLines.map((text, index) => ({
    shape: 'text',
    x: centred ? size.width / 2 : content.textX,
    y: top + index * NAME_LINE_PX + 14,
    text,
    sizePx: NAME_SIZE_PX,
    font: 'sans-semibold',
    fill: 'ink',
    anchor: centred ? 'middle' : 'start',
  }))
}

function noteShapes(service: Service, language: Language): readonly Shape[] {
  const { size, noteLines } = serviceLayout(service, language)
  return noteLines.map((text, index) => ({
    shape: 'text',
    x: 0,
    y: size.height + 6 + index * NOTE_LINE_PX + 11,
    text,
    sizePx: CAPTION_SIZE_PX,
    font: 'sans',
    fill: 'ink-2',
    anchor: 'start',
  }))
}

function replicaCount(service: Service, size: Size): readonly Shape[] {
  if ((service.replicas ?? 1) < 2) return []
  return [
    {
      shape: 'text',
      x: size.width - 8,
      y: isCylinder(service) ? lidOf(size) + 4 : 15,
      text: `×${service.replicas ?? 1}`,
      sizePx: 10,
      font: 'sans-semibold',
      fill: 'ink-3',
      anchor: 'end',
    },
  ]
}

/** The service's shapes from back to front; the box's corner is the origin. */
export function serviceShapes(service: Service, context: ServiceContext): readonly Shape[] {
  const { language } = context
  const { size, content } = serviceLayout(service, language)
  const caption = captionPlace(service, language)
  const subtitle = context.subtitle ?? word(`kind.${service.kind}`, language)
  const glyph: Shape = {
    shape: 'group',
    x: CARD_PADDING,
    y: size.height / 2 - GLYPH_SIZE / 2,
    shapes: glyphShapes(glyphOf(service)),
  }
  return [
    ...outlines(service, size),
    ...(content.hasGlyph ? [glyph] : []),
    ...nameShapes(service, language),
    ...(subtitle === '' || !caption
      ? []
      : [captionShape(caption, subtitle, context.subtitleInk ?? 'ink-2')]),
    ...replicaCount(service, size),
    ...noteShapes(service, language),
    ...padlockShapes(service.locked, { x: 0, y: isCylinder(service) ? lidOf(size) : 0 }),
  ]
}
