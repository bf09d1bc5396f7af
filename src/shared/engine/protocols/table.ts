/**
 * Every protocol of a line: how it is used by a service that has no handlers, what travels on it, what its
 * ends can be told, and what it costs where the drawing does not say. One row a protocol.
 */
import type { Protocol } from '../../scenario/connection'

export interface ProtocolRules {
  /**
   * `ask`: a request that is answered; `publish`: an event through a broker; `push`: frames on an open
   * connection; `store`: rows; `none`: it is drawn and never runs.
   */
  readonly use: 'ask' | 'publish' | 'push' | 'store' | 'none'
  /** One way, or one commit of a store. domain.md 6.1. */
  readonly latencyMs: number
  readonly timeoutMs: number
  readonly statuses: Statuses
}

export interface Statuses {
  readonly ok: number
  readonly created: number
  readonly declined: number
  readonly failed: number
  readonly unknown: number
  readonly unavailable: number
  readonly late: number
  /** The same idempotency key is being handled: draft-ietf-httpapi-idempotency-key-header, 2.7. */
  readonly busy: number
  /** The same idempotency key with another body: the same draft, 2.7. */
  readonly reused: number
  /** Overloaded: turned away before anything was done. */
  readonly full: number
}

/** RFC 9110 section 15. */
const HTTP: Statuses = {
  ok: 200,
  created: 201,
  declined: 402,
  failed: 500,
  unknown: 404,
  unavailable: 503,
  late: 504,
  busy: 409,
  reused: 422,
  full: 503,
}

/** grpc/doc/statuscodes.md: FAILED_PRECONDITION 9, INTERNAL 13, UNIMPLEMENTED 12, UNAVAILABLE 14, ABORTED 10, INVALID_ARGUMENT 3, RESOURCE_EXHAUSTED 8. */
const GRPC: Statuses = {
  ok: 0,
  created: 0,
  declined: 9,
  failed: 13,
  unknown: 12,
  unavailable: 14,
  late: 4,
  busy: 10,
  reused: 3,
  full: 8,
}

const ask = (statuses: Statuses, latencyMs = 0.5): ProtocolRules => ({
  use: 'ask',
  latencyMs,
  timeoutMs: 3000,
  statuses,
})

/** The timeout is how long a publisher waits for its confirm. */
const broker: ProtocolRules = { use: 'publish', latencyMs: 0.5, timeoutMs: 1000, statuses: HTTP }

export const PROTOCOL_RULES: Readonly<Record<Protocol, ProtocolRules>> = {
  rest: ask(HTTP),
  grpc: ask(GRPC),
  broker,
  amqp: broker,
  websocket: { use: 'push', latencyMs: 0.5, timeoutMs: 3000, statuses: HTTP },
  sql: { use: 'store', latencyMs: 2, timeoutMs: 3000, statuses: HTTP },
  // Asked and answered too: a mail provider's 250, a file's 226, a command's exit. Never inferred.
  tcp: ask(HTTP),
  smtp: ask(HTTP),
  ftp: ask(HTTP),
  ssh: ask(HTTP),
  udp: { use: 'none', latencyMs: 0.5, timeoutMs: 3000, statuses: HTTP },
  dependency: { use: 'none', latencyMs: 0, timeoutMs: 0, statuses: HTTP },
}

export type Meaning = keyof Statuses

/** A status of either family by what it says, to be said again in the words of another protocol. */
export function meaningOf(status: number): Meaning {
  if (isDone(status)) return 'ok'
  switch (status) {
    case 503:
    case 14:
      return 'unavailable'
    case 429:
    case 8:
      return 'full'
    case 504:
    case 4:
      return 'late'
    case 404:
    case 5:
    case 12:
      return 'unknown'
    default:
      return isClientsFault(status) ? 'declined' : 'failed'
  }
}

/** 4xx; gRPC's INVALID_ARGUMENT 3, ALREADY_EXISTS 6, PERMISSION_DENIED 7, FAILED_PRECONDITION 9, ... */
function isClientsFault(status: number): boolean {
  return status >= 100 ? status < 500 : [3, 6, 7, 9, 11, 16].includes(status)
}

/** Whether a line of this protocol carries such a status: gRPC's codes are 0 to 16, all others HTTP's. */
export function speaks(protocol: Protocol, status: number): boolean {
  return (protocol === 'grpc') === status < 100
}

/** Whether a status means that it was done: below 400, or gRPC's OK; other gRPC codes are 1 to 16. */
export function isDone(status: number): boolean {
  return status === 0 || (status >= 100 && status < 400)
}
