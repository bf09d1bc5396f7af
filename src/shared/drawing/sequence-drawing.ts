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
import type { Drawing, Ink, Shape } from './shape'

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

/** Things that follow one another: a step leaves most of these lists the very same. */
export interface SequenceBatch {
  readonly key: string
  readonly pieces: readonly SequencePiece[]
}

const BATCH = 16

/** What of a layout reaches into a span: found once for all positions of the run that are seen in it. */
interface Seen {
  readonly span: Span
  readonly lifelines: SequencePiece
  readonly work: readonly number[]
  readonly rows: readonly number[]
  readonly messages: readonly number[]
  readonly notes: readonly number[]
}

/** Whether a thing is still to come, and whether the current step is of it: all that a step changes of its looks. */
type Looks = 0 | 1 | 2 | 3

function looksOf(row: number, isNow: boolean, view: SequenceView): Looks {
  return opacityAt(row, view) === 1 ? (isNow ? 2 : 0) : isNow ? 3 : 1
}

type Kind = 'work' | 'row' | 'message' | 'note'

/** What was drawn of a layout: a step changes a few of its things and draws only those anew. */
class Drawn {
  private readonly pieces: Readonly<Record<Kind, SequencePiece[][]>> = {
    work: [],
    row: [],
    message: [],
    note: [],
  }
  private readonly batches = new Map<string, SequenceBatch>()
  private known: Seen | undefined

  constructor(private readonly layout: SequenceLayout) {}

  piece(kind: Kind, place: number, looks: Looks, draw: () => readonly Shape[]): SequencePiece {
    const drawn = this.pieces[kind][place] ?? []
    this.pieces[kind][place] = drawn
    const known = drawn[looks]
    if (known) return known
    const made = { key: `${kind} ${place}`, shapes: draw() }
    drawn[looks] = made
    return made
  }

  /** The same batch as last time, where it has the same pieces. */
  batch(key: string, pieces: readonly SequencePiece[]): SequenceBatch {
    const known = this.batches.get(key)
    const isSame =
      known?.pieces.length === pieces.length &&
      pieces.every((piece, at) => piece === known.pieces[at])
    if (known && isSame) return known
    const made = { key, pieces }
    this.batches.set(key, made)
    return made
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
      lifelines: { key: 'lifelines', shapes: lifelines(layout, span) },
      work: places(work, ({ fromRow, toRow }) => isSeen(fromRow, toRow ?? end)),
      rows: places(rows, ({ height }, row) => height > 12 && isSeen(row, row)),
      messages: places(messages, ({ sentRow, arrivalRow }) => isSeen(sentRow, arrivalRow)),
      notes: places(notes, ({ row }) => isSeen(row, row)),
    }
    return this.known
  }
}

const DRAWN = new WeakMap<SequenceLayout, Map<Ink | undefined, Drawn>>()

function drawnOf(layout: SequenceLayout, paper: Ink | undefined): Drawn {
  const onPapers = DRAWN.get(layout) ?? new Map<Ink | undefined, Drawn>()
  DRAWN.set(layout, onPapers)
  const known = onPapers.get(paper)
  if (known) return known
  const made = new Drawn(layout)
  onPapers.set(paper, made)
  return made
}

/** Everything of a layout that reaches into the view, thing by thing from back to front; the header is apart. */
export function sequenceBatches(
  layout: SequenceLayout,
  view: SequenceView,
): readonly SequenceBatch[] {
  const drawn = drawnOf(layout, view.paper)
  const seen = drawn.seen(spanOf(layout, view))
  const { rows, work, messages, notes } = layout
  const each = <T>(
    kind: Kind,
    places: readonly number[],
    all: readonly T[],
    piece: (one: T, place: number) => SequencePiece,
  ): readonly SequenceBatch[] => {
    const batches: SequenceBatch[] = []
    let batch = -1
    let pieces: SequencePiece[] = []
    const close = () => {
      if (pieces.length > 0) batches.push(drawn.batch(`${kind} ${batch}`, pieces))
    }
    for (const place of places) {
      const one = all[place]
      if (one === undefined) continue
      const next = Math.floor(place / BATCH)
      if (next !== batch) {
        close()
        pieces = []
        batch = next
      }
      pieces.push(piece(one, place))
    }
    close()
    return batches
  }
  const alone = (key: string, shapes: readonly Shape[]) => ({ key, pieces: [{ key, shapes }] })
  return [
    alone('now', currentBand(layout, view)),
    drawn.batch('lifelines', [seen.lifelines]),
    ...each('work', seen.work, work, (span, place) => {
      const looks = looksOf(span.fromRow, isWorkNow(layout, span, view), view)
      return drawn.piece('work', place, looks, () => [workBar(layout, span, view)])
    }),
    ...each('row', seen.rows, rows, (row, place) =>
      drawn.piece('row', place, looksOf(place, false, view), () => [numberShape(row, place, view)]),
    ),
    ...each('message', seen.messages, messages, (message, place) => {
      const looks = looksOf(message.sentRow, isNow(message, view), view)
      return drawn.piece('message', place, looks, () => messageShapes(layout, place, view))
    }),
    ...each('note', seen.notes, notes, (note, place) =>
      drawn.piece('note', place, looksOf(note.row, false, view), () =>
        noteShapes(layout, note, view),
      ),
    ),
  ]
}

/** The same as one list. */
export function sequenceShapes(layout: SequenceLayout, view: SequenceView): readonly Shape[] {
  return sequenceBatches(layout, view).flatMap(({ pieces }) =>
    pieces.flatMap(({ shapes }) => shapes),
  )
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
