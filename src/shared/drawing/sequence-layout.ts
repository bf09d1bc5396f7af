/**
 * A run as a sequence diagram, before any shape: a column for each service that takes part, a row for each
 * step, and what reaches from row to row: messages, handlers at work, services that are down.
 */
import type { ServiceId } from '../base/ids'
import type { Step } from '../engine/step'
import type { Point } from '../scenario/place'
import type { Scenario } from '../scenario/scenario'
import { type Language, textIn } from '../scenario/text'
import { withLengths } from './curve'
import { type Font, textWidth } from './font'
import { boundsAround, grown } from './geometry'
import { GridCrowd } from './grid-crowd'
import { labelPlace } from './label-place'
import {
  isQuiet,
  type SequenceMessage,
  type SequenceNote,
  type SequenceParts,
  type SequenceSpan,
  sequenceParts,
} from './sequence-parts'
import type { Bounds } from './shape'
import { ellipsised } from './text-fitting'

export interface SequenceColumn {
  readonly service: ServiceId
  readonly name: string
  readonly x: number
}

/** The band of a step: what a click between `y` and `y + height` means. */
export interface SequenceRow {
  readonly seq: number
  /** The column of the service where it happened. */
  readonly column: number
  readonly y: number
  readonly height: number
}

export type { SequenceMessage, SequenceNote, SequenceSpan }

/** Where a message's label stands, and what of it fits there. */
export interface SequenceLabel {
  readonly text: string
  readonly box: Bounds
}

export interface SequenceLayout {
  readonly columns: readonly SequenceColumn[]
  readonly rows: readonly SequenceRow[]
  readonly messages: readonly SequenceMessage[]
  /** A way and, where there is something to say, a label for each message. */
  readonly ways: readonly SequenceWay[]
  readonly labels: readonly (SequenceLabel | undefined)[]
  readonly notes: readonly SequenceNote[]
  readonly work: readonly SequenceSpan[]
  readonly outages: readonly SequenceSpan[]
  readonly width: number
  readonly height: number
}

export const NAME_SIZE_PX = 12
export const TEXT_SIZE_PX = 11
export const HEADER_HEIGHT = 34
/** Left of the first lifeline: the steps' numbers. */
const GUTTER = 34
const ROW_HEIGHT = 28
const QUIET_ROW_HEIGHT = 9
const COLUMN_GAP_MIN = 90
const COLUMN_GAP_MAX = 230
const NOTE_WIDTH_MAX = 190
const LABEL_ROOM = 36
/** Between a lifeline and the words beside it, and after them. */
const NOTE_GAP = 12
const NOTE_END = 8

function rowsOf(steps: readonly Step[], services: readonly ServiceId[]): readonly SequenceRow[] {
  const columns = new Map(services.map((service, column) => [service, column]))
  let y = HEADER_HEIGHT + 4
  return steps.map((step) => {
    const height = isQuiet(step) ? QUIET_ROW_HEIGHT : ROW_HEIGHT
    const row = { seq: step.seq, column: columns.get(step.service) ?? 0, y, height }
    y += height
    return row
  })
}

/** Columns far enough apart for their names and for what is written between them. */
function columnsOf(built: SequenceParts, names: readonly string[]): readonly SequenceColumn[] {
  const gaps = names.map((name, i) => {
    const here = textWidth(name, NAME_SIZE_PX, 'sans-semibold')
    const next = textWidth(names[i + 1] ?? '', NAME_SIZE_PX, 'sans-semibold')
    return Math.max(COLUMN_GAP_MIN, (here + next) / 2 + 14)
  })
  const widen = (column: number, width: number): void => {
    const gap = gaps[column]
    if (gap !== undefined) gaps[column] = Math.max(gap, Math.min(COLUMN_GAP_MAX, width))
  }
  for (const message of built.messages) {
    if (Math.abs(message.from - message.to) !== 1) continue
    const width = textWidth(message.label, TEXT_SIZE_PX, 'sans')
    widen(Math.min(message.from, message.to), width + LABEL_ROOM)
  }
  for (const note of built.notes) {
    const gap = isLeft(note, names.length) ? note.column - 1 : note.column
    widen(gap, textWidth(note.text, TEXT_SIZE_PX, noteFont(note)) + NOTE_GAP + NOTE_END)
  }
  let x = GUTTER + textWidth(names[0] ?? '', NAME_SIZE_PX, 'sans-semibold') / 2 + 4
  return built.services.map((service, i) => {
    const column = { service, name: names[i] ?? service, x: Math.round(x) }
    x += gaps[i] ?? COLUMN_GAP_MIN
    return column
  })
}

/** The last column's words stand on its left, where there is room anyway. */
function isLeft({ column }: SequenceNote, columns: number): boolean {
  return column > 0 && column === columns - 1
}

/** Where a note's words stand, from the left. */
export function noteBox(
  note: SequenceNote,
  { columns, rows }: Pick<SequenceLayout, 'columns' | 'rows'>,
): Bounds {
  const x = columns[note.column]?.x ?? 0
  const width = textWidth(note.text, TEXT_SIZE_PX, noteFont(note))
  const left = isLeft(note, columns.length) ? x - NOTE_GAP - width : x + NOTE_GAP
  return { x: left, y: middleOf(rows, note.row) - 6, width, height: 12 }
}

