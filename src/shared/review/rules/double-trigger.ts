/** Two ways lead from one request to the same effect, and both are taken. domain.md 5.4, MS-11. */
import { named } from '../finding'
import { type Arrival, arrivalsAt, entries, type KnownArrivals } from '../reading/arrivals'
import type { Reading } from '../reading/reading'
import { Repair } from '../repair'
import type { Found, Rule } from '../rule'

/** Telling somebody twice can be meant: two notices about two things. */
const MAY_REPEAT = 'notify'

export const doubleTrigger: Rule = {
  id: 'double-trigger',
  severity: 'danger',
  find: (reading) => {
    const effects = new Set(
      reading.handlers.flatMap(({ sites }) =>
        sites.flatMap(({ action }) => ('effect' in action ? [action.effect] : [])),
      ),
    )
    effects.delete(MAY_REPEAT)
    return [...effects].flatMap((effect) => {
      const known: KnownArrivals = new Map()
      for (const { handler, line } of entries(reading)) {
        const arrivals = arrivalsAt(reading, handler, effect, known)
        const isRepeated = arrivals.some(({ site }) => !isOnce(site.action))
        if (arrivals.length > 1 && isRepeated) return [found(reading, effect, arrivals, line)]
      }
      return []
    })
  },
}

function isOnce(action: object): boolean {
  return 'once' in action && action.once === true
}

function found(
  reading: Reading,
  effect: string,
  arrivals: readonly Arrival[],
  entry: string,
): Found {
  const repair = new Repair(reading)
  for (const site of new Set(arrivals.map((one) => one.site))) repair.once(site)
  const services = [...new Set(arrivals.map(({ site }) => site.in.service.id))]
  const triggers = [...new Set(arrivals.map(({ trigger }) => trigger ?? entry))]
  return {
    path: arrivals[0]?.site.path ?? '',
    things: [...services, ...triggers],
    values: { effect, services: named(...services), ways: named(...triggers) },
    fix: repair.edits(),
    show: { moves: [], until: { kind: 'effect.done', message: effect }, nth: 2 },
  }
}
