/** The legend: each protocol that occurs, as a short line and its words. */
import type { Protocol } from '../scenario/connection'
import { PROTOCOLS } from '../scenario/connection'
import type { Point } from '../scenario/place'
import type { Scenario } from '../scenario/scenario'
import type { Language } from '../scenario/text'
import { textWidth } from './font'
import { bareLine } from './line-drawing'
import type { Bounds, Shape } from './shape'
import { word } from './words'

const PADDING = 14
const TITLE_HEIGHT = 24
const ROW_HEIGHT = 24
const SAMPLE_WIDTH = 64
const SAMPLE_GAP = 12
const TEXT_SIZE_PX = 11

/** Protocols that the scenario's lines speak, in the fixed order of the format. */
export function protocolsOf(scenario: Scenario): readonly Protocol[] {
  const spoken = new Set(scenario.connections.map((connection) => connection.protocol))
  return PROTOCOLS.filter((protocol) => spoken.has(protocol))
}

/** A short straight line of a protocol, from `start` to the right. */
export function lineSample(protocol: Protocol, start: Point, length: number): readonly Shape[] {
  const end = { x: start.x + length, y: start.y }
  const connection = { id: 'sample', from: 'a', to: 'b', protocol }
  return bareLine(connection, {
    from: { side: 'right', point: start },
    to: { side: 'left', point: end },
  }).strokes
}

/** The legend with its corner at (x, y); nothing where there are no lines. */
export function legendShapes(
  protocols: readonly Protocol[],
  language: Language,
  corner: Point,
): { readonly bounds: Bounds; readonly shapes: readonly Shape[] } {
  const { x, y } = corner
  if (protocols.length === 0) return { bounds: { x, y, width: 0, height: 0 }, shapes: [] }
  const texts = protocols.map((protocol) => word(`legend.${protocol}`, language))
  const textMax = Math.max(...texts.map((text) => textWidth(text, TEXT_SIZE_PX, 'sans')))
  const width = Math.ceil(2 * PADDING + SAMPLE_WIDTH + SAMPLE_GAP + textMax)
  const height = TITLE_HEIGHT + protocols.length * ROW_HEIGHT + PADDING
  const shapes: Shape[] = [
    {
      shape: 'rect',
      x,
      y,
      width,
      height,
      radius: 10,
      fill: 'panel',
      stroke: { ink: 'line', width: 1 },
    },
    {
      shape: 'text',
      x: x + PADDING,
      y: y + 21,
      text: word('legend.title', language),
      sizePx: TEXT_SIZE_PX,
      font: 'sans-semibold',
      fill: 'ink-3',
      anchor: 'start',
    },
  ]
  protocols.forEach((protocol, index) => {
    const middle = y + TITLE_HEIGHT + 8 + (index + 0.5) * ROW_HEIGHT
    shapes.push(...lineSample(protocol, { x: x + PADDING, y: middle }, SAMPLE_WIDTH), {
      shape: 'text',
      x: x + PADDING + SAMPLE_WIDTH + SAMPLE_GAP,
      y: middle + 4,
      text: texts[index] ?? '',
      sizePx: TEXT_SIZE_PX,
      font: 'sans',
      fill: 'ink',
      anchor: 'start',
    })
  })
  return { bounds: { x, y, width, height }, shapes }
}