export function noteFont({ tone }: SequenceNote): Font {
  return tone === 'bad' ? 'sans-semibold' : 'sans'
}

function widthOf(built: SequenceParts, columns: readonly SequenceColumn[]): number {
  const ends = columns.map(
    ({ x, name }) => x + textWidth(name, NAME_SIZE_PX, 'sans-semibold') / 2 + 6,
  )
  for (const note of built.notes) {
    const { x, width } = noteBox(note, { columns, rows: [] })
    ends.push(x + width + NOTE_END)
  }
  return Math.ceil(ends.reduce((most, end) => Math.max(most, end), GUTTER))
}

const NAME_WIDTH_MAX = 160
export const BAR_WIDTH = 10
/** A message that has neither arrived nor been lost ends here on its way; a lost one a little later. */
const ENDS = { arrived: 1, lost: 0.62, 'on-its-way': 0.45 } as const
/** A delivery that nobody's sending led to comes from this much above its row. */
const AGAIN_RISE = 12

/** From lifeline to lifeline, clear of the bars, and as far as the message came. */
export interface SequenceWay {
  readonly start: Point
  readonly end: Point
}

function wayOf(
  message: SequenceMessage,
  columns: readonly SequenceColumn[],
  rows: readonly SequenceRow[],
): SequenceWay {
  const from = columns[message.from]?.x ?? 0
  const to = columns[message.to]?.x ?? 0
  const inset = to > from ? BAR_WIDTH / 2 : -BAR_WIDTH / 2
  const x = from + (message.isFromBar ? inset : 0)
  const end = to - (message.isToBar ? inset : 0)
  const y = middleOf(rows, message.arrivalRow)
  return {
    start: { x, y: message.isAgain ? y - AGAIN_RISE : middleOf(rows, message.sentRow) },
    end: { x: x + (end - x) * ENDS[message.fate], y },
  }
}

/** Half-way down a row. */
export function middleOf(rows: readonly SequenceRow[], row: number): number {
  const { y, height } = rows[row] ?? { y: 0, height: 0 }
  return y + height / 2
}

const LABEL_HEIGHT = 14

/** Labels beside their arrows: over no words and, if it can be, over no other arrow. */
function labelsOf(
  parts: SequenceParts,
  ways: readonly SequenceWay[],
  columns: readonly SequenceColumn[],
  rows: readonly SequenceRow[],
): readonly (SequenceLabel | undefined)[] {
  const ends = ways.flatMap(({ start, end }) => [start, end])
  const crowd = new GridCrowd(grown(boundsAround(ends), 100))
  for (const note of parts.notes) crowd.addBox(noteBox(note, { columns, rows }))
  const lines = ways.map(({ start, end }) => withLengths([start, end]))
  lines.forEach((line, index) => {
    crowd.addLine(line.points, index)
  })
  return parts.messages.map((message, index) => {
    const line = lines[index]
    const way = ways[index]
    if (message.label === '' || !line || !way) return undefined
    const room = Math.max(60, Math.abs(way.end.x - way.start.x) - 8)
    const text = ellipsised(message.label, room, TEXT_SIZE_PX, 'sans')
    const width = Math.ceil(textWidth(text, TEXT_SIZE_PX, 'sans')) + 4
    const setting = { size: { width, height: LABEL_HEIGHT }, parts: [], middle: 0 }
    const place = labelPlace({ ...line, middle: undefined }, [setting], index, crowd)
    if (!place) return undefined
    crowd.addBox(place.box)
    return { text, box: place.box }
  })
}

/** Lays the steps out; the same steps give the same layout, whichever of them is the current one. */
export function sequenceLayout(
  steps: readonly Step[],
  scenario: Scenario,
  language: Language,
): SequenceLayout {
  const parts = sequenceParts(steps, scenario, language)
  const byId = new Map(scenario.services.map((service) => [service.id, service]))
  const names = parts.services.map((id) => {
    const service = byId.get(id)
    const name = service ? textIn(service.name, language) : id
    return ellipsised(name, NAME_WIDTH_MAX, NAME_SIZE_PX, 'sans-semibold')
  })
  const notes = parts.notes.map((note) => ({
    ...note,
    text: ellipsised(note.text, NOTE_WIDTH_MAX, TEXT_SIZE_PX, noteFont(note)),
  }))
  const cut = { ...parts, notes, messages: parts.messages, services: parts.services }
  const rows = rowsOf(steps, parts.services)
  const columns = columnsOf(cut, names)
  const ways = parts.messages.map((message) => wayOf(message, columns, rows))
  const last = rows[rows.length - 1]
  return {
    columns,
    rows,
    messages: parts.messages,
    ways,
    labels: labelsOf(cut, ways, columns, rows),
    notes,
    work: parts.work,
    outages: parts.outages,
    width: widthOf(cut, columns),
    height: (last ? last.y + last.height : HEADER_HEIGHT) + 14,
  }
}

/** The row at a height, by halving; undefined above the first and below the last. */
export function rowAt(rows: readonly SequenceRow[], y: number): SequenceRow | undefined {
  let low = 0
  let high = rows.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (!row) return undefined
    if (y < row.y) high = middle - 1
    else if (y >= row.y + row.height) low = middle + 1
    else return row
  }
  return undefined
}
