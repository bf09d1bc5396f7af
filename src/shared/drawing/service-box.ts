/** How large a service is drawn and how its name is broken: from the real width of the text. */
import type { Size } from '../scenario/place'
import type { Service } from '../scenario/service'
import { type Language, textIn } from '../scenario/text'
import { textWidth } from './font'
import { GLYPH_SIZE } from './glyphs'
import type { Bounds } from './shape'
import { wrapped } from './text-fitting'

export const NAME_SIZE_PX = 14
export const NAME_LINE_PX = 18
export const CAPTION_SIZE_PX = 11
/** From the card's side to its glyph, and from its text to the other side. */
export const CARD_PADDING = 16
/** Where a card's text begins: after the glyph. */
export const CARD_TEXT_X = CARD_PADDING + GLYPH_SIZE + 12

const GRID = 20
const NAME_WIDTH_MAX = 208
const NAME_LINES_MAX = 2
const CARD_HEIGHT = 72
const CYLINDER_HEIGHT = 80
/** A cylinder's lid takes this much of its height from the words. */
const CYLINDER_LID = 20
const SECOND_LINE_HEIGHT = 16
/** Narrower than this no text is set. */
const TEXT_WIDTH_MIN = 20
const NARROW_PADDING = 6
const NOTE_WIDTH_MIN = 120
export const CAPTION_LINE_PX = 15
/** A stack of replicas sticks out upwards and to the right by this much a card. */
export const REPLICA_STEP = 5
export const REPLICAS_SHOWN_MAX = 3
export const NOTE_LINE_PX = 15
export const NOTE_LINES_MAX = 3

export interface ServiceLayout {
  readonly size: Size
  readonly content: {
    readonly nameLines: readonly string[]
    readonly hasGlyph: boolean
    readonly hasCaption: boolean
    /** Where the text of a card begins. */
    readonly textX: number
  }
  readonly noteLines: readonly string[]
  /** Everything of the box in its own coordinates: replicas and note included. */
  readonly extent: Bounds
}

const WIDTH_MIN: Readonly<Record<Service['kind'], number>> = {
  client: 140,
  service: 180,
  orchestrator: 180,
  gateway: 180,
  database: 120,
  broker: 160,
  cache: 140,
  external: 180,
}

function gridCeil(value: number): number {
  return Math.ceil(value / GRID) * GRID
}

/** Left and right of the name: what the box keeps for its glyph or its curve. */
function sideRoom(service: Service): number {
  switch (service.kind) {
    case 'database':
      return 2 * CARD_PADDING
    case 'broker':
      return CARD_TEXT_X + CARD_PADDING + 16
    default:
      return CARD_TEXT_X + CARD_PADDING
  }
}

/** What a box of a given size has room for: its glyph first gives way, then its second line, then its name. */
function fitting(service: Service, fixed: Size, language: Language): ServiceLayout['content'] {
  const hasGlyph = service.kind !== 'database' && fixed.width - sideRoom(service) >= TEXT_WIDTH_MIN
  const room = hasGlyph || service.kind === 'database' ? sideRoom(service) : 2 * NARROW_PADDING
  const widthMax = fixed.width - room
  const heightMax = fixed.height - 6 - (service.kind === 'database' ? CYLINDER_LID : 0)
  const linesMax = Math.min(NAME_LINES_MAX, Math.floor(heightMax / NAME_LINE_PX))
  const isReadable = linesMax > 0 && widthMax >= TEXT_WIDTH_MIN
  const name = textIn(service.name, language)
  const nameLines = isReadable
    ? wrapped(name, widthMax, NAME_SIZE_PX, 'sans-semibold', linesMax)
    : []
  const hasCaption = isReadable && nameLines.length * NAME_LINE_PX + CAPTION_LINE_PX <= heightMax
  return { nameLines, hasGlyph, hasCaption, textX: hasGlyph ? CARD_TEXT_X : NARROW_PADDING }
}

function measured(service: Service, language: Language): ServiceLayout {
  const size = service.size ?? sizeToFit(service, language)
  const content = fitting(service, size, language)
  const note = service.note?.trim() ?? ''
  const noteWidth = Math.max(NOTE_WIDTH_MIN, size.width)
  const noteLines =
    note === '' ? [] : wrapped(note, noteWidth, CAPTION_SIZE_PX, 'sans', NOTE_LINES_MAX)
  return { size, content, noteLines, extent: extentOf(service, size, noteLines) }
}

/** As wide as the name needs, in steps of the grid; a second line of name makes it higher. */
function sizeToFit(service: Service, language: Language): Size {
  const name = textIn(service.name, language)
  const lines = wrapped(name, NAME_WIDTH_MAX, NAME_SIZE_PX, 'sans-semibold', NAME_LINES_MAX)
  const widest = Math.max(...lines.map((line) => textWidth(line, NAME_SIZE_PX, 'sans-semibold')))
  const height = service.kind === 'database' ? CYLINDER_HEIGHT : CARD_HEIGHT
  return {
    width: Math.max(WIDTH_MIN[service.kind], gridCeil(widest + sideRoom(service))),
    height: height + (lines.length - 1) * SECOND_LINE_HEIGHT,
  }
}

function extentOf(service: Service, size: Size, noteLines: readonly string[]): Bounds {
  const stack = replicasShown(service) * REPLICA_STEP
  const noteHeight = noteLines.length === 0 ? 0 : 6 + noteLines.length * NOTE_LINE_PX
  const noteWidth = Math.max(0, ...noteLines.map((l) => textWidth(l, CAPTION_SIZE_PX, 'sans')))
  return {
    x: 0,
    y: -stack,
    width: Math.max(size.width + stack, noteWidth),
    height: size.height + stack + noteHeight,
  }
}

/** How many cards stand behind the first. */
export function replicasShown(service: Service): number {
  return Math.min(REPLICAS_SHOWN_MAX, service.replicas ?? 1) - 1
}

/** Layouts by service object: a service that was not edited is not measured again. */
const MEASURED: Readonly<Record<Language, WeakMap<Service, ServiceLayout>>> = {
  en: new WeakMap(),
  ru: new WeakMap(),
}

/** Size, lines of the name and of the note; the same for the same service, whatever the run shows. */
export function serviceLayout(service: Service, language: Language): ServiceLayout {
  const known = MEASURED[language].get(service)
  if (known) return known
  const layout = measured(service, language)
  MEASURED[language].set(service, layout)
  return layout
}

/** The box lines attach to: the service's own size, or one that fits its name. */
export function serviceBox(service: Service, language: Language): Size {
  return serviceLayout(service, language).size
}

/** The box lines end at: with the stack of replicas, which would hide their ends. */
export function attachBox(service: Service, language: Language): Bounds {
  const { size } = serviceLayout(service, language)
  const stack = replicasShown(service) * REPLICA_STEP
  const { x, y } = service.position
  return { x, y: y - stack, width: size.width + stack, height: size.height + stack }
}

/** Everything a service covers on the board, its replicas and its note included. */
export function serviceExtent(service: Service, language: Language): Bounds {
  const { extent } = serviceLayout(service, language)
  const { x, y } = service.position
  return { x: x + extent.x, y: y + extent.y, width: extent.width, height: extent.height }
}
