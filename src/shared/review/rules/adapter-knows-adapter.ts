/** Two parts of the outermost ring of which one depends on the other. domain.md 5.3, ONI-3. */
import { serviceById } from '../../scenario/lookup'
import { chained } from '../finding'
import { architectureOf, isInfrastructure } from '../reading/architecture'
import type { Rule } from '../rule'

export const adapterKnowsAdapter: Rule = {
  id: 'adapter-knows-adapter',
  severity: 'fragile',
  find: ({ scenario }) => {
    const services = serviceById(scenario)
    const { knowing, ringOf, rings } = architectureOf(scenario)
    if (rings.length < 2) return []
    const isAdapter = (id: string) => {
      const service = services.get(id)
      // A database is no adapter: knowing it is what its adapter is for.
      return ringOf(id) === rings.length - 1 && service !== undefined && !isInfrastructure(service)
    }
    return knowing.flatMap((line) => {
      if (line.from === line.to || !isAdapter(line.from) || !isAdapter(line.to)) return []
      return [
        {
          path: `connections[${scenario.connections.indexOf(line)}]`,
          things: [line.id, line.from, line.to],
          values: { line: chained(line.from, line.to) },
        },
      ]
    })
  },
}
