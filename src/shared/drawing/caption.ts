/** What a service's card says about the last thing that happened there. One table, a row a kind of step. */
import type { Step, StepKind } from '../engine/step'
import { GRPC_CODES } from '../engine/step-params'
import type { Words } from './words'

export type CaptionTone = 'plain' | 'good' | 'bad'

export interface Caption extends Words {
  readonly tone: CaptionTone
}

type CaptionRule = readonly [key: string, tone: CaptionTone]

const CAPTIONS: Readonly<Record<StepKind, CaptionRule>> = {
  'request.sent': ['sent', 'plain'],
  'request.received': ['received', 'plain'],
  'request.refused': ['refused', 'bad'],
  'request.lost': ['request-lost', 'bad'],
  'response.sent': ['answered', 'plain'],
  'response.received': ['status-received', 'good'],
  'response.lost': ['response-lost', 'bad'],
  'response.late': ['response-late', 'bad'],
  'call.timeout': ['timeout', 'bad'],
  'call.retried': ['retried', 'plain'],
  'event.published': ['published', 'plain'],
  'event.delivered': ['delivered', 'plain'],
  'event.acked': ['acknowledged', 'good'],
  'event.redelivered': ['redelivered', 'bad'],
  'event.duplicated': ['duplicated', 'bad'],
  'event.deadlettered': ['deadlettered', 'bad'],
  'event.returned': ['returned', 'bad'],
  'event.lost': ['event-lost', 'bad'],
  'row.saved': ['saved', 'plain'],
  'save.failed': ['save-failed', 'bad'],
  'effect.done': ['effect', 'good'],
  'effect.deduplicated': ['once', 'good'],
  'message.deduplicated': ['handled-before', 'good'],
  'frame.sent': ['frame-sent', 'plain'],
  'frame.received': ['frame-received', 'plain'],
  'frame.lost': ['frame-lost', 'bad'],
  'connection.tried': ['connecting', 'plain'],
  'connection.failed': ['not-connected', 'bad'],
  'connection.opened': ['opened', 'plain'],
  'connection.closed': ['closed', 'plain'],
  'connection.cut': ['cut', 'bad'],
  'connection.healed': ['healed', 'plain'],
  'handler.started': ['started', 'plain'],
  'handler.waited': ['waited', 'plain'],
  'handler.finished': ['finished', 'plain'],
  'handler.failed': ['failed', 'bad'],
  'outbox.stored': ['outbox-stored', 'plain'],
  'outbox.relayed': ['outbox-relayed', 'plain'],
  'saga.compensating': ['compensating', 'bad'],
  'service.crashed': ['crashed', 'bad'],
  'service.restarted': ['restarted', 'plain'],
  'broker.stopped': ['broker-stopped', 'bad'],
  'broker.restarted': ['broker-restarted', 'plain'],
  'invariant.violated': ['broken', 'bad'],
  stimulus: ['started', 'plain'],
}

const EFFECT_CAPTIONS: Readonly<Record<string, string>> = {
  charge: 'charged',
  notify: 'told',
  refund: 'refunded',
}

/** HTTP's begin at 100 (RFC 9110, 15); what is lower is a code of gRPC's. */
const HTTP_STATUS_MIN = 100
const HTTP_STATUS_BAD_MIN = 400

/** A status as people say it: `201`, `UNAVAILABLE`; '' where there is none. */
export function statusWord(status: string | number | undefined): string | number {
  if (typeof status !== 'number') return status ?? ''
  return status < HTTP_STATUS_MIN ? (GRPC_CODES[status] ?? status) : status
}

function isBadStatus(status: number): boolean {
  return status < HTTP_STATUS_MIN ? status !== 0 : status >= HTTP_STATUS_BAD_MIN
}

function effectOf(step: Step): string {
  return String(step.detail?.effect ?? step.message ?? '')
}

function ruleOf(step: Step): CaptionRule {
  const status = step.detail?.status
  const rule = CAPTIONS[step.kind]
  if (step.kind === 'effect.done') {
    return [EFFECT_CAPTIONS[effectOf(step)] ?? 'effect', 'good']
  }
  if (step.kind === 'response.received') {
    if (status === undefined) return ['answer-received', 'good']
    return [rule[0], isBadStatus(Number(status)) ? 'bad' : 'good']
  }
  if (step.kind === 'event.acked' && step.detail?.context === 'confirm')
    return ['confirmed', 'good']
  return rule
}

/** How a step's caption is meant, without making it. */
export function captionTone(step: Step): CaptionTone {
  return ruleOf(step)[1]
}

/** The caption of a step at the service where it happened, to be said by `say`. */
export function captionOf(step: Step): Caption {
  const [name, tone] = ruleOf(step)
  const values: Record<string, string | number> = {
    message: step.kind === 'effect.done' ? effectOf(step) : (step.message ?? ''),
    key: step.order ?? step.key ?? '',
    status: statusWord(step.detail?.status),
  }
  return { key: `caption.${name}`, values, tone }
}
