/** The sequence diagram's shapes: the whole of it for an export, or the rows in view for the screen. */
import type { Step } from '../engine/step'
import type { Scenario } from '../scenario/scenario'
import type { Language } from '../scenario/text'
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
  type SequenceColumn,
  type SequenceLabel,
  type SequenceLayout,
  type SequenceMessage,
  type SequenceNote,
  type SequenceRow,
  type SequenceSpan,
  type SequenceWay,
  sequenceLayout,
  TEXT_SIZE_PX,
} from './sequence-layout'
import type { Drawing, Ink, Shape } from './shape'

export { rowAt, type SequenceColumn, type SequenceRow } from './sequence-layout'

export interface SequenceOptions {
  readonly language: Language
  /** Steps taken so far: the last of them is marked, the later ones are dim. Without it all are plain. */
  readonly position?: number
  /** A step's sentence, for the rows' `label`. */
  readonly labelOf?: (step: Step) => string
}

export interface SequenceDrawing extends Drawing {
  /** A row a step, in order; with the step's sentence where `labelOf` was given. */
  readonly rows: readonly (SequenceRow & { readonly label?: string })[]
  readonly columns: readonly SequenceColumn[]
  readonly headerHeight: number
}

/** Which part of a layout to draw: heights in board units. */
export interface SequenceView {
  readonly position?: number
  readonly top?: number
  readonly bottom?: number
  /** The ink of what the drawing lies on: behind labels that cross a lifeline. */
  readonly paper?: Ink
}

const PADDING = 24
const TONES: Readonly<Record<CaptionTone, Ink>> = { plain: 'ink-2', good: 'ok', bad: 'bad' }
const LEVEL_STEP = 4
const DIM = 0.35

function opacityAt(row: number, view: SequenceView): number {
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

interface Span {
  readonly top: number
  readonly bottom: number
}

function spanOf(layout: SequenceLayout, view: SequenceView): Span {
  return {
    top: Math.max(HEADER_HEIGHT - 6, view.top ?? 0),
    bottom: Math.min(layout.height, view.bottom ?? layout.height),
  }
}

/** The lifelines, broken where their service is down. */
function lifelines(layout: SequenceLayout, span: Span): readonly Shape[] {
  const stroke = { ink: 'line', width: 1.5 } as const
  return layout.columns.flatMap(({ x }, column) => {
    const shapes: Shape[] = []
    const draw = (from: number, to: number): void => {
      const [top, bottom] = [Math.max(from, span.top), Math.min(to, span.bottom)]
      if (bottom > top) shapes.push({ shape: 'path', d: `M${x} ${top}L${x} ${bottom}`, stroke })
    }
    let from = HEADER_HEIGHT - 6
    for (const outage of layout.outages) {
      if (outage.column !== column) continue
      draw(from, middleOf(layout.rows, outage.fromRow))
      from = outage.toRow === undefined ? layout.height : middleOf(layout.rows, outage.toRow)
    }
    draw(from, layout.height)
    return shapes
  })
}

function currentBand(layout: SequenceLayout, view: SequenceView): readonly Shape[] {
  const row = view.position === undefined ? undefined : layout.rows[view.position - 1]
  if (!row) return []
  const { y, height } = row
  return [
    { shape: 'rect', x: 0, y, width: layout.width, height, radius: 4, fill: 'mark-2' },
    { shape: 'rect', x: 0, y, width: 3, height, radius: 1.5, fill: 'mark' },
  ]
}

function numberShape(row: SequenceRow, index: number, view: SequenceView): Shape {
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

function workBar(layout: SequenceLayout, span: SequenceSpan, view: SequenceView): Shape {
  const { x } = layout.columns[span.column] ?? { x: 0 }
  const y = middleOf(layout.rows, span.fromRow)
  const end = span.toRow === undefined ? layout.height - 8 : middleOf(layout.rows, span.toRow)
  const now = view.position === undefined ? undefined : view.position - 1
  const isNow =
    now !== undefined &&
    layout.rows[now]?.column === span.column &&
    span.fromRow <= now &&
    (span.toRow ?? layout.rows.length) >= now
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

function isNow(message: SequenceMessage, view: SequenceView): boolean {
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

function messageShapes(
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

function noteShapes(layout: SequenceLayout, note: SequenceNote, view: SequenceView) {
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

/** Everything of a layout that reaches into the view, from back to front; the header is apart. */
export function sequenceShapes(layout: SequenceLayout, view: SequenceView): readonly Shape[] {
  const span = spanOf(layout, view)
  const isSeen = (first: number, last: number): boolean =>
    middleOf(layout.rows, last) >= span.top - 40 && middleOf(layout.rows, first) <= span.bottom + 40
  const end = layout.rows.length - 1
  return [
    ...currentBand(layout, view),
    ...lifelines(layout, span),
    ...layout.work
      .filter((work) => isSeen(work.fromRow, work.toRow ?? end))
      .map((work) => workBar(layout, work, view)),
    ...layout.rows.flatMap((row, index) =>
      row.height > 12 && isSeen(index, index) ? [numberShape(row, index, view)] : [],
    ),
    ...layout.messages.flatMap((message, index) =>
      isSeen(message.sentRow, message.arrivalRow) ? messageShapes(layout, index, view) : [],
    ),
    ...layout.notes
      .filter((note) => isSeen(note.row, note.row))
      .flatMap((note) => noteShapes(layout, note, view)),
  ]
}

/** The whole sequence diagram of a run, padded; rows and columns are in the same coordinates. */
export function drawSequence(
  steps: readonly Step[],
  scenario: Scenario,
  options: SequenceOptions,
): SequenceDrawing {
  const layout = sequenceLayout(steps, scenario, options.language)
  const view = options.position === undefined ? {} : { position: options.position }
  const { labelOf } = options
  return {
    bounds: {
      x: -PADDING,
      y: -PADDING,
      width: layout.width + 2 * PADDING,
      height: layout.height + 2 * PADDING,
    },
    shapes: [...sequenceHeader(layout), ...sequenceShapes(layout, view)],
    rows: labelOf
      ? layout.rows.map((row, i) => {
          const step = steps[i]
          return step ? { ...row, label: labelOf(step) } : row
        })
      : layout.rows,
    columns: layout.columns,
    headerHeight: HEADER_HEIGHT,
  }
}
