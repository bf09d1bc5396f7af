/** What each thing of a sequence diagram is drawn with. Where it stands is the layout's; what is in sight is not asked. */
import { endShapes } from './arrowheads'
import type { CaptionTone } from './caption'
import { rounded } from './geometry'
import {
  BAR_WIDTH,
  HEADER_HEIGHT,
  middleOf,
  NAME_SIZE_PX,
  noteBox,
  noteFont,
  type SequenceLabel,
  type SequenceLayout,
  type SequenceMessage,
  type SequenceNote,
  type SequenceRow,
  type SequenceSpan,
  type SequenceWay,
  TEXT_SIZE_PX,
} from './sequence-layout'
import type { Ink, Shape } from './shape'

/** Which part of a layout to draw: heights in board units. */
export interface SequenceView {
  readonly position?: number
  readonly top?: number
  readonly bottom?: number
  /** The ink of what the drawing lies on: behind labels that cross a lifeline. */
  readonly paper?: Ink
}

const TONES: Readonly<Record<CaptionTone, Ink>> = { plain: 'ink-2', good: 'ok', bad: 'bad' }
const LEVEL_STEP = 4
const DIM = 0.35

export function opacityAt(row: number, view: SequenceView): number {
  return view.position === undefined || row < view.position ? 1 : DIM
}

function dimmed(shapes: readonly Shape[], opacity: number): readonly Shape[] {
  return opacity === 1 || shapes.length === 0
    ? shapes
    : [{ shape: 'group', x: 0, y: 0, opacity, shapes }]
}

/** The names of the services, above the lifelines. */
export function sequenceHeader(layout: SequenceLayout): readonly Shape[] {
  return layout.columns.map(({ name, x }) => ({
    shape: 'text',
    x,
    y: 20,
    text: name,
    sizePx: NAME_SIZE_PX,
    font: 'sans-semibold',
    fill: 'ink',
    anchor: 'middle',
  }))
}

export interface Span {
  readonly top: number
  readonly bottom: number
}

export function spanOf(layout: SequenceLayout, view: SequenceView): Span {
  return {
    top: Math.max(HEADER_HEIGHT - 6, view.top ?? 0),
    bottom: Math.min(layout.height, view.bottom ?? layout.height),
  }
}

/** The lifelines, broken where their service is down: one shape, as a scenario may have a thousand. */
export function lifelines(layout: SequenceLayout, span: Span): readonly Shape[] {
  const pieces = layout.columns.flatMap(({ x }, column) => {
    const drawn: string[] = []
    const draw = (from: number, to: number): void => {
      const [top, bottom] = [Math.max(from, span.top), Math.min(to, span.bottom)]
      if (bottom > top) drawn.push(`M${x} ${top}L${x} ${bottom}`)
    }
    let from = HEADER_HEIGHT - 6
    for (const outage of layout.outages) {
      if (outage.column !== column) continue
      draw(from, middleOf(layout.rows, outage.fromRow))
      from = outage.toRow === undefined ? layout.height : middleOf(layout.rows, outage.toRow)
    }
    draw(from, layout.height)
    return drawn
  })
  if (pieces.length === 0) return []
  return [{ shape: 'path', d: pieces.join(''), stroke: { ink: 'line', width: 1.5 } }]
}

export function currentBand(layout: SequenceLayout, view: SequenceView): readonly Shape[] {
  const row = view.position === undefined ? undefined : layout.rows[view.position - 1]
  if (!row) return []
  const { y, height } = row
  return [
    { shape: 'rect', x: 0, y, width: layout.width, height, radius: 4, fill: 'mark-2' },
    { shape: 'rect', x: 0, y, width: 3, height, radius: 1.5, fill: 'mark' },
  ]
}

export function numberShape(row: SequenceRow, index: number, view: SequenceView): Shape {
  const opacity = opacityAt(index, view)
  return {
    shape: 'text',
    x: 30,
    y: row.y + row.height / 2 + 3.5,
    text: String(row.seq),
    sizePx: 10,
    font: 'sans',
    fill: 'ink-3',
    anchor: 'end',
    ...(opacity === 1 ? {} : { opacity }),
  }
}

/** Whether the step that just happened is of this handler's work. */
export function isWorkNow(layout: SequenceLayout, span: SequenceSpan, view: SequenceView): boolean {
  if (view.position === undefined) return false
  const now = view.position - 1
  return (
    layout.rows[now]?.column === span.column &&
    span.fromRow <= now &&
    (span.toRow ?? layout.rows.length) >= now
  )
}

