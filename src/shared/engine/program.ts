/**
 * A scenario compiled: names resolved to indices, defaults filled in, handlers flattened, every number that
 * the rules need at hand. Nothing here changes during a run, and nothing here knows where a box stands.
 */
import type { ConnectionId, InvariantId, Key, ServiceId } from '../base/ids'
import type { Problem } from '../base/problem'
import type { Protocol } from '../scenario/connection'
import type { Fault, FaultKind } from '../scenario/scenario'
import type { ServiceKind } from '../scenario/service'
import type { Text } from '../scenario/text'
import type { Condition } from './condition'
import type { Delay } from './delay'
import type { Layout } from './layout'
import type { Op, Publication } from './op'
import type { Place } from './place'
import type { Meaning } from './protocols/table'

export interface Program {
  readonly seed: number
  readonly timed: boolean
  readonly services: readonly ServiceProgram[]
  readonly lines: readonly Line[]
  readonly handlers: readonly HandlerProgram[]
  readonly ops: readonly Op[]
  readonly places: readonly Place[]
  readonly publications: readonly Publication[]
  readonly queues: readonly Queue[]
  readonly keys: readonly KeyProgram[]
  /** In the order of their times. */
  readonly stimuli: readonly StimulusProgram[]
  /** Each stimulus waits for the one before it to be sent. */
  readonly isTakingTurns: boolean
  readonly entities: readonly EntityProgram[]
  readonly effects: readonly EffectProgram[]
  readonly inboxes: readonly InboxProgram[]
  /** 'none' first, a failure of a handler's own second. */
  readonly outcomes: readonly AnswerOutcome[]
  readonly invariants: readonly InvariantProgram[]
  readonly scripts: readonly ScriptProgram[]
  /** Faults of each kind that the environment may still choose; undefined: as many as are asked for. */
  readonly budgets: Readonly<Partial<Record<FaultKind, number>>> | undefined
  /** And in all; undefined: no bound but that of the kinds. */
  readonly faultsMax: number | undefined
  /** Whether some handler makes orders; where none does, the key itself is the order. */
  readonly createsOrders: boolean
  readonly ordersPerKey: number
  readonly layout: Layout
}

export interface ServiceProgram {
  readonly index: number
  /** undefined: a broker that is drawn nowhere and that lines imply. */
  readonly id: ServiceId | undefined
  readonly kind: ServiceKind
  readonly name: Text
  readonly replicas: number
  readonly workers: number
  /** Requests that a replica handles at a time; 0: as many as come. Under load, `FULL` of replica.ts. */
  readonly maxRequests: number
  /** The faults that take a replica of it down; several are several prices of the same. */
  readonly stoppedBy: readonly FaultKind[]
  /** The lines that imply it; none where it is drawn. */
  readonly lines: readonly number[]
  readonly down: number
}

/** The events that a broker carries, by name: `OrderCreated, OrderPaid`. */
export function carriedBy({ publications }: Pick<Program, 'publications'>, broker: number): string {
  const carried = publications.filter(({ brokers }) => brokers.includes(broker))
  return [...new Set(carried.map(({ event }) => event))].join(', ')
}

/** The lines that share their publisher's half with this one, itself included. */
export function sharing({ lines }: Program, { publisherHalf }: Line): readonly Line[] {
  return lines.filter((one) => one.publisherHalf?.line === publisherHalf?.line)
}

/** What is published along any of these lines. */
export function publicationsAlong(
  { publications }: Program,
  along: readonly Line[],
): readonly Publication[] {
  return publications.filter(({ lines }) => along.some(({ index }) => lines.includes(index)))
}

/** A connection as the engine sees it. */
export interface Line {
  readonly index: number
  readonly id: ConnectionId
  readonly from: number
  readonly to: number
  readonly protocol: Protocol
  /** One way along the line. */
  readonly latency: Delay
  /** Hash of its id: names it when something about it is drawn by chance. */
  readonly hash: number
  /** What the two ends of a call on it can be told, as indices of `Program.outcomes`. */
  readonly answers: LineAnswers
  /**
   * The place of its being cut; only where something travels on it and cuts are possible at all. Of a line that
   * implies its broker: from the broker to the consumer.
   */
  readonly cut?: number
  /**
   * Of such a line the other half, from the publisher to the broker: one connection for all lines of this
   * publisher to that broker, called by the first of them. `cut` is its place.
   */
  readonly publisherHalf?: { readonly line: number; readonly cut: number }
  /** The place of its closed socket; WebSocket lines only. */
  readonly socket?: number
}

