/**
 * What a run puts on the drawing at one position: where it is, what is done, what is down or broken. A pure
 * function of the steps; never written into the scenario.
 */
import type { ConnectionId, ServiceId } from '../base/ids'
import type { Moment } from '../engine/moment'
import type { Step, StepKind } from '../engine/step'
import { type Caption, captionOf, captionTone } from './caption'
import type { Words } from './words'

export interface ServiceMark {
  readonly state: 'active' | 'done' | 'idle' | 'down' | 'broken'
  readonly caption?: Caption
  /** A red pill on the card's corner: crashed how often. */
  readonly badge?: Words
  /** What the service last stored: `order o1 new`. */
  readonly chip?: string
}

export type LineMark = 'active' | 'done' | 'idle' | 'lost'

export interface Marks {
  readonly services: ReadonlyMap<ServiceId, ServiceMark>
  readonly connections: ReadonlyMap<ConnectionId, LineMark>
}

const LOSSES: ReadonlySet<StepKind> = new Set([
  'request.lost',
  'response.lost',
  'event.lost',
  'frame.lost',
  'request.refused',
  'connection.cut',
  'connection.failed',
  'broker.stopped',
])

/** Steps that say nothing on a card: the one before them said more. */
const SILENT: ReadonlySet<StepKind> = new Set(['handler.started', 'stimulus'])

/** Steps that say less than what went well before them, or than a promise that was broken. */
const MODEST: ReadonlySet<StepKind> = new Set(['handler.finished', 'event.acked'])

function saysMore(step: Step, said: Step | undefined): boolean {
  if (!said) return true
  if (SILENT.has(step.kind)) return false
  if (!MODEST.has(step.kind)) return true
  return said.kind !== 'invariant.violated' && captionTone(said) !== 'good'
}

function chipOf(step: Step): string | undefined {
  if (step.kind !== 'row.saved') return undefined
  const entity = step.detail?.entity ?? step.message
  const status = step.detail?.status ?? step.detail?.as
  return [entity, step.order ?? step.key, status].filter((part) => part !== undefined).join(' ')
}

/** A publication uses every line of its event, and so may an implied broker; anything else at most one. */
function linesOf(step: Step): readonly ConnectionId[] {
  if (typeof step.detail?.connections === 'string') {
    return step.detail.connections.split(' ').filter((id) => id !== '')
  }
  return step.connection === undefined ? [] : [step.connection]
}

/** What the steps so far have said, gathered step by step. */
interface Gathered {
  /** How many steps. */
  position: number
  /** The step that each service's caption tells. */
  readonly said: Map<ServiceId, Step>
  readonly chips: Map<ServiceId, string>
  readonly broken: Set<ServiceId>
  readonly lines: Map<ConnectionId, LineMark>
}

function nothingYet(): Gathered {
  return { position: 0, said: new Map(), chips: new Map(), broken: new Set(), lines: new Map() }
}

function copyOf({ position, said, chips, broken, lines }: Gathered): Gathered {
  return {
    position,
    said: new Map(said),
    chips: new Map(chips),
    broken: new Set(broken),
    lines: new Map(lines),
  }
}

function gather(result: Gathered, step: Step): void {
  result.position += 1
  if (saysMore(step, result.said.get(step.service))) result.said.set(step.service, step)
  const chip = chipOf(step)
  if (chip !== undefined) result.chips.set(step.service, chip)
  if (step.kind === 'invariant.violated') result.broken.add(step.service)
  for (const id of linesOf(step)) result.lines.set(id, LOSSES.has(step.kind) ? 'lost' : 'done')
}

/** A database keeps a row for each order and entity. By service: after which steps it had one more. */
function rowsAlong(steps: readonly Step[]): ReadonlyMap<ServiceId, readonly number[]> {
  const rows = new Map<ServiceId, number[]>()
  const seen = new Set<string>()
  steps.forEach((step, at) => {
    if (step.kind !== 'row.saved' || step.to === undefined || step.to === step.service) return
    const row = `${step.to} ${step.order ?? step.key} ${step.detail?.entity ?? step.message}`
    if (seen.has(row)) return
    seen.add(row)
    const grown = rows.get(step.to)
    if (grown) grown.push(at + 1)
    else rows.set(step.to, [at + 1])
  })
  return rows
}

/** How many of the ascending numbers are at most `most`. */
function countUpTo(ascending: readonly number[], most: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) <= most) low = middle + 1
    else high = middle
  }
  return low
}

/** So often a copy of what is gathered is kept: going back costs at most this many steps. */
const CHECKPOINT_STEPS = 256