export function workBar(layout: SequenceLayout, span: SequenceSpan, view: SequenceView): Shape {
  const { x } = layout.columns[span.column] ?? { x: 0 }
  const y = middleOf(layout.rows, span.fromRow)
  const end = span.toRow === undefined ? layout.height - 8 : middleOf(layout.rows, span.toRow)
  const isNow = isWorkNow(layout, span, view)
  return {
    shape: 'rect',
    x: x - BAR_WIDTH / 2 + span.level * LEVEL_STEP,
    y,
    width: BAR_WIDTH,
    height: Math.max(4, end - y),
    radius: 2,
    fill: isNow ? 'mark-2' : 'panel-2',
    stroke: { ink: 'ink-3', width: 1 },
    ...(opacityAt(span.fromRow, view) === 1 ? {} : { opacity: DIM }),
  }
}

function cross(x: number, y: number): Shape {
  const [l, t, r, b] = [rounded(x - 6), rounded(y - 6), rounded(x + 6), rounded(y + 6)]
  const stroke = { ink: 'bad', width: 2.6, cap: 'round' } as const
  return { shape: 'path', d: `M${l} ${t}L${r} ${b}M${r} ${t}L${l} ${b}`, stroke }
}

function labelShapes(label: SequenceLabel, message: SequenceMessage, paper: Ink): readonly Shape[] {
  const { box, text } = label
  return [
    { shape: 'rect', ...box, radius: 3, fill: paper, opacity: 0.85 },
    {
      shape: 'text',
      x: box.x + box.width / 2,
      y: box.y + 10.5,
      text,
      sizePx: TEXT_SIZE_PX,
      font: 'sans',
      fill: message.tone === 'bad' ? 'bad' : 'ink',
      anchor: 'middle',
    },
  ]
}

export function isNow(message: SequenceMessage, view: SequenceView): boolean {
  if (view.position === undefined) return false
  return message.arrivalRow === view.position - 1 || message.sentRow === view.position - 1
}

function arrowEnd(message: SequenceMessage, { start, end }: SequenceWay): readonly Shape[] {
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1
  const direction = { x: (end.x - start.x) / length, y: (end.y - start.y) / length }
  const { style } = message
  switch (message.fate) {
    case 'arrived':
      return endShapes(style.end === 'none' ? 'open' : style.end, end, direction, style)
    case 'lost':
      return [cross(end.x, end.y)]
    case 'on-its-way':
      return []
  }
}

export function messageShapes(
  layout: SequenceLayout,
  index: number,
  view: SequenceView,
): readonly Shape[] {
  const message = layout.messages[index]
  const way = layout.ways[index]
  if (!message || !way) return []
  const { style } = message
  const { start, end } = way
  const d = `M${rounded(start.x)} ${rounded(start.y)}L${rounded(end.x)} ${rounded(end.y)}`
  const dash = message.fate === 'on-its-way' ? [2, 4] : style.dash
  const stroke = { ink: style.ink, width: 1.6, ...(dash ? { dash } : {}) }
  const now = isNow(message, view)
  const label = layout.labels[index]
  const trace: Shape = { shape: 'path', d, stroke: { ink: 'mark', width: 8 }, opacity: 0.6 }
  const shapes: readonly Shape[] = [
    ...(label ? labelShapes(label, message, now ? 'mark-2' : (view.paper ?? 'paper')) : []),
    ...(now ? [trace] : []),
    { shape: 'path', d, stroke },
    ...arrowEnd(message, way),
  ]
  return dimmed(shapes, opacityAt(message.sentRow, view))
}

export function noteShapes(layout: SequenceLayout, note: SequenceNote, view: SequenceView) {
  const x = layout.columns[note.column]?.x ?? 0
  const y = middleOf(layout.rows, note.row)
  const ink = TONES[note.tone]
  const shapes: Shape[] = []
  if (note.mark === 'cross') shapes.push(cross(x, y))
  else shapes.push({ shape: 'circle', cx: x, cy: y, r: note.mark === 'dot' ? 4 : 2.5, fill: ink })
  shapes.push({
    shape: 'text',
    x: rounded(noteBox(note, layout).x),
    y: y + 4,
    text: note.text,
    sizePx: TEXT_SIZE_PX,
    font: noteFont(note),
    fill: ink,
    anchor: 'start',
  })
  return dimmed(shapes, opacityAt(note.row, view))
}
