/** The sequence diagram's shapes: the whole of it for an export, or the rows in view for the screen. */
import type { Step } from '../engine/step'
import type { Scenario } from '../scenario/scenario'
import type { Language } from '../scenario/text'
import {
  HEADER_HEIGHT,
  middleOf,
  type SequenceColumn,
  type SequenceLayout,
  type SequenceRow,
  sequenceLayout,
} from './sequence-layout'
import {
  currentBand,
  isNow,
  isWorkNow,
  lifelines,
  messageShapes,
  noteShapes,
  numberShape,
  opacityAt,
  type SequenceView,
  type Span,
  sequenceHeader,
  spanOf,
  workBar,
} from './sequence-strokes'
import type { Drawing, Shape } from './shape'

export { rowAt, type SequenceColumn, type SequenceRow } from './sequence-layout'
export { type SequenceView, sequenceHeader } from './sequence-strokes'

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

const PADDING = 24

/** A thing of the diagram: the same `key` is the same thing, and the same `shapes` are drawn as before. */
export interface SequencePiece {
  readonly key: string
  readonly shapes: readonly Shape[]
}

/** What of a layout reaches into a span: found once for all positions of the run that are seen in it. */
interface Seen {
  readonly span: Span
  readonly lifelines: readonly Shape[]
  readonly work: readonly number[]
  readonly rows: readonly number[]
  readonly messages: readonly number[]
  readonly notes: readonly number[]
}

/** What was drawn of a layout: a step changes a few of its things and draws only those anew. */
class Drawn {
  private readonly shapes = new Map<string, readonly Shape[]>()
  private known: Seen | undefined

  constructor(private readonly layout: SequenceLayout) {}

  /** `looks`: everything that the shapes of this thing depend on besides the layout. */
  piece(key: string, looks: string, draw: () => readonly Shape[]): SequencePiece {
    const name = `${key} ${looks}`
    const shapes = this.shapes.get(name) ?? draw()
    this.shapes.set(name, shapes)
    return { key, shapes }
  }

  seen(span: Span): Seen {
    const { known, layout } = this
    if (known?.span.top === span.top && known.span.bottom === span.bottom) return known
    const { rows, work, messages, notes } = layout
    const isSeen = (first: number, last: number): boolean =>
      middleOf(rows, last) >= span.top - 40 && middleOf(rows, first) <= span.bottom + 40
    const end = rows.length - 1
    const places = <T>(all: readonly T[], isIn: (one: T, place: number) => boolean) =>
      all.flatMap((one, place) => (isIn(one, place) ? [place] : []))
    this.known = {
      span,
      lifelines: lifelines(layout, span),
      work: places(work, ({ fromRow, toRow }) => isSeen(fromRow, toRow ?? end)),
      rows: places(rows, ({ height }, row) => height > 12 && isSeen(row, row)),
      messages: places(messages, ({ sentRow, arrivalRow }) => isSeen(sentRow, arrivalRow)),
      notes: places(notes, ({ row }) => isSeen(row, row)),
    }
    return this.known
  }
}

const DRAWN = new WeakMap<SequenceLayout, Drawn>()

function drawnOf(layout: SequenceLayout): Drawn {
  const known = DRAWN.get(layout)
  if (known) return known
  const made = new Drawn(layout)
  DRAWN.set(layout, made)
  return made
}

/** Everything of a layout that reaches into the view, thing by thing from back to front; the header is apart. */
export function sequencePieces(
  layout: SequenceLayout,
  view: SequenceView,
): readonly SequencePiece[] {
  const drawn = drawnOf(layout)
  const seen = drawn.seen(spanOf(layout, view))
  const { rows, work, messages, notes } = layout
  const each = <T>(
    places: readonly number[],
    all: readonly T[],
    piece: (one: T, place: number) => SequencePiece,
  ): SequencePiece[] =>
    places.flatMap((place) => {
      const one = all[place]
      return one === undefined ? [] : [piece(one, place)]
    })
  return [
    { key: 'now', shapes: currentBand(layout, view) },
    { key: 'lifelines', shapes: seen.lifelines },
    ...each(seen.work, work, (span, place) => {
      const looks = `${opacityAt(span.fromRow, view)} ${isWorkNow(layout, span, view)}`
      return drawn.piece(`work ${place}`, looks, () => [workBar(layout, span, view)])
    }),
    ...each(seen.rows, rows, (row, place) =>
      drawn.piece(`row ${place}`, `${opacityAt(place, view)}`, () => [
        numberShape(row, place, view),
      ]),
    ),
    ...each(seen.messages, messages, (message, place) => {
      const { sentRow } = message
      const looks = `${opacityAt(sentRow, view)} ${isNow(message, view)} ${view.paper}`
      return drawn.piece(`message ${place}`, looks, () => messageShapes(layout, place, view))
    }),
    ...each(seen.notes, notes, (note, place) =>
      drawn.piece(`note ${place}`, `${opacityAt(note.row, view)}`, () =>
        noteShapes(layout, note, view),
      ),
    ),
  ]
}

/** The same as one list. */
export function sequenceShapes(layout: SequenceLayout, view: SequenceView): readonly Shape[] {
  return sequencePieces(layout, view).flatMap(({ shapes }) => shapes)
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
