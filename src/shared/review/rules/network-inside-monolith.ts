/** Two modules of one monolith that talk over the network. domain.md 5.1, MONO-1 and MONO-2. */
import { serviceById } from '../../scenario/lookup'
import { chained } from '../finding'
import { architectureOf, isInfrastructure, isRunning } from '../reading/architecture'
import type { Rule } from '../rule'

export const networkInsideMonolith: Rule = {
  id: 'network-inside-monolith',
  severity: 'fragile',
  find: ({ scenario }) => {
    const services = serviceById(scenario)
    const { unitOf } = architectureOf(scenario)
    const isModule = (id: string) => {
      const service = services.get(id)
      return service !== undefined && !isInfrastructure(service)
    }
    return scenario.connections.flatMap((line, index) => {
      const unit = unitOf(line.from)
      if (unit === undefined || unit.id !== unitOf(line.to)?.id) return []
      if (!isRunning(line) || !isModule(line.from) || !isModule(line.to)) return []
      return [
        {
          path: `connections[${index}]`,
          things: [line.id, line.from, line.to],
          values: { line: chained(line.from, line.to) },
        },
      ]
    })
  },
}
