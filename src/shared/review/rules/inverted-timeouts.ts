/** The caller gives up before those below it have used up their own tries. domain.md 5.4, MS-13. */
import type { Edit } from '../../scenario/edits'
import { giveTimeout, hasOwnTimeout } from '../call-repair'
import { firstOfEach } from '../distinct'
import { type Move, named } from '../finding'
import { handlerBudgetMs, worstCaseMs } from '../reading/budget'
import type { CallRead } from '../reading/calls'
import { callAt } from '../reading/flow'
import type { Reading } from '../reading/reading'
import { Repair } from '../repair'
import type { Found, Rule } from '../rule'

const ROUND_MS = 500
/** The format's own bound: a day. */
const TIMEOUT_MAX_MS = 86_400_000
/** Timeouts above that may have to grow too; more of them than this want a person's judgement. */
const ROUNDS_MAX = 50

export const invertedTimeouts: Rule = {
  id: 'inverted-timeouts',
  severity: 'fragile',
  find: (reading) =>
    firstOfEach(
      reading.calls.filter((call) => budgetBelow(reading, call) > call.timeoutMs),
      (call) => (hasOwnTimeout(call) ? call.path : `${call.line.id} ${call.message}`),
    ).map((call) => found(reading, call, budgetBelow(reading, call))),
}

function budgetBelow(
  reading: Reading,
  { callee }: CallRead,
  timeouts?: ReadonlyMap<CallRead, number>,
): number {
  return callee ? handlerBudgetMs(reading, callee, timeouts) : 0
}

function found(reading: Reading, call: CallRead, neededMs: number): Found {
  const inner = (call.callee?.sites ?? []).flatMap((site) => callAt(reading, site) ?? [])
  const moves = provingMoves(call, inner)
  const fix = longerTimeouts(reading, call)
  return {
    path: call.path,
    things: [call.line.id, call.to.id, ...new Set(inner.map(({ line }) => line.id))],
    values: {
      from: named(call.from.id),
      to: named(call.to.id),
      outerMs: call.timeoutMs,
      innerMs: Math.ceil(neededMs),
    },
    // gRPC tells those below how much time is left; they are cut off instead of going on unasked.
    ...(call.line.protocol === 'grpc' && { variant: 'grpc' }),
    ...(fix && { fix }),
    ...(moves && {
      show: { moves, until: { kind: 'call.timeout', connection: call.line.id } },
    }),
  }
}

/**
 * This timeout, and those above it that it would outgrow in turn, as long as they need to be. Undefined
 * where no time is ever enough, as round a circle of calls.
 */
function longerTimeouts(reading: Reading, call: CallRead): readonly Edit[] | undefined {
  const timeouts = new Map<CallRead, number>()
  const waiting = [call]
  let left = ROUNDS_MAX
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    left -= 1
    const neededMs = Math.ceil(budgetBelow(reading, next, timeouts) / ROUND_MS) * ROUND_MS
    if (left < 0 || neededMs > TIMEOUT_MAX_MS) return undefined
    if (neededMs <= (timeouts.get(next) ?? next.timeoutMs)) continue
    for (const one of withSameTimeout(reading, next)) {
      timeouts.set(one, neededMs)
      if (one.site) waiting.push(...(reading.callsInto.get(one.site.in.id) ?? []))
    }
  }
  const repair = new Repair(reading)
  for (const [one, timeoutMs] of timeouts) giveTimeout(repair, one, timeoutMs)
  return repair.edits()
}

/** What the line says is said for all of its calls that do not say otherwise. */
function withSameTimeout(reading: Reading, call: CallRead): readonly CallRead[] {
  if (hasOwnTimeout(call)) return [call]
  return (reading.callsOn.get(call.line.id) ?? []).filter((one) => !hasOwnTimeout(one))
}

/** Every try of the first call below is lost; where that alone does not take long enough, no run is shown. */
function provingMoves(call: CallRead, inner: readonly CallRead[]): readonly Move[] | undefined {
  const [first] = inner
  if (!first || worstCaseMs(first) <= call.timeoutMs) return undefined
  const lose: Move = {
    when: 'before',
    step: { kind: 'request.received', connection: first.line.id },
    fault: { kind: 'lose-request', connection: first.line.id },
  }
  const tries = Math.ceil(call.timeoutMs / first.timeoutMs)
  return Array.from({ length: Math.min(tries, first.retries + 1) }, () => lose)
}
