/** What a line's label says and how wide that is: place in the order, protocol, operation or event. */

import type { Connection } from '../scenario/connection'
import type { Size } from '../scenario/place'
import { type Language, textIn } from '../scenario/text'
import { type Font, textWidth } from './font'
import { LINE_STYLES, tagOf } from './line-style'
import type { Ink, Shape } from './shape'
import { ellipsised } from './text-fitting'

export interface LabelPart {
  readonly text: string
  readonly font: Font
  readonly sizePx: number
  readonly ink: Ink
  /** From the label's left side. */
  readonly x: number
}

export interface LabelWords {
  readonly size: Size
  readonly parts: readonly LabelPart[]
  /** The small number in a circle: its place among the actions that follow from the lines. */
  readonly order: number | undefined
}

export const LABEL_HEIGHT = 19
const PADDING = 6
const GAP = 5
const TAG_SIZE_PX = 10
const TEXT_SIZE_PX = 11
const TEXT_WIDTH_MAX = 210
const ORDER_RADIUS = 7

function wordsOf(connection: Connection, language: Language): { text: string; font: Font } {
  if (connection.label !== undefined) {
    const label = textIn(connection.label, language).replace(/\s+/g, ' ').trim()
    if (label !== '') return { text: label, font: 'sans' }
  }
  const called = connection.operation ?? connection.event ?? connection.queue ?? ''
  const exchange = connection.protocol === 'amqp' ? connection.exchange?.name : undefined
  if (exchange === undefined) return { text: called, font: 'mono' }
  return { text: called === '' ? exchange : `${exchange} → ${called}`, font: 'mono' }
}

/** The label of a connection; without parts where the line says it all. */
export function labelWords(
  connection: Connection,
  language: Language,
  order: number | undefined,
): LabelWords {
  const parts: LabelPart[] = []
  const tag = tagOf(connection)
  const { text, font } = wordsOf(connection, language)
  let x = PADDING
  if (order !== undefined) x += 2 * ORDER_RADIUS + GAP
  if (tag !== '') {
    const ink = LINE_STYLES[connection.protocol].ink
    parts.push({ text: tag, font: 'sans-semibold', sizePx: TAG_SIZE_PX, ink, x })
    x += textWidth(tag, TAG_SIZE_PX, 'sans-semibold') + GAP
  }
  if (text !== '') {
    const cut = ellipsised(text, TEXT_WIDTH_MAX, TEXT_SIZE_PX, font)
    parts.push({ text: cut, font, sizePx: TEXT_SIZE_PX, ink: 'ink', x })
    x += textWidth(cut, TEXT_SIZE_PX, font) + GAP
  }
  if (parts.length === 0 && order === undefined) {
    return { size: { width: 0, height: 0 }, parts, order }
  }
  return { size: { width: Math.ceil(x - GAP + PADDING), height: LABEL_HEIGHT }, parts, order }
}

/** The label's shapes with its corner at (x, y): a plate of paper, then the words. */
export function labelShapes(words: LabelWords, x: number, y: number): readonly Shape[] {
  if (words.size.width === 0) return []
  const shapes: Shape[] = [
    { shape: 'rect', x, y, ...words.size, radius: 5, fill: 'paper', opacity: 0.92 },
  ]
  const middle = y + LABEL_HEIGHT / 2
  if (words.order !== undefined) {
    const cx = x + PADDING + ORDER_RADIUS
    shapes.push(
      {
        shape: 'circle',
        cx,
        cy: middle,
        r: ORDER_RADIUS,
        fill: 'panel-2',
        stroke: { ink: 'ink-3', width: 1 },
      },
      {
        shape: 'text',
        x: cx,
        y: middle + 3.2,
        text: String(words.order),
        sizePx: words.order > 9 ? 8 : 9,
        font: 'sans-semibold',
        fill: 'ink',
        anchor: 'middle',
      },
    )
  }
  for (const part of words.parts) {
    shapes.push({
      shape: 'text',
      x: x + part.x,
      y: middle + part.sizePx * 0.36,
      text: part.text,
      sizePx: part.sizePx,
      font: part.font,
      fill: part.ink,
      anchor: 'start',
    })
  }
  return shapes
}
