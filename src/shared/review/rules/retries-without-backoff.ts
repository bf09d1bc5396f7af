/** Tries that follow one another at once hit a service that is down hardest. domain.md 4.1. */
import { firstOfEach } from '../distinct'
import { named } from '../finding'
import { Repair } from '../repair'
import type { Rule } from '../rule'

export const retriesWithoutBackoff: Rule = {
  id: 'retries-without-backoff',
  severity: 'fragile',
  find: (reading) =>
    firstOfEach(
      reading.calls.filter(({ retries, backoff }) => retries > 0 && backoff === 0),
      ({ line, path }) => (line.backoff === 0 ? line.id : path),
    ).map(({ path, line, from, to, retries, site }) => {
      const repair = new Repair(reading)
      if (line.backoff === 0) repair.line(line.id, { backoff: undefined })
      if (site && 'call' in site.action && site.action.backoff === 0) {
        repair.action(site, (action) => {
          if (!('call' in action)) return [action]
          const { backoff: _, ...rest } = action
          return [rest]
        })
      }
      return {
        path,
        things: [line.id, from.id, to.id],
        values: { from: named(from.id), to: named(to.id), count: retries },
        fix: repair.edits(),
      }
    }),
}
