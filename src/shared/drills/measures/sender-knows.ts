/**
 * What a sender knows of what it sent, from a run in which something goes wrong: domain.md 1.1. The run is that
 * of the engine; here is only which of its steps the sender gets to see.
 */
import { runTimeline } from '../../drivers/timeline'
import { compile } from '../../engine/compile'
import { machine } from '../../engine/machine'
import { isDone } from '../../engine/protocols/table'
import type { Step } from '../../engine/step'
import { senderBoard } from './sender-board'
import type { Sender, Situation } from './situation'

/** Known processed; known not to be; neither; a broker has it. */
export type Known = 'DONE' | 'NOT-DONE' | 'UNKNOWN' | 'QUEUED'

const STEPS_MAX = 500

export function senderKnows(by: Sender, meets: Situation): Known {
  const compiled = compile(senderBoard(by, meets))
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message ?? by)
  const { steps } = runTimeline(machine(compiled.value), { stepsMax: STEPS_MAX })
  for (const step of steps) {
    const told = toldBy(step)
    if (told !== undefined) return told
  }
  // Nothing ever came back: a frame on a WebSocket, for one.
  return 'UNKNOWN'
}

/** What this step tells the sender of its first attempt; undefined where it tells nothing. */
function toldBy({ kind, service, detail }: Step): Known | undefined {
  switch (kind) {
    case 'response.received':
      return knownFrom(Number(detail?.status ?? 0))
    case 'request.refused':
    case 'connection.failed':
      return 'NOT-DONE'
    case 'call.timeout':
    case 'connection.closed':
    case 'call.retried':
      return 'UNKNOWN'
    case 'event.published':
      // It says it again: of the first it has heard nothing.
      return Number(detail?.attempt ?? 1) > 1 ? 'UNKNOWN' : undefined
    case 'row.saved':
      // The publisher goes on after the confirm only.
      return service === 'publisher' ? 'QUEUED' : undefined
    default:
      return undefined
  }
}

/** 4xx is definite, of a 5xx nobody knows how far it came: domain.md 2.2. */
function knownFrom(status: number): Known {
  if (isDone(status)) return 'DONE'
  return status >= 500 || [2, 4, 13, 14].includes(status) ? 'UNKNOWN' : 'NOT-DONE'
}
