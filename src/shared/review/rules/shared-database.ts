/** One database, several services that read and write it. domain.md 5.4, MS-1 and MS-2. */
import { PROTOCOL_RULES } from '../../engine/protocols/table'
import { connectionsOf, serviceById } from '../../scenario/lookup'
import type { Service } from '../../scenario/service'
import { named } from '../finding'
import { architectureOf } from '../reading/architecture'
import type { Reading } from '../reading/reading'
import type { Rule } from '../rule'

export const sharedDatabase: Rule = {
  id: 'shared-database',
  severity: 'fragile',
  find: (reading) => {
    const services = serviceById(reading.scenario)
    return reading.scenario.services.flatMap((database, index) => {
      if (database.kind !== 'database') return []
      const lines = connectionsOf(reading.scenario, database.id).incoming.filter(
        ({ protocol }) => PROTOCOL_RULES[protocol].use === 'store',
      )
      const users = [...new Set(lines.map(({ from }) => from))]
        .flatMap((id) => services.get(id) ?? [])
        .filter(({ kind }) => kind !== 'client')
      if (users.length < 2 || isOneMonolith(reading, users)) return []
      const ids = users.map(({ id }) => id)
      return [
        {
          path: `services[${index}]`,
          things: [database.id, ...ids, ...lines.map(({ id }) => id)],
          values: { database: named(database.id), services: named(...ids), count: ids.length },
        },
      ]
    })
  },
}

/** The modules of one monolith share its database by right. domain.md 5.1, MONO-3. */
function isOneMonolith({ scenario }: Reading, users: readonly Service[]): boolean {
  const { unitOf } = architectureOf(scenario)
  const [unit] = users.map(({ id }) => unitOf(id))
  return unit !== undefined && users.every(({ id }) => unitOf(id) === unit)
}
