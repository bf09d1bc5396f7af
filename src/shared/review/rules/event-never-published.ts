/** A line drawn for an event that nobody publishes. domain.md 5.4, MS-8. */
import { eventOf } from '../../engine/infer'
import { isBrokered } from '../../scenario/connection'
import { connectionsOf, serviceById } from '../../scenario/lookup'
import { named } from '../finding'
import type { Reading } from '../reading/reading'
import type { Rule } from '../rule'

export const eventNeverPublished: Rule = {
  id: 'event-never-published',
  severity: 'hint',
  find: (reading) => {
    const { scenario, deliveries, publications } = reading
    const used = new Set([
      ...deliveries.map(({ line }) => line.id),
      ...publications.flatMap(({ lines }) => lines.map(({ id }) => id)),
    ])
    const dead = new Set(
      scenario.connections.flatMap(({ deadLetterExchange }) => deadLetterExchange ?? []),
    )
    return scenario.connections.flatMap((line, index) => {
      // What it brings is not published by anybody: it is what was given up elsewhere.
      if (line.exchange !== undefined && dead.has(line.exchange.name)) return []
      if (!isBrokered(line.protocol) || used.has(line.id) || !canPublish(reading, line.from))
        return []
      return [
        {
          path: `connections[${index}]`,
          things: [line.id, line.from],
          values: { from: named(line.from), to: named(line.to), event: eventOf(line) },
        },
      ]
    })
  },
}

/** Of a service that never runs, and of a broker that gets nothing, other rules speak. */
function canPublish({ scenario, names }: Reading, id: string): boolean {
  const kind = serviceById(scenario).get(id)?.kind
  if (kind === 'broker')
    return connectionsOf(scenario, id).incoming.some(({ protocol }) => isBrokered(protocol))
  const index = names.service(id)
  return kind !== 'client' && index !== undefined && names.handlers[index]?.length !== 0
}
