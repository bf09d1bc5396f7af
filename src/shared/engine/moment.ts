/**
 * A packed state decoded into plain objects, only to be shown. Nothing here is ever fed back: the machine
 * runs on packed states alone.
 */
import type { ConnectionId, InvariantId, Key, Order, ServiceId } from '../base/ids'

export interface Moment {
  readonly atUs: number
  readonly services: Readonly<Record<ServiceId, ServiceMoment>>
  /** By order, then entity: `{ o1: { order: 'new' } }`. */
  readonly rows: Readonly<Record<Order, Readonly<Record<string, string>>>>
  /** By order, then effect: how often it happened. */
  readonly effects: Readonly<Record<Order, Readonly<Record<string, number>>>>
  /** The statuses the client got, in order; 0 for no answer. */
  readonly replies: Readonly<Record<Key, readonly number[]>>
  /** The same in words: gRPC's codes by name, '' for no answer. */
  readonly told: Readonly<Record<Key, readonly (string | number)[]>>
  readonly queues: readonly QueueMoment[]
  /** Everything on its way right now: what the moving dots are. */
  readonly flights: readonly Flight[]
  /** Lines that are cut just now, at least on one side of a broker that they imply. */
  readonly cuts: readonly ConnectionId[]
  /** Lines that imply a broker which has stopped. */
  readonly stopped: readonly ConnectionId[]
  readonly invariants: readonly InvariantMoment[]
}

export interface ServiceMoment {
  readonly up: boolean
  readonly crashes: number
  readonly running: readonly RunningHandler[]
  /** Events written to the outbox and not yet marked as published; ids handled and remembered. */
  readonly outbox: readonly string[]
  readonly inbox: readonly string[]
}

export interface RunningHandler {
  readonly order: Order
  /** What started it: `POST /orders`, `OrderCreated`. */
  readonly trigger: string
  /** The action it stands at, from 0, and how many there are. */
  readonly at: number
  readonly of: number
  readonly waiting: 'running' | 'answer' | 'confirm' | 'timer' | 'backoff'
  readonly attempt: number
}

export interface QueueMoment {
  /** The queue's or topic's own name: the event and its consumer where the drawing gives no other. */
  readonly name: string
  readonly connection: ConnectionId
  readonly consumer: ServiceId
  readonly ready: readonly QueuedMessage[]
  readonly unacked: readonly QueuedMessage[]
  readonly dead: readonly QueuedMessage[]
}

export interface QueuedMessage {
  /** As that of a flight: no other message of the moment has it. */
  readonly id: number
  readonly order: Order
  readonly event: string
  readonly deliveries: number
}

export interface Flight {
  /** The same for one message through its whole flight, in every moment that has it. */
  readonly id: number
  readonly connection: ConnectionId
  readonly kind: 'request' | 'response' | 'event' | 'confirm' | 'ack' | 'frame' | 'sql'
  /** Whether it travels along the drawn direction of its line or against it. */
  readonly direction: 'forward' | 'back'
  readonly order: Order
  readonly message: string
  /** Where the dot is at t: (t - sentUs) / (arrivesUs - sentUs), clamped to 0..1. */
  readonly sentUs: number
  readonly arrivesUs: number
  /** Nobody waits for it any more: it will be discarded on arrival. */
  readonly late: boolean
}

export interface InvariantMoment {
  readonly id: InvariantId
  /** `undecided`: a `finally` before nothing more can happen. */
  readonly status: 'holds' | 'violated' | 'undecided'
  readonly key?: Order
  /** What the names in the expression were: `{ 'effects.charge': 2 }`. */
  readonly values?: Readonly<Record<string, string | number>>
}
