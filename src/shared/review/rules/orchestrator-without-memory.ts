/** An orchestrator that keeps nowhere how far it got: a crash leaves its orders half-way. MS-17. */
import { named } from '../finding'
import { isRedelivered, waysInto } from '../reading/flow'
import type { Rule } from '../rule'

export const orchestratorWithoutMemory: Rule = {
  id: 'orchestrator-without-memory',
  severity: 'fragile',
  find: (reading) =>
    reading.handlers.flatMap((handler) => {
      const { service, sites, path } = handler
      if (service.kind !== 'orchestrator' || sites.some(({ action }) => 'save' in action)) return []
      const commands = sites.filter(({ action }) => 'call' in action || 'publish' in action)
      const { calls, frames, deliveries } = waysInto(reading, handler)
      // A redelivery starts it anew; a request that is lost with it does not come back.
      const isLost =
        calls.length + frames.length > 0 || deliveries.some((one) => !isRedelivered(one))
      if (commands.length < 2 || !isLost) return []
      return [
        {
          path,
          things: [service.id],
          values: { service: named(service.id), count: commands.length },
        },
      ]
    }),
}
