/** An event sent off without waiting for the broker's confirm: nobody notices its loss. domain.md 5.4, MS-15. */
import { named } from '../finding'
import { deliveriesFrom } from '../reading/flow'
import { sitesOf } from '../reading/reading'
import { Repair } from '../repair'
import type { Rule } from '../rule'

export const publishUnconfirmed: Rule = {
  id: 'publish-unconfirmed',
  severity: 'danger',
  find: (reading) =>
    sitesOf(reading.handlers).flatMap((site) => {
      const { action, in: handler } = site
      if (!('publish' in action) || action.confirm !== false || action.outbox === true) return []
      const acting = deliveriesFrom(reading, site).filter(({ consumer }) => consumer?.sites.length)
      if (acting.length === 0) return []
      const service = handler.service.id
      return [
        {
          path: site.path,
          things: [service, ...acting.map(({ line }) => line.id)],
          values: {
            service: named(service),
            event: action.publish,
            consumers: named(...new Set(acting.map(({ to }) => to.id))),
          },
          fix: new Repair(reading)
            .action(site, (one) => {
              if (!('publish' in one)) return [one]
              const { confirm: _, ...rest } = one
              return [rest]
            })
            .edits(),
          show: {
            moves: [
              {
                when: 'before',
                step: { kind: 'event.published', service, message: action.publish },
                fault: { kind: 'lose-request', service },
              },
            ],
            without: { kind: 'event.published', service, message: action.publish },
          },
        },
      ]
    }),
}
