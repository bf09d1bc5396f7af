/** How long an answer may take at worst: attempts times timeout, and the back-offs between. domain.md 6.3. */
import { defaultBackoffMs } from '../../engine/calling'
import type { Duration } from '../../scenario/duration'
import type { CallRead } from './calls'
import { callAt } from './flow'
import type { HandlerRead, Part } from './parts'
import type { Reading } from './reading'

/** Timeouts of calls other than the scenario has, by call: what a fix is about to set. */
export type Timeouts = ReadonlyMap<CallRead, number>

const AS_DRAWN: Timeouts = new Map()

/** Milliseconds that one call may take its caller, all its attempts taken together. */
export function worstCaseMs(call: CallRead, timeouts: Timeouts = AS_DRAWN): number {
  let backoffMs = 0
  for (let attempt = 1; attempt <= call.retries; attempt += 1)
    backoffMs += typicalMs(call.backoff) ?? defaultBackoffMs(attempt)
  return (call.retries + 1) * (timeouts.get(call) ?? call.timeoutMs) + backoffMs
}

/** What a back-off is reckoned with: the longest of a range, the mean or the median of the others. */
function typicalMs(backoff: Duration | undefined): number | undefined {
  if (backoff === undefined || typeof backoff === 'number') return backoff
  if ('uniform' in backoff) return Math.max(...backoff.uniform)
  return 'exponential' in backoff ? backoff.exponential : backoff.lognormal[0]
}

interface Spent {
  /** On the longest way that goes on to what follows; undefined: none does. */
  readonly going: number | undefined
  /** On the longest way that has answered. */
  readonly answered: number
}

/** Milliseconds until this handler has answered, by the calls that it waits for before. */
export function handlerBudgetMs(
  reading: Reading,
  { parts }: HandlerRead,
  timeouts: Timeouts = AS_DRAWN,
): number {
  const { going, answered } = spend(reading, parts, timeouts)
  return Math.max(going ?? 0, answered)
}

function spend(reading: Reading, parts: readonly Part[], timeouts: Timeouts): Spent {
  let going: number | undefined = 0
  let answered = 0
  for (const part of parts) {
    if (going === undefined) break
    const spent: Spent = spendOn(reading, part, timeouts)
    answered = Math.max(answered, going + spent.answered)
    going = spent.going === undefined ? undefined : going + spent.going
  }
  return { going, answered }
}

function spendOn(reading: Reading, part: Part, timeouts: Timeouts): Spent {
  switch (part.part) {
    case 'site': {
      const { action } = part.site
      if ('reply' in action || 'fail' in action) return { going: undefined, answered: 0 }
      const call = callAt(reading, part.site)
      return { going: call ? worstCaseMs(call, timeouts) : 0, answered: 0 }
    }
    case 'if': {
      const yes = spend(reading, part.yes, timeouts)
      const no = spend(reading, part.no, timeouts)
      const ways = [yes.going, no.going].filter((one) => one !== undefined)
      const going = ways.length === 0 ? undefined : Math.max(...ways)
      return { going, answered: Math.max(yes.answered, no.answered) }
    }
    case 'saga': {
      const forward = part.stages.flatMap((stage) => stage.forward)
      return spend(reading, forward, timeouts)
    }
  }
}