/** What a mark was made from: while that stays the same, so does the mark. */
interface Made {
  readonly said: Step | undefined
  readonly rows: number
  readonly chip: string | undefined
  readonly up: boolean
  readonly crashes: number
  readonly state: ServiceMark['state']
  readonly mark: ServiceMark
}

/**
 * The marks at the positions of one run. A step forward costs what the step says, not what all before it said;
 * a mark that says the same is the same object.
 */
export class MarksAlong {
  private readonly checkpoints: Gathered[] = []
  private readonly rows: ReadonlyMap<ServiceId, readonly number[]>
  private readonly made = new Map<ServiceId, Made>()
  private gathered = nothingYet()

  constructor(readonly steps: readonly Step[]) {
    this.rows = rowsAlong(steps)
  }

  /**
   * The marks after `position` steps (0: before the first). Services and lines without a mark are idle.
   * `moment` is the state there: who is up and how often each has crashed.
   */
  at(position: number, moment: Moment): Marks {
    const bounded = Math.min(position, this.steps.length)
    const { said, chips, broken, lines } = this.gatheredAt(bounded)
    const now = this.steps[position - 1]
    const connections = new Map(lines)
    if (now && !LOSSES.has(now.kind)) for (const id of linesOf(now)) connections.set(id, 'active')
    for (const id of [...moment.cuts, ...moment.stopped]) connections.set(id, 'lost')
    const services = new Map<ServiceId, ServiceMark>()
    const ids = new Set<ServiceId>([
      ...said.keys(),
      ...this.rows.keys(),
      ...Object.keys(moment.services),
    ])
    for (const id of ids) {
      const rows = countUpTo(this.rows.get(id) ?? [], bounded)
      const there = moment.services[id]
      if (rows === 0 && !said.has(id) && !there) continue
      const up = there?.up ?? true
      const hasTakenPart = said.has(id) || rows > 0
      services.set(
        id,
        this.markOf(id, {
          said: said.get(id),
          rows,
          chip: chips.get(id),
          up,
          crashes: there?.crashes ?? 0,
          state: stateOf(id, now, up, hasTakenPart, broken),
        }),
      )
    }
    return { services, connections }
  }

  private gatheredAt(position: number): Gathered {
    if (this.gathered.position > position) {
      const kept = this.checkpoints[Math.floor(position / CHECKPOINT_STEPS)]
      this.gathered = kept ? copyOf(kept) : nothingYet()
    }
    const { gathered, checkpoints, steps } = this
    while (gathered.position < position) {
      const number = gathered.position / CHECKPOINT_STEPS
      if (Number.isInteger(number)) checkpoints[number] ??= copyOf(gathered)
      const step = steps[gathered.position]
      if (!step) break
      gather(gathered, step)
    }
    return gathered
  }

  private markOf(id: ServiceId, from: Omit<Made, 'mark'>): ServiceMark {
    const old = this.made.get(id)
    const isSame =
      old?.said === from.said &&
      old?.rows === from.rows &&
      old.chip === from.chip &&
      old.up === from.up &&
      old.crashes === from.crashes &&
      old.state === from.state
    if (old && isSame) return old.mark
    const mark = madeMark(from)
    this.made.set(id, { ...from, mark })
    return mark
  }
}

/** The marks of a run at one position, for who asks but once. */
export function marksAt(steps: readonly Step[], position: number, moment: Moment): Marks {
  return new MarksAlong(steps).at(position, moment)
}

function madeMark({ said, rows, chip, up, crashes, state }: Omit<Made, 'mark'>): ServiceMark {
  const caption = captionFor(said, rows)
  const badge: Words | undefined = !up
    ? { key: 'badge.down', values: {} }
    : crashes > 0
      ? { key: 'badge.crashed', values: { count: crashes } }
      : undefined
  return {
    state,
    ...(caption ? { caption } : {}),
    ...(badge ? { badge } : {}),
    ...(chip === undefined ? {} : { chip }),
  }
}

function captionFor(said: Step | undefined, rows: number): Caption | undefined {
  if (said) return captionOf(said)
  if (rows === 0) return undefined
  return { key: 'caption.rows', values: { count: rows }, tone: 'plain' }
}

function stateOf(
  id: ServiceId,
  now: Step | undefined,
  up: boolean,
  hasTakenPart: boolean,
  broken: ReadonlySet<ServiceId>,
): ServiceMark['state'] {
  if (!up) return 'down'
  // What is broken stays red whatever it does next: nothing mends a promise.
  if (broken.has(id)) return 'broken'
  if (now?.service === id) return 'active'
  return hasTakenPart ? 'done' : 'idle'
}
