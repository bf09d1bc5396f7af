/** A provider is asked for an effect without an idempotency key. domain.md 5.4, MS-7; 4.1, "unknown". */
import { named } from '../finding'
import type { CallRead } from '../reading/calls'
import { isReached } from '../reading/flow'
import type { Reading } from '../reading/reading'
import { redeliveredEffects } from '../reading/redelivered'
import { Repair } from '../repair'
import type { Found, Rule } from '../rule'

export const effectWithoutOnce: Rule = {
  id: 'effect-without-once',
  severity: 'danger',
  find: (reading) => {
    const told = new Set(redeliveredEffects(reading).map(({ site }) => site))
    return reading.calls.flatMap((call) => {
      const { site } = call
      if (call.kind !== 'effect' || call.isKeyed || !site || told.has(site)) return []
      const handler = reading.handlers[site.in.id]
      return handler && isReached(reading, handler) ? [found(reading, call)] : []
    })
  },
}

function found(reading: Reading, call: CallRead): Found {
  const repair = new Repair(reading)
  if (call.site) repair.once(call.site)
  return {
    path: call.path,
    things: [call.from.id, call.to.id, call.line.id],
    values: { service: named(call.from.id), provider: named(call.to.id), effect: call.message },
    fix: repair.edits(),
    ...(call.retries > 0 && {
      show: {
        moves: [
          {
            when: 'after',
            step: { kind: 'response.sent', connection: call.line.id },
            fault: { kind: 'lose-response', connection: call.line.id },
          },
        ],
        until: { kind: 'effect.done', message: call.message },
      },
    }),
  }
}
