/** The shapes of marks and of messages on their way: put around, or over, what `serviceShapes` and lines drew. */
import type { Service } from '../scenario/service'
import type { Language } from '../scenario/text'
import type { Caption, CaptionTone } from './caption'
import { textWidth } from './font'
import { rounded } from './geometry'
import { type LineDrawing, pointAlong } from './line-drawing'
import type { LineMark, ServiceMark } from './marks'
import { CAPTION_SIZE_PX, serviceLayout } from './service-box'
import { CARD_RADIUS, captionPlace, captionShape, fillOf } from './service-shapes'
import type { Ink, Shape } from './shape'
import { ellipsised } from './text-fitting'
import { say } from './words'

/** What goes under the thing marked, and what goes over it. */
export interface MarkShapes {
  readonly under: readonly Shape[]
  readonly over: readonly Shape[]
}

export interface LineMarkShapes extends MarkShapes {
  /** How strongly the line itself is to be drawn. */
  readonly opacity: number
}

const TONE_INKS: Readonly<Record<CaptionTone, Ink>> = { plain: 'ink-2', good: 'ok', bad: 'bad' }
const PILL_HEIGHT = 20
const PILL_SIZE_PX = 11

function halo(service: Service, language: Language, ink: Ink): Shape {
  const { size } = serviceLayout(service, language)
  return {
    shape: 'rect',
    x: -5,
    y: -5,
    width: size.width + 10,
    height: size.height + 10,
    radius: CARD_RADIUS + 4,
    stroke: { ink, width: 5 },
  }
}

/** The caption over a patch of the card's own colour, so that the card below need not change. */
function captionOver(service: Service, language: Language, mark: ServiceMark): readonly Shape[] {
  if (!mark.caption) return []
  const place = captionPlace(service, language)
  if (!place) return []
  const { size } = serviceLayout(service, language)
  const text = captionText(mark.caption, place.widthMax, language)
  const left = place.anchor === 'middle' ? 8 : place.x - 2
  const width = Math.min(place.widthMax + 4, size.width - left - 4)
  return [
    {
      shape: 'rect',
      x: left,
      y: place.baseline - 11,
      width: Math.max(0, width),
      height: 15,
      radius: 0,
      fill: fillOf(service),
    },
    captionShape(place, text, TONE_INKS[mark.caption.tone]),
  ]
}

/** Whole words, or, where they are too long, what they are about: half a sentence says less than its object. */
function captionText(caption: Caption, widthMax: number, language: Language): string {
  const words = say(caption, language)
  const fits = (text: string) => textWidth(text, CAPTION_SIZE_PX, 'sans') <= widthMax
  const about = String(caption.values.message || caption.values.key || '')
  return !fits(words) && caption.tone !== 'bad' && about !== '' && fits(about) ? about : words
}

/** A pill on the box's upper right corner, half out of it. */
function badgeShapes(service: Service, language: Language, mark: ServiceMark): readonly Shape[] {
  if (!mark.badge) return []
  const { size } = serviceLayout(service, language)
  const text = say(mark.badge, language)
  const width = Math.ceil(textWidth(text, PILL_SIZE_PX, 'sans-semibold')) + 20
  const x = size.width - width + 20
  return [
    {
      shape: 'rect',
      x,
      y: -14,
      width,
      height: PILL_HEIGHT,
      radius: PILL_HEIGHT / 2,
      fill: 'bad',
    },
    {
      shape: 'text',
      x: x + width / 2,
      y: 0,
      text,
      sizePx: PILL_SIZE_PX,
      font: 'sans-semibold',
      fill: 'card',
      anchor: 'middle',
    },
  ]
}

const CHIP_HEIGHT = 15
const CHIP_SIZE_PX = 10

/** What was last stored, on a chip under the caption; none in a box too small for it. */
function chipShapes(service: Service, language: Language, mark: ServiceMark): readonly Shape[] {
  const caption = captionPlace(service, language)
  if (mark.chip === undefined || !caption) return []
  const { size } = serviceLayout(service, language)
  const y = caption.baseline + 4
  if (y + CHIP_HEIGHT > size.height - 2.5) return []
  const text = ellipsised(mark.chip, caption.widthMax - 10, CHIP_SIZE_PX, 'mono')
  const width = Math.ceil(textWidth(text, CHIP_SIZE_PX, 'mono')) + 10
  const x = caption.anchor === 'middle' ? caption.x - width / 2 : caption.x - 1
  return [
    { shape: 'rect', x, y, width, height: CHIP_HEIGHT, radius: 4, fill: 'panel-2' },
    {
      shape: 'text',
      x: x + 5,
      y: y + 11,
      text,
      sizePx: CHIP_SIZE_PX,
      font: 'mono',
      fill: 'ink',
      anchor: 'start',
    },
  ]
}

function underService(service: Service, language: Language, mark: ServiceMark): readonly Shape[] {
  switch (mark.state) {
    case 'active':
      return [halo(service, language, 'mark')]
    case 'down':
    case 'broken':
      return [halo(service, language, 'bad')]
    case 'done':
    case 'idle':
      return []
  }
}

/** The marks of a service, in its own coordinates like `serviceShapes`. */
export function serviceMarkShapes(
  service: Service,
  mark: ServiceMark,
  language: Language,
): MarkShapes {
  return {
    under: underService(service, language, mark),
    over: [
      ...captionOver(service, language, mark),
      ...chipShapes(service, language, mark),
      ...badgeShapes(service, language, mark),
    ],
  }
}

function cross(x: number, y: number): Shape {
  const [l, t, r, b] = [rounded(x - 7), rounded(y - 7), rounded(x + 7), rounded(y + 7)]
  const stroke = { ink: 'bad', width: 2.6, cap: 'round' } as const
  return { shape: 'path', d: `M${l} ${t}L${r} ${b}M${r} ${t}L${l} ${b}`, stroke }
}

/** The marks of a line, in board coordinates: a yellow trace where the run is, a cross where it lost. */
export function lineMarkShapes(line: LineDrawing, mark: LineMark): LineMarkShapes {
  switch (mark) {
    case 'active': {
      const stroke = { ink: 'mark', width: 9, cap: 'round' } as const
      return {
        under: [{ shape: 'path', d: line.path, stroke, opacity: 0.6 }],
        opacity: 1,
        over: [],
      }
    }
    case 'lost': {
      const { x, y } = pointAlong(line, 0.62, 'forward')
      return { under: [], opacity: 1, over: [cross(x, y)] }
    }
    case 'done':
      return { under: [], opacity: 1, over: [] }
    case 'idle':
      return { under: [], opacity: 0.4, over: [] }
  }
}
