/** An event that is published and reaches nobody. domain.md 5.4, MS-8. */
import { named } from '../finding'
import { deliveriesFrom } from '../reading/flow'
import { sitesOf } from '../reading/reading'
import type { Rule } from '../rule'

export const eventNobodyConsumes: Rule = {
  id: 'event-nobody-consumes',
  severity: 'hint',
  find: (reading) =>
    sitesOf(reading.handlers).flatMap((site) => {
      const { action, in: handler } = site
      if (!('publish' in action) || deliveriesFrom(reading, site).length > 0) return []
      const publication = reading.publications.find(
        (one) => one.publisherIndex === handler.serviceIndex && one.event === action.publish,
      )
      // Without a line that carries it the scenario does not run at all, and says so.
      if (!publication) return []
      const lines = publication.lines.map(({ id }) => id)
      const brokers = publication.lines.map(({ to }) => to)
      return [
        {
          path: site.path,
          things: [handler.service.id, ...lines],
          values: {
            service: named(handler.service.id),
            broker: named(...new Set(brokers)),
            event: action.publish,
          },
        },
      ]
    }),
}
