/** A dependency past a closed layer; a layer marked open may be passed by. domain.md 5.2, LAY-2, LAY-3 and LAY-7. */
import { chained, named } from '../finding'
import { architectureOf } from '../reading/architecture'
import type { Rule } from '../rule'

export const layerSkipped: Rule = {
  id: 'layer-skipped',
  severity: 'fragile',
  find: ({ scenario }) => {
    const { knowing, layerOf, layers } = architectureOf(scenario)
    return knowing.flatMap((line) => {
      const [from, to] = [layerOf(line.from), layerOf(line.to)]
      if (from === undefined || to === undefined) return []
      const [skipped] = layers.slice(from + 1, to).filter(({ open }) => open !== true)
      if (skipped === undefined) return []
      return [
        {
          path: `connections[${scenario.connections.indexOf(line)}]`,
          things: [line.id, line.from, line.to],
          values: {
            line: chained(line.from, line.to),
            layer: named(skipped.id),
          },
        },
      ]
    })
  },
}
