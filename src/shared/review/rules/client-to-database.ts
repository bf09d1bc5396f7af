/** A client that talks to a database past every service. domain.md 5.2, LAY-7. */
import { PROTOCOL_RULES } from '../../engine/protocols/table'
import { serviceById } from '../../scenario/lookup'
import { named } from '../finding'
import type { Rule } from '../rule'

export const clientToDatabase: Rule = {
  id: 'client-to-database',
  severity: 'fragile',
  find: ({ scenario }) => {
    const services = serviceById(scenario)
    return scenario.connections.flatMap((line, index) => {
      if (services.get(line.from)?.kind !== 'client') return []
      if (services.get(line.to)?.kind !== 'database') return []
      if (PROTOCOL_RULES[line.protocol].use === 'none') return []
      return [
        {
          path: `connections[${index}]`,
          things: [line.id, line.from, line.to],
          values: { client: named(line.from), database: named(line.to) },
        },
      ]
    })
  },
}
