/**
 * How much room each field of a state needs. Without time the fields are as narrow as the program allows,
 * since millions of states are kept; with time they are generous. Whatever does not fit is a limit that the
 * run meets and names.
 */
import type { FaultKind, Stimulus } from '../scenario/scenario'
import type { Assembly } from './assembly'
import type { Sizes } from './layout'
import type { ScriptProgram, ServiceProgram } from './program'

export interface Measured {
  readonly assembly: Assembly
  readonly services: readonly ServiceProgram[]
  readonly stimuli: readonly Stimulus[]
  readonly scripts: readonly ScriptProgram[]
  readonly keys: readonly string[]
  readonly invariants: number
  readonly timed: boolean
  readonly budgets: Readonly<Partial<Record<FaultKind, number>>> | undefined
  readonly faultsMax: number | undefined
}

const EFFECTS_MAX = { timed: 1000, untimed: 7 }
const RANKS_MAX = { timed: 60_000, untimed: 31 }
const LINKS_MAX = { timed: 60_000, untimed: 31 }
const ORDERS_MAX = { timed: 64, untimed: 8 }

export function sizesOf(measured: Measured): Sizes {
  const { assembly, services, timed, keys } = measured
  const { tables } = assembly
  const kind = timed ? 'timed' : 'untimed'
  const duplicates = measured.budgets?.duplicate ?? 0
  const requests = Math.max(1, ...keys.map((key) => requestsOf(measured, key)))
  const calls = assembly.ops.filter((op) => op.op === 'call').length
  return {
    timed,
    replicas: services.map((service) => (service.stoppedBy.length > 0 ? service.replicas : 0)),
    replicasMax: Math.max(1, ...services.map(({ replicas }) => replicas)),
    budgets: measured.budgets,
    faultsMax: measured.faultsMax,
    cuts: cutsAtOnce(measured),
    keys: Math.max(1, keys.length),
    ordersPerKey: ordersPerKey(measured, requests),
    repliesPerKey: requests,
    statuses: tables.entities.map(({ statuses }) => statuses.length),
    effects: tables.effects.length,
    effectsMax: EFFECTS_MAX[kind],
    says: tables.effects.map(({ says }) => says.length),
    inboxes: tables.inboxes.length,
    idempotentHandlers: tables.idempotentHandlers,
    outcomes: tables.outcomes.length,
    invariants: measured.invariants,
    places: assembly.places.length,
    links: Math.min(LINKS_MAX[kind], 1 + calls * keys.length * (timed ? 8 : 1 + duplicates)),
    attempts: attemptsOf(measured),
    isRecognising: assembly.ops.some((op) => op.op === 'publish' && op.isIdempotent),
    deliveries: Math.max(0, ...assembly.queues.map(({ maxDeliveries }) => maxDeliveries)),
    ranks: Math.min(RANKS_MAX[kind], Math.max(3, messagesAtOnce(measured))),
  }
}

/** As many as there are lines, of which some have two halves, or as may still be cut. */
function cutsAtOnce({ assembly, budgets }: Measured): number {
  const lines = 2 * assembly.lines.length
  return budgets === undefined ? lines : Math.min(lines, budgets.partition ?? 0)
}

/** How many requests a customer may send for a key in all: each of them gets an answer, or none. */
function requestsOf({ assembly, stimuli }: Measured, key: string): number {
  const lineRetries = new Map(assembly.names.connections.map(({ id, retries }) => [id, retries]))
  return stimuli
    .filter((stimulus) => stimulus.key === key)
    .reduce((sum, { connection, times, retries }) => {
      const attempts = (retries ?? lineRetries.get(connection) ?? 0) + 1
      return sum + (times ?? 1) * attempts
    }, 0)
}

/** Each request may make an order, and so may each time it is repeated by somebody in between. */
function ordersPerKey({ assembly, timed, budgets }: Measured, requests: number): number {
  if (!assembly.handlers.some(({ creates }) => creates)) return 1
  const kind = timed ? 'timed' : 'untimed'
  const duplicates = timed ? 3 : (budgets?.duplicate ?? 0)
  const redelivered = assembly.handlers.some(({ creates, queue }) => creates && queue !== undefined)
  const perRequest = redelivered ? 6 : Math.max(...assembly.ops.map(retriesOf)) + 1
  return Math.min(ORDERS_MAX[kind], requests * perRequest + duplicates)
}

function retriesOf(op: Assembly['ops'][number]): number {
  return op.op === 'call' && !op.isStimulus ? op.retries : 0
}

function attemptsOf({ assembly, scripts, timed }: Measured): number {
  const retries = assembly.ops.map((op) => (op.op === 'call' ? op.retries : 0))
  const counted = scripts.map((script) => script.awaits.nth)
  return Math.max(0, timed ? 15 : 0, ...retries, ...counted)
}

function messagesAtOnce({ assembly, keys, timed, budgets, faultsMax }: Measured): number {
  const publishers = assembly.ops.filter((op) => op.op === 'publish' || op.op === 'push').length
  const relayed = assembly.ops.reduce(
    (sum, op) => sum + (op.op === 'commit' ? op.outbox.length : 0),
    0,
  )
  // Each fault can make one more of a message: a copy, a repeated request, an outbox that publishes again.
  const ofKinds = Object.values(budgets ?? {}).reduce((sum, count) => sum + count, 0)
  const faults = Math.min(ofKinds, faultsMax ?? ofKinds)
  const perKey = (publishers + relayed) * (timed ? 8 : 2 + faults)
  return Math.max(1, keys.length) * perKey + (timed ? 64 : (budgets?.duplicate ?? 0))
}
