/**
 * What the sentence of a step needs: flat parameters for the catalogue `steps`, whose key is the step's kind.
 * `context` picks a variant of the sentence (`effect.done_charge`); names are in the language asked for.
 */
import { type Language, textIn } from '../scenario/text'
import type { Program } from './program'
import type { Step } from './step'

export type StepParams = Readonly<Record<string, string | number>>

export function stepParams(program: Program, step: Step, language: Language = 'en'): StepParams {
  const nameOf = (id: string | undefined) => {
    const service = program.services.find((one) => one.id === id)
    return service === undefined ? (id ?? '') : textIn(service.name, language)
  }
  const invariant = program.invariants.find(({ id }) => id === step.invariant)
  const context = contextOf(program, step)
  return {
    ...shownDetail(step),
    service: nameOf(step.service),
    from: nameOf(step.from),
    to: nameOf(step.to),
    message: step.message ?? '',
    key: step.key ?? '',
    order: step.order ?? step.key ?? '',
    ...(invariant !== undefined && { title: textIn(invariant.title, language) }),
    ...(step.kind === 'invariant.violated' && { values: valuesOf(step) }),
    ...(typeof step.detail?.status === 'number' && { status: statusOf(program, step) }),
    ...(step.kind.startsWith('broker.') && { lines: linesOf(program, step, nameOf) }),
    ...(context !== undefined && { context }),
  }
}

/** The lines that imply a broker: `Orders → Notifications, Card charge`. */
function linesOf(program: Program, step: Step, nameOf: (id: string | undefined) => string): string {
  const ids = String(step.detail?.connections ?? '').split(' ')
  const receivers = new Map<string, string[]>()
  for (const line of program.lines) {
    if (!ids.includes(line.id)) continue
    const [from, to] = [line.from, line.to].map((end) => nameOf(program.services[end]?.id))
    receivers.set(from ?? '', [...(receivers.get(from ?? '') ?? []), to ?? ''])
  }
  return [...receivers].map(([from, to]) => `${from} → ${to.join(', ')}`).join('; ')
}

/** The variant of the sentence, where its kind has several. */
function contextOf(program: Program, step: Step): string | undefined {
  const { detail } = step
  if (typeof detail?.context === 'string') return detail.context
  switch (step.kind) {
    case 'effect.done':
      return KNOWN_EFFECTS.has(step.message ?? '') ? step.message : undefined
    case 'request.sent':
      return Number(detail?.attempt ?? 1) > 1 ? 'again' : undefined
    case 'event.published':
      return Number(detail?.attempt ?? 1) > 1 ? 'again' : undefined
    case 'connection.closed':
      return isSocket(program, step) ? 'socket' : undefined
    case 'handler.started':
    case 'service.crashed':
    case 'service.restarted':
      return detail?.replica === undefined ? undefined : 'replica'
    default:
      return undefined
  }
}

const KNOWN_EFFECTS = new Set(['charge', 'refund', 'notify'])

function isSocket(program: Program, step: Step): boolean {
  const line = program.lines.find(({ id }) => id === step.connection)
  return line?.protocol === 'websocket'
}

/** gRPC's codes by name: grpc/doc/statuscodes.md. */
export const GRPC_CODES: Readonly<Record<number, string>> = {
  0: 'OK',
  1: 'CANCELLED',
  2: 'UNKNOWN',
  3: 'INVALID_ARGUMENT',
  4: 'DEADLINE_EXCEEDED',
  5: 'NOT_FOUND',
  6: 'ALREADY_EXISTS',
  7: 'PERMISSION_DENIED',
  8: 'RESOURCE_EXHAUSTED',
  9: 'FAILED_PRECONDITION',
  10: 'ABORTED',
  11: 'OUT_OF_RANGE',
  12: 'UNIMPLEMENTED',
  13: 'INTERNAL',
  14: 'UNAVAILABLE',
  15: 'DATA_LOSS',
  16: 'UNAUTHENTICATED',
}

function statusOf(program: Program, { connection, detail }: Step): string | number {
  const status = Number(detail?.status)
  const line = program.lines.find(({ id }) => id === connection)
  return line?.protocol === 'grpc' ? (GRPC_CODES[status] ?? status) : status
}

/** i18next takes `count` and `context` for its own, so that only what a sentence may say is passed on. */
function shownDetail({ detail }: Step): StepParams {
  const { context: _context, count: _count, connections: _connections, ...shown } = detail ?? {}
  return shown
}

function valuesOf({ detail }: Step): string {
  return Object.entries(detail ?? {})
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')
}