/** What a callee may send, by its meaning, and what a caller sees of one that is down, and of silence. */
export type LineAnswers = Readonly<Record<Meaning | 'refused' | 'timeout', number>>

export interface HandlerProgram {
  readonly index: number
  readonly service: number
  /** What started it: `POST /orders`, `OrderCreated`. */
  readonly trigger: string
  /** The line it is reached by, and for a queue's consumer which queue and feed. */
  readonly line?: number
  readonly queue?: number
  readonly feed?: number
  /** Which of the queue's consumers it is. */
  readonly consumer?: number
  /** The place of its answer on the way back; undefined where nobody waits for one. */
  readonly response?: number
  readonly creates: boolean
  /** Its number among those that an idempotency key reaches and that honour it. */
  readonly idempotent?: number
  /** Handlers that are this one for requests of other bodies, and itself; absent where no body is told. */
  readonly bodies?: readonly number[]
  readonly body?: string
  readonly first: number
  readonly last: number
  /** Where it goes instead when this service cannot digest the key's messages. */
  readonly poisoned: number
  readonly actions: number
  /** Clients and external providers are not shown handling. */
  readonly quiet: boolean
  /** Some condition in it reads `last`; otherwise outcomes are forgotten, and states are fewer. */
  readonly remembersLast: boolean
  readonly serviceTime: Delay
}

export interface Queue {
  readonly index: number
  readonly name: string
  readonly flavor: 'rabbitmq' | 'kafka'
  /** The broker it lives in, a service; undefined: an implied one, in a program that never stops one. */
  readonly broker?: number
  readonly maxDeliveries: number
  readonly ackBefore: boolean
  readonly partitions: number
  /** Deliveries a consumer may hold at once, beyond its workers' number; 0: no bound of its own. */
  readonly prefetch: number
  /** How long a message may wait; 0: for ever. */
  readonly ttlUs: number
  readonly consumers: readonly { readonly service: number }[]
  readonly feeds: readonly Feed[]
}

/** One event of one publisher in a queue. */
export interface Feed {
  readonly event: string
  readonly queued: number
  readonly dead: number
  /** Where its dead letters go; none: they stay where they are. */
  readonly deadRoutes: readonly { readonly queue: number; readonly feed: number }[]
  /** For each consumer of the queue the line and handler it arrives by. */
  readonly deliveries: readonly ({ readonly line: number; readonly handler: number } | undefined)[]
}

export interface KeyProgram {
  readonly name: Key
  readonly hash: number
  /** The service that fails on this key's messages every time. */
  readonly poison?: number
}

export interface StimulusProgram {
  /** Of the scenario's own stimuli, from 0; repeats have the same. */
  readonly index: number
  readonly key: number
  readonly atUs: number
  readonly place: number
}

export interface EntityProgram {
  readonly name: string
  /** 'none' first. */
  readonly statuses: readonly string[]
}

export interface EffectProgram {
  readonly name: string
  /** '' first. */
  readonly says: readonly string[]
}

/** What a service remembers of having handled one kind of message. */
export interface InboxProgram {
  readonly service: number
  readonly message: string
}

/** How a call ended, as the caller can tell. */
export interface AnswerOutcome {
  readonly outcome: 'none' | 'ok' | 'error' | 'refused' | 'timeout'
  /** What came back; 0 for no answer. */
  readonly status: number
  /** Another request with the same idempotency key is being handled: to be asked again, unchanged. */
  readonly isBusy?: boolean
}

export interface InvariantProgram {
  readonly id: InvariantId
  readonly title: Text
  readonly when: 'always' | 'finally'
  readonly condition: Condition
}

/** A fault of the scenario's list and the step that it waits for. */
export interface ScriptProgram {
  readonly fault: Fault
  readonly place: number
  readonly service?: number
  readonly line?: number
  /** A step kind, or what the step's action is called. */
  readonly awaits: { readonly step?: string; readonly action?: string; readonly nth: number }
}

/** A failure of a handler's own, in `Program.outcomes`. */
export const FAILED_OUTCOME = 1

/** What else a run can end by, in the order of the header's `limit`. */
export const LIMITS = ['orders', 'effects', 'replies', 'links', 'queue', 'tokens'] as const
export type Limit = (typeof LIMITS)[number]

export type Compiled =
  | { readonly ok: true; readonly value: Program; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }
