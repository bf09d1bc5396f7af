/** An inner ring that knows an outer one; the domain model knows nothing but itself. domain.md 5.3, ONI-1 and ONI-2. */
import { chained, named } from '../finding'
import { architectureOf } from '../reading/architecture'
import type { Rule } from '../rule'

export const outwardDependency: Rule = {
  id: 'outward-dependency',
  severity: 'fragile',
  find: ({ scenario }) => {
    const { knowing, ringOf, rings } = architectureOf(scenario)
    if (rings.length < 2) return []
    return knowing.flatMap((line) => {
      const [from, to] = [ringOf(line.from), ringOf(line.to)]
      if (from === undefined || to === undefined || to <= from) return []
      return [
        {
          path: `connections[${scenario.connections.indexOf(line)}]`,
          things: [line.id, line.from, line.to],
          values: {
            line: chained(line.from, line.to),
            inner: named(line.from),
            outer: named(line.to),
          },
          ...(from === 0 && { variant: 'domain' }),
        },
      ]
    })
  },
}
