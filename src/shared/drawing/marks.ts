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
])

/** Steps that say nothing on a card: the one before them said more. */
const SILENT: ReadonlySet<StepKind> = new Set(['handler.started', 'stimulus'])

/** Steps that say less than what went well before them. */
const MODEST: ReadonlySet<StepKind> = new Set(['handler.finished', 'event.acked'])

function saysMore(step: Step, said: Step | undefined): boolean {
  if (!said) return true
  if (SILENT.has(step.kind)) return false
  return !(MODEST.has(step.kind) && captionTone(said) === 'good')
}

function chipOf(step: Step): string | undefined {
  if (step.kind !== 'row.saved') return undefined
  const entity = step.detail?.entity ?? step.message
  const status = step.detail?.status ?? step.detail?.as
  return [entity, step.order ?? step.key, status].filter((part) => part !== undefined).join(' ')
}

/** A publication uses every line of its event; anything else at most one. */
function linesOf(step: Step): readonly ConnectionId[] {
  if (step.kind === 'event.published' && typeof step.detail?.connections === 'string') {
    return step.detail.connections.split(' ').filter((id) => id !== '')
  }
  return step.connection === undefined ? [] : [step.connection]
}

interface Gathered {
  /** The step that each service's caption tells. */
  readonly said: Map<ServiceId, Step>
  /** What databases hold: row by row. */
  readonly rows: Map<ServiceId, Set<string>>
  readonly chips: Map<ServiceId, string>
  readonly broken: Set<ServiceId>
  readonly lines: Map<ConnectionId, LineMark>
}

/** A database keeps a row for each order and entity. */
function keepRow(rows: Gathered['rows'], step: Step): void {
  if (step.to === undefined || step.to === step.service) return
  const held = rows.get(step.to) ?? new Set()
  held.add(`${step.order ?? step.key} ${step.detail?.entity ?? step.message}`)
  rows.set(step.to, held)
}

function gathered(steps: readonly Step[], position: number): Gathered {
  const result: Gathered = {
    said: new Map(),
    rows: new Map(),
    chips: new Map(),
    broken: new Set(),
    lines: new Map(),
  }
  for (let i = 0; i < position; i += 1) {
    const step = steps[i]
    if (!step) break
    if (saysMore(step, result.said.get(step.service))) result.said.set(step.service, step)
    const chip = chipOf(step)
    if (chip !== undefined) result.chips.set(step.service, chip)
    if (step.kind === 'invariant.violated') result.broken.add(step.service)
    if (step.kind === 'row.saved') keepRow(result.rows, step)
    for (const id of linesOf(step)) result.lines.set(id, LOSSES.has(step.kind) ? 'lost' : 'done')
  }
  const now = steps[position - 1]
  if (now && !LOSSES.has(now.kind)) {
    for (const id of linesOf(now)) result.lines.set(id, 'active')
  }
  return result
}

/**
 * The marks after `position` steps (0: before the first). Services and lines without a mark are idle.
 * `moment` is the state there: who is up and how often each has crashed.
 */
export function marksAt(steps: readonly Step[], position: number, moment: Moment): Marks {
  const result = gathered(steps, position)
  const { said, rows, chips, broken, lines } = result
  const now = steps[position - 1]
  const services = new Map<ServiceId, ServiceMark>()
  const ids = new Set<ServiceId>([...said.keys(), ...rows.keys(), ...Object.keys(moment.services)])
  for (const id of ids) {
    const there = moment.services[id]
    const caption = captionAt(result, id)
    const chip = chips.get(id)
    const crashes = there?.crashes ?? 0
    const badge: Words | undefined =
      there && !there.up
        ? { key: 'badge.down', values: {} }
        : crashes > 0
          ? { key: 'badge.crashed', values: { count: crashes } }
          : undefined
    services.set(id, {
      state: stateOf(id, now, there?.up ?? true, caption !== undefined, broken),
      ...(caption ? { caption } : {}),
      ...(badge ? { badge } : {}),
      ...(chip === undefined ? {} : { chip }),
    })
  }
  return { services, connections: lines }
}

function captionAt({ said, rows }: Gathered, id: ServiceId): Caption | undefined {
  const step = said.get(id)
  if (step) return captionOf(step)
  const held = rows.get(id)
  return held && { key: 'caption.rows', values: { count: held.size }, tone: 'plain' }
}

function stateOf(
  id: ServiceId,
  now: Step | undefined,
  up: boolean,
  hasTakenPart: boolean,
  broken: ReadonlySet<ServiceId>,
): ServiceMark['state'] {
  if (!up) return 'down'
  if (now?.service === id && now.kind === 'invariant.violated') return 'broken'
  if (now?.service === id) return 'active'
  if (broken.has(id)) return 'broken'
  return hasTakenPart ? 'done' : 'idle'
}
