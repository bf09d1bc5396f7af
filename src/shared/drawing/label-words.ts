/** What a line's label says and how wide that is: place in the order, protocol, operation or event. */
import type { Connection } from '../scenario/connection'
import type { Size } from '../scenario/place'
import { type Language, textIn } from '../scenario/text'
import { type Font, textWidth } from './font'
import { LINE_STYLES, tagOf } from './line-style'
import type { Ink, Shape } from './shape'
import { ellipsised } from './text-fitting'

interface LabelPart {
  readonly text: string
  readonly font: Font
  readonly sizePx: number
  readonly ink: Ink
  /** From the label's corner: left side and baseline. */
  readonly x: number
  readonly y: number
}

/** One way to set a label: in one row, or its words under its protocol where there is little room. */
export interface LabelSetting {
  readonly size: Size
  readonly parts: readonly LabelPart[]
  /** Height of the first row's middle, where the order number stands. */
  readonly middle: number
}

export interface LabelWords {
  /** The settings from best to last resort; none where the line says it all. */
  readonly settings: readonly LabelSetting[]
  /** The small number in a circle: its place among the actions that follow from the lines. */
  readonly order: number | undefined
}

const ROW_HEIGHT = 19
const SECOND_ROW = 14
const PADDING = 6
const GAP = 5
const TAG_SIZE_PX = 10
const TEXT_SIZE_PX = 11
const TEXT_WIDTH_MAX = 210
const ORDER_RADIUS = 7

interface Wording {
  readonly tag: string
  readonly text: string
  readonly font: Font
  readonly ink: Ink
}

function wordingOf(connection: Connection, language: Language): Wording {
  const tag = [tagOf(connection), securityOf(connection)].filter((part) => part !== '').join(' · ')
  const { ink } = LINE_STYLES[connection.protocol]
  const label = connection.label === undefined ? '' : textIn(connection.label, language)
  const ownWords = label.replace(/\s+/g, ' ').trim()
  if (ownWords !== '') return { tag, text: fitted(ownWords, 'sans'), font: 'sans', ink }
  const called = connection.operation ?? connection.event ?? connection.queue ?? ''
  const exchange = connection.protocol === 'amqp' ? (connection.exchange?.name ?? '') : ''
  const text = [exchange, called].filter((part) => part !== '').join(' → ')
  return { tag, text: fitted(text, 'mono'), font: 'mono', ink }
}

/** Encryption is drawn where it is said. */
function securityOf({ tls = 'none' }: Connection): string {
  return tls === 'none' ? '' : `TLS ${tls}`
}

function fitted(text: string, font: Font): string {
  return ellipsised(text, TEXT_WIDTH_MAX, TEXT_SIZE_PX, font)
}

function partOf(text: string, font: Font, ink: Ink, sizePx: number, x: number, middle: number) {
  return { text, font, ink, sizePx, x, y: middle + sizePx * 0.36 }
}

function inOneRow(wording: Wording, left: number): LabelSetting {
  const { tag, text, font, ink } = wording
  const middle = ROW_HEIGHT / 2
  const parts: LabelPart[] = []
  let x = left
  if (tag !== '') {
    parts.push(partOf(tag, 'sans-semibold', ink, TAG_SIZE_PX, x, middle))
    x += textWidth(tag, TAG_SIZE_PX, 'sans-semibold') + GAP
  }
  if (text !== '') {
    parts.push(partOf(text, font, 'ink', TEXT_SIZE_PX, x, middle))
    x += textWidth(text, TEXT_SIZE_PX, font) + GAP
  }
  const width = Math.ceil(x - GAP + PADDING)
  return { size: { width, height: ROW_HEIGHT }, parts, middle }
}

function inTwoRows(wording: Wording, left: number): LabelSetting {
  const { tag, text, font, ink } = wording
  const middle = ROW_HEIGHT / 2
  const tagEnd = left + textWidth(tag, TAG_SIZE_PX, 'sans-semibold')
  const textEnd = PADDING + textWidth(text, TEXT_SIZE_PX, font)
  return {
    size: {
      width: Math.ceil(Math.max(tagEnd, textEnd) + PADDING),
      height: ROW_HEIGHT + SECOND_ROW,
    },
    parts: [
      partOf(tag, 'sans-semibold', ink, TAG_SIZE_PX, left, middle),
      partOf(text, font, 'ink', TEXT_SIZE_PX, PADDING, middle + SECOND_ROW),
    ],
    middle,
  }
}

/** The label of a connection, in every setting it may be placed in. */
export function labelWords(
  connection: Connection,
  language: Language,
  order: number | undefined,
): LabelWords {
  const wording = wordingOf(connection, language)
  if (wording.tag === '' && wording.text === '' && order === undefined) {
    return { settings: [], order }
  }
  const left = PADDING + (order === undefined ? 0 : 2 * ORDER_RADIUS + GAP)
  const isSplit = wording.tag !== '' && wording.text !== ''
  const one = inOneRow(wording, left)
  return { settings: isSplit ? [one, inTwoRows(wording, left)] : [one], order }
}

/** The label's shapes with its corner at (x, y): a plate of paper, then the words. */
export function labelShapes(
  setting: LabelSetting,
  order: number | undefined,
  x: number,
  y: number,
): readonly Shape[] {
  const plate: Shape = {
    shape: 'rect',
    x,
    y,
    ...setting.size,
    radius: 5,
    fill: 'paper',
    opacity: 0.9,
  }
  const words = setting.parts.map(
    (part): Shape => ({
      shape: 'text',
      x: x + part.x,
      y: y + part.y,
      text: part.text,
      sizePx: part.sizePx,
      font: part.font,
      fill: part.ink,
      anchor: 'start',
    }),
  )
  return [plate, ...orderShapes(order, x + PADDING + ORDER_RADIUS, y + setting.middle), ...words]
}

function orderShapes(order: number | undefined, cx: number, cy: number): readonly Shape[] {
  if (order === undefined) return []
  const r = ORDER_RADIUS
  return [
    { shape: 'circle', cx, cy, r, fill: 'panel-2', stroke: { ink: 'ink-3', width: 1 } },
    {
      shape: 'text',
      x: cx,
      y: cy + 3.2,
      text: String(order),
      sizePx: order > 9 ? 8 : 9,
      font: 'sans-semibold',
      fill: 'ink',
      anchor: 'middle',
    },
  ]
}
