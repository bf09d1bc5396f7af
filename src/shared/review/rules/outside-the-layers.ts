/** A part that is in no layer, though the drawing has layers. domain.md 5.2, LAY-5. */
import { serviceById, zoneById } from '../../scenario/lookup'
import { named } from '../finding'
import { architectureOf } from '../reading/architecture'
import type { Rule } from '../rule'

export const outsideTheLayers: Rule = {
  id: 'outside-the-layers',
  severity: 'hint',
  find: ({ scenario }) => {
    const { knowing, layerOf, layers } = architectureOf(scenario)
    if (layers.length < 2) return []
    const [services, zones] = [serviceById(scenario), zoneById(scenario)]
    // Rings are another drawing on the same board, and have no layers to be in.
    const isInRing = (id: string) => zones.get(services.get(id)?.zone ?? '')?.kind === 'ring'
    const known = new Set(
      knowing.flatMap(({ from, to }) => [from, to]).filter((id) => !isInRing(id)),
    )
    return scenario.services.flatMap((service, index) => {
      if (!known.has(service.id) || layerOf(service.id) !== undefined) return []
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
