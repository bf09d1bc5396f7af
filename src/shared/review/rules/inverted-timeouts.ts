/** The caller gives up before those below it have used up their own tries. domain.md 5.4, MS-13. */
import { giveTimeout } from '../call-repair'
import { type Move, named } from '../finding'
import { handlerBudgetMs, worstCaseMs } from '../reading/budget'
import type { CallRead } from '../reading/calls'
import { callAt } from '../reading/flow'
import type { Reading } from '../reading/reading'
import { Repair } from '../repair'
import type { Found, Rule } from '../rule'

const ROUND_MS = 500

export const invertedTimeouts: Rule = {
  id: 'inverted-timeouts',
  severity: 'fragile',
  find: (reading) =>
    reading.calls.flatMap((call) => {
      const neededMs = budgetBelow(reading, call)
      return neededMs > call.timeoutMs ? [found(reading, call, neededMs)] : []
    }),
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
    fix: longerTimeouts(reading, call),
    ...(moves && {
      show: { moves, until: { kind: 'call.timeout', connection: call.line.id } },
    }),
  }
}

/** This timeout, and those above it that it would outgrow in turn, as long as they need to be. */
function longerTimeouts(reading: Reading, call: CallRead) {
  const timeouts = new Map<CallRead, number>()
  const waiting = [call]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const neededMs = Math.ceil(budgetBelow(reading, next, timeouts) / ROUND_MS) * ROUND_MS
    if (neededMs <= (timeouts.get(next) ?? next.timeoutMs)) continue
    // Round a circle of calls no timeout is ever long enough.
    if (timeouts.size >= reading.calls.length) break
    if (timeouts.has(next)) continue
    timeouts.set(next, neededMs)
    const { site } = next
    if (site) waiting.push(...reading.calls.filter((one) => one.callee?.id === site.in.id))
  }
  const repair = new Repair(reading)
  for (const [one, timeoutMs] of timeouts) giveTimeout(repair, one, timeoutMs)
  return repair.edits()
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
