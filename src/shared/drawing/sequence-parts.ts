/**
 * What a run's steps are in a sequence diagram: who takes part, which arrival belongs to which sending, when
 * a handler is at work and a service is down. Rows and columns are numbers here; no heights, no widths.
 */
import type { ServiceId } from '../base/ids'
import type { Step, StepKind } from '../engine/step'
import type { Scenario } from '../scenario/scenario'
import type { Language } from '../scenario/text'
import { type CaptionTone, captionOf, statusWord } from './caption'
import { LINE_STYLES, type LineStyle } from './line-style'
import { say } from './words'

export interface SequenceMessage {
  /** Rows of its sending and of its arrival or loss; equal where only one of them is a step. */
  readonly sentRow: number
  readonly arrivalRow: number
  readonly from: number
  readonly to: number
  readonly fate: 'arrived' | 'lost' | 'on-its-way'
  readonly isAgain: boolean
  /** Whether a handler is at work where it leaves and where it arrives. */
  readonly isFromBar: boolean
  readonly isToBar: boolean
  readonly label: string
  readonly tone: CaptionTone
  readonly style: LineStyle
}

/** Something that happened at one service: words beside its lifeline. */
export interface SequenceNote {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly tone: CaptionTone
  readonly mark: 'none' | 'dot' | 'cross'
}

/** From one row to another on a column; `to` is undefined while it lasts. */
export interface SequenceSpan {
  readonly column: number
  readonly fromRow: number
  readonly toRow: number | undefined
  /** Spans at work at the same time stand beside each other. */
  readonly level: number
}

const SENDS: ReadonlySet<StepKind> = new Set([
  'request.sent',
  'response.sent',
  'event.published',
  'outbox.relayed',
  'frame.sent',
])
const ARRIVALS: ReadonlySet<StepKind> = new Set([
  'request.received',
  'request.refused',
  'response.received',
  'response.late',
  'event.delivered',
  'event.redelivered',
  'frame.received',
])
const LOSSES: ReadonlySet<StepKind> = new Set([
  'request.lost',
  'response.lost',
  'event.lost',
  'frame.lost',
])
/** Told by bars, or by nothing: no words of their own. */
const QUIET: ReadonlySet<StepKind> = new Set([
  'handler.started',
  'handler.finished',
  'stimulus',
  'event.published',
])
const WORK_ENDS: ReadonlySet<StepKind> = new Set(['handler.finished', 'handler.failed'])

/** Reads the steps once, in order. */
class Reader {
  readonly messages: SequenceMessage[] = []
  readonly notes: SequenceNote[] = []
  readonly work: SequenceSpan[] = []
  readonly outages: SequenceSpan[] = []
  readonly services: ServiceId[] = []
  private readonly columnOf = new Map<ServiceId, number>()
  private readonly rowOf = new Map<number, number>()
  private readonly arrived = new Set<number>()
  /** Sendings from within a handler. */
  private readonly sentAtWork = new Set<number>()
  private readonly working = new Map<number, { row: number; key: string }[]>()
  private readonly down = new Map<number, number>()
  private readonly styles: ReadonlyMap<string, LineStyle>

  constructor(
    private readonly steps: readonly Step[],
    scenario: Scenario,
    private readonly language: Language,
  ) {
    this.styles = new Map(scenario.connections.map((c) => [c.id, LINE_STYLES[c.protocol]]))
  }

  read(): this {
    this.steps.forEach((step, row) => {
      this.rowOf.set(step.seq, row)
      this.addColumns(step)
    })
    this.steps.forEach((step, row) => {
      this.addStep(step, row)
    })
    this.addOnTheirWay()
    for (const [column, list] of this.working) {
      list.forEach(({ row }, level) => {
        this.work.push({ column, fromRow: row, toRow: undefined, level })
      })
    }
    for (const [column, row] of this.down) {
      this.outages.push({ column, fromRow: row, toRow: undefined, level: 0 })
    }
    return this
  }

  /** Services stand in the order in which they first take part. */
  private addColumns(step: Step): void {
    for (const id of [step.from, step.service, step.to]) {
      if (id === undefined || id === '' || this.columnOf.has(id)) continue
      this.columnOf.set(id, this.services.length)
      this.services.push(id)
    }
  }

  private column(id: ServiceId | undefined): number | undefined {
    return id === undefined ? undefined : this.columnOf.get(id)
  }

  private addStep(step: Step, row: number): void {
    const column = this.column(step.service) ?? 0
    if (SENDS.has(step.kind) && this.isAtWork(column)) this.sentAtWork.add(step.seq)
    if (ARRIVALS.has(step.kind)) this.addMessage(step, row, 'arrived')
    else if (LOSSES.has(step.kind)) this.addMessage(step, row, 'lost')
    else if (step.kind === 'row.saved' && this.isElsewhere(step)) {
      this.addMessage(step, row, 'arrived')
    } else if (!SENDS.has(step.kind) && !QUIET.has(step.kind)) this.addNote(step, row, column)
    this.addSpans(step, row, column)
  }

  private isElsewhere(step: Step): boolean {
    return step.to !== undefined && step.to !== step.service
  }

