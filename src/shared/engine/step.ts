/** One visible, atomic thing that happened: what the step list, the sequence view and `dryrun run` show. */
import type { ConnectionId, InvariantId, Key, Order, ServiceId } from '../base/ids'

export const STEP_KINDS = [
  'request.sent',
  'request.received',
  'request.refused',
  'request.lost',
  'response.sent',
  'response.received',
  'response.lost',
  'response.late',
  'call.timeout',
  'call.retried',
  'event.published',
  'event.delivered',
  'event.acked',
  'event.redelivered',
  'event.duplicated',
  'event.deadlettered',
  'event.returned',
  'event.lost',
  'row.saved',
  'save.failed',
  'effect.done',
  'effect.deduplicated',
  'message.deduplicated',
  'frame.sent',
  'frame.received',
  'frame.lost',
  'connection.tried',
  'connection.failed',
  'connection.opened',
  'connection.closed',
  'connection.cut',
  'connection.healed',
  'handler.started',
  'handler.waited',
  'handler.finished',
  'handler.failed',
  'outbox.stored',
  'outbox.relayed',
  'saga.compensating',
  'service.crashed',
  'service.restarted',
  'broker.stopped',
  'broker.restarted',
  'invariant.violated',
  'stimulus',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

export interface Step {
  /** From 1, in the order of the run. */
  readonly seq: number
  /** Virtual time in integer microseconds. */
  readonly atUs: number
  readonly kind: StepKind
  /** Where it happened; for a message lost on the way, its sender. */
  readonly service: ServiceId
  readonly connection?: ConnectionId
  /** The message's sender and receiver, where there is a message. */
  readonly from?: ServiceId
  readonly to?: ServiceId
  /** `POST /orders`, `OrderCreated`, `charge`, ...: what the message or the action is called. */
  readonly message?: string
  readonly key?: Key
  readonly order?: Order
  /** seq of the step that made this one possible. */
  readonly cause?: number
  /** What the sentence needs beyond the above: status, entity, attempt, values. */
  readonly detail?: Readonly<Record<string, string | number>>
  readonly invariant?: InvariantId
}
