/** A call that nobody has given a time limit: how long it waits is left to chance. domain.md 4.1, 6.3. */
import { giveTimeout } from '../call-repair'
import { named } from '../finding'
import { handlerBudgetMs } from '../reading/budget'
import type { CallRead } from '../reading/calls'
import { Repair } from '../repair'
import type { Rule } from '../rule'

const TIMEOUT_MIN_MS = 3_000
const ROUND_MS = 500

export const missingTimeout: Rule = {
  id: 'missing-timeout',
  severity: 'fragile',
  find: (reading) => {
    const byLine = new Map<string, CallRead>()
    for (const call of reading.calls)
      if (!call.isTimeoutSaid && !byLine.has(call.line.id)) byLine.set(call.line.id, call)
    return [...byLine.values()].map((call) => {
      const neededMs = call.callee ? handlerBudgetMs(reading, call.callee) : 0
      const timeoutMs = Math.max(TIMEOUT_MIN_MS, Math.ceil(neededMs / ROUND_MS) * ROUND_MS)
      return {
        path: `connections[${call.lineIndex}]`,
        things: [call.line.id, call.from.id, call.to.id],
        values: { from: named(call.from.id), to: named(call.to.id), timeoutMs },
        fix: giveTimeout(new Repair(reading), call, timeoutMs).edits(),
      }
    })
  },
}