  private addSpans(step: Step, row: number, column: number): void {
    const working = this.working.get(column) ?? []
    if (step.kind === 'handler.started') {
      working.push({ row: this.arrivalBefore(step, row), key: `${step.order ?? step.key}` })
      this.working.set(column, working)
    } else if (WORK_ENDS.has(step.kind)) {
      const key = `${step.order ?? step.key}`
      const at = working.findLastIndex((one) => one.key === key)
      const level = at < 0 ? working.length - 1 : at
      const [ended] = working.splice(level, 1)
      if (ended) this.work.push({ column, fromRow: ended.row, toRow: row, level })
    } else if (step.kind === 'service.crashed') {
      working.forEach((one, level) => {
        this.work.push({ column, fromRow: one.row, toRow: row, level })
      })
      this.working.delete(column)
      if (!this.down.has(column)) this.down.set(column, row)
    } else if (step.kind === 'service.restarted') {
      const from = this.down.get(column)
      this.down.delete(column)
      if (from !== undefined) this.outages.push({ column, fromRow: from, toRow: row, level: 0 })
    }
  }

  private isAtWork(column: number): boolean {
    return (this.working.get(column)?.length ?? 0) > 0
  }

  private startsWork(row: number): boolean {
    const next = this.steps[row + 1]
    return next?.kind === 'handler.started' && next.service === this.steps[row]?.service
  }

  /** A handler is at work from the arrival that started it. */
  private arrivalBefore(step: Step, row: number): number {
    const before = this.steps[row - 1]
    return before && ARRIVALS.has(before.kind) && before.service === step.service ? row - 1 : row
  }

  /** The sending that led to this arrival: up the causes, a few steps at most. */
  private sendingOf(step: Step): Step | undefined {
    let at = step.cause
    for (let hops = 0; hops < 4 && at !== undefined; hops += 1) {
      const row = this.rowOf.get(at)
      const cause = row === undefined ? undefined : this.steps[row]
      if (!cause) return undefined
      if (SENDS.has(cause.kind) && isSameWay(cause, step)) return cause
      at = cause.cause
    }
    return undefined
  }

  private addMessage(step: Step, row: number, fate: 'arrived' | 'lost'): void {
    const isAgain = step.kind === 'event.redelivered'
    const sending = isAgain || step.kind === 'row.saved' ? undefined : this.sendingOf(step)
    if (sending) this.arrived.add(sending.seq)
    const sentRow = sending === undefined ? row : (this.rowOf.get(sending.seq) ?? row)
    const from = this.column(step.from ?? sending?.service ?? step.service)
    const to = this.column(step.to ?? step.service)
    if (from === undefined || to === undefined || from === to) {
      this.addNote(step, row, this.column(step.service) ?? 0)
      return
    }
    this.messages.push({
      sentRow,
      arrivalRow: row,
      from,
      to,
      fate,
      isAgain,
      isFromBar: sending ? this.sentAtWork.has(sending.seq) : this.isAtWork(from),
      isToBar: this.isAtWork(to) || this.startsWork(row),
      label: this.labelOf(step),
      tone: fate === 'lost' || isAgain || step.kind === 'response.late' ? 'bad' : 'plain',
      style: this.styleOf(step),
    })
  }

  private styleOf(step: Step): LineStyle {
    return this.styles.get(step.connection ?? '') ?? LINE_STYLES.dependency
  }

  private labelOf(step: Step): string {
    const message = step.message ?? ''
    const status = step.detail?.status
    switch (step.kind) {
      case 'response.sent':
      case 'response.received':
      case 'response.lost':
        return String(status === undefined ? message : statusWord(status))
      case 'response.late':
        return say(
          { key: 'sequence.late', values: { message: statusWord(status) || message } },
          this.language,
        )
      case 'event.redelivered':
        return say({ key: 'sequence.redelivered', values: { message } }, this.language)
      case 'request.refused':
        return say(captionOf(step), this.language)
      case 'row.saved':
        return [step.detail?.entity ?? message, status ?? ''].join(' ').trim()
      default:
        return message
    }
  }

  private addNote(step: Step, row: number, column: number): void {
    const caption = captionOf(step)
    const text = say(caption, this.language)
    const mark =
      step.kind === 'service.crashed' ? 'cross' : step.kind === 'effect.done' ? 'dot' : 'none'
    this.notes.push({
      row,
      column,
      text,
      tone: caption.tone,
      mark,
    })
  }

  /** What was sent and has neither arrived nor been lost yet. */
  private addOnTheirWay(): void {
    this.steps.forEach((step, row) => {
      if (!SENDS.has(step.kind) || this.arrived.has(step.seq)) return
      const from = this.column(step.from ?? step.service)
      const to = this.column(step.to)
      if (from === undefined || to === undefined || from === to) return
      this.messages.push({
        sentRow: row,
        arrivalRow: row,
        from,
        to,
        fate: 'on-its-way',
        isAgain: false,
        isFromBar: this.sentAtWork.has(step.seq),
        isToBar: false,
        label: this.labelOf(step),
        tone: 'plain',
        style: this.styleOf(step),
      })
    })
  }
}

/** A sending belongs to an arrival when both speak of the same message on the same way. */
function isSameWay(sending: Step, arrival: Step): boolean {
  if (sending.kind === 'event.published' || sending.kind === 'outbox.relayed') {
    return arrival.kind.startsWith('event.') && sending.message === arrival.message
  }
  const [family] = sending.kind.split('.')
  return arrival.kind.startsWith(`${family}.`) && sending.connection === arrival.connection
}

export type SequenceParts = Pick<Reader, 'services' | 'messages' | 'notes' | 'work' | 'outages'>

export function sequenceParts(
  steps: readonly Step[],
  scenario: Scenario,
  language: Language,
): SequenceParts {
  return new Reader(steps, scenario, language).read()
}

/** A step that is told by a bar, or by nothing: it has no words of its own. */
export function isQuiet(step: Step): boolean {
  return QUIET.has(step.kind)
}
