/** A provider is asked for an effect without an idempotency key. domain.md 5.4, MS-7; 4.1, "unknown". */
import { firstOfEach } from '../distinct'
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
    const open = reading.calls.filter(({ kind, isKeyed, site }) => {
      if (kind !== 'effect' || isKeyed || !site || told.has(site)) return false
      const handler = reading.handlers[site.in.id]
      return handler !== undefined && isReached(reading, handler)
    })
    return firstOfEach(open, sortOf).map((call) =>
      found(
        reading,
        call,
        open.filter((one) => sortOf(one) === sortOf(call)),
      ),
    )
  },
}

function sortOf({ line, message }: CallRead): string {
  return `${line.id} ${message}`
}

function found(reading: Reading, call: CallRead, alike: readonly CallRead[]): Found {
  const repair = new Repair(reading)
  for (const { site } of alike) if (site) repair.once(site)
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
