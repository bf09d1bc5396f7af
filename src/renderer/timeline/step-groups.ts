/** What sort of thing each kind of step is: for filters, icons' colours and the marks of the scrubber. */
import type { Step, StepKind } from '../../shared/engine/step'

export const STEP_GROUPS = [
  'calls',
  'events',
  'frames',
  'data',
  'handlers',
  'faults',
  'promises',
] as const
export type StepGroup = (typeof STEP_GROUPS)[number]

export const GROUP_OF_KIND: Readonly<Record<StepKind, StepGroup>> = {
  'request.sent': 'calls',
  'request.received': 'calls',
  'request.refused': 'calls',
  'request.lost': 'faults',
  'response.sent': 'calls',
  'response.received': 'calls',
  'response.lost': 'faults',
  'response.late': 'calls',
  'call.timeout': 'calls',
  'call.retried': 'calls',
  'event.published': 'events',
  'event.delivered': 'events',
  'event.acked': 'events',
  'event.redelivered': 'events',
  'event.duplicated': 'faults',
  'event.deadlettered': 'events',
  'event.returned': 'events',
  'event.lost': 'faults',
  'row.saved': 'data',
  'save.failed': 'data',
  'effect.done': 'data',
  'effect.deduplicated': 'data',
  'message.deduplicated': 'data',
  'frame.sent': 'frames',
  'frame.received': 'frames',
  'frame.lost': 'faults',
  'connection.tried': 'calls',
  'connection.failed': 'calls',
  'connection.opened': 'frames',
  'connection.closed': 'frames',
  'connection.cut': 'faults',
  'connection.healed': 'faults',
  'handler.started': 'handlers',
  'handler.waited': 'handlers',
  'handler.finished': 'handlers',
  'handler.failed': 'handlers',
  'outbox.stored': 'data',
  'outbox.relayed': 'events',
  'saga.compensating': 'handlers',
  'service.crashed': 'faults',
  'service.restarted': 'faults',
  'broker.stopped': 'faults',
  'broker.restarted': 'faults',
  'invariant.violated': 'promises',
  stimulus: 'calls',
}

const RECOVERIES: ReadonlySet<StepKind> = new Set([
  'service.restarted',
  'broker.restarted',
  'connection.healed',
])

/** What the environment broke: a red cross on the scrubber. */
export function isFault(step: Step): boolean {
  return GROUP_OF_KIND[step.kind] === 'faults' && !RECOVERIES.has(step.kind)
}

const FAILURES: ReadonlySet<StepKind> = new Set([
  'request.refused',
  'connection.failed',
  'call.timeout',
  'event.deadlettered',
  'event.returned',
  'save.failed',
  'handler.failed',
  'invariant.violated',
])

/** What went wrong, by a fault or after one: red in the list. */
export function isFailure(step: Step): boolean {
  return isFault(step) || FAILURES.has(step.kind)
}
