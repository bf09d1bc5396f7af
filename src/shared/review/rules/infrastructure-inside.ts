/** A database, a broker or somebody else's service in an inner ring. domain.md 5.3, ONI-4. */
import { named } from '../finding'
import { architectureOf, isInfrastructure } from '../reading/architecture'
import type { Rule } from '../rule'

export const infrastructureInside: Rule = {
  id: 'infrastructure-inside',
  severity: 'fragile',
  find: ({ scenario }) => {
    const { ringOf, rings } = architectureOf(scenario)
    const outermost = rings.length - 1
    if (outermost < 1) return []
    return scenario.services.flatMap((service, index) => {
      const ring = ringOf(service.id)
      if (!isInfrastructure(service) || ring === undefined || ring === outermost) return []
      return [
        {
          path: `services[${index}]`,
          things: [service.id],
          values: { service: named(service.id) },
        },
      ]
    })
  },
}
