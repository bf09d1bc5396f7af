/** A lower layer that depends on a higher one. domain.md 5.2, LAY-1 and LAY-3. */
import { chained, named } from '../finding'
import { architectureOf } from '../reading/architecture'
import type { Rule } from '../rule'

export const upwardDependency: Rule = {
  id: 'upward-dependency',
  severity: 'fragile',
  find: ({ scenario }) => {
    const { knowing, layerOf, layers } = architectureOf(scenario)
    return knowing.flatMap((line) => {
      const [from, to] = [layerOf(line.from), layerOf(line.to)]
      if (from === undefined || to === undefined || to >= from || layers.length === 0) return []
      return [
        {
          path: `connections[${scenario.connections.indexOf(line)}]`,
          things: [line.id, line.from, line.to],
          values: {
            line: chained(line.from, line.to),
            lower: named(line.from),
            upper: named(line.to),
          },
        },
      ]
    })
  },
}
