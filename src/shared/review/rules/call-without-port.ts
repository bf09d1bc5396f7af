/** A call from an inner ring to an outer one past any interface of the inside. domain.md 5.3, ONI-5. */
import { chained, named } from '../finding'
import { architectureOf, isRunning } from '../reading/architecture'
import type { Rule } from '../rule'

export const callWithoutPort: Rule = {
  id: 'call-without-port',
  severity: 'fragile',
  find: ({ scenario }) => {
    const { knowing, ringOf, rings } = architectureOf(scenario)
    const outermost = rings.length - 1
    if (outermost < 1) return []
    /** Something inside that the outer part depends on, as one does that implements it. */
    const isInner = (id: string) => (ringOf(id) ?? outermost) < outermost
    const hasPort = (caller: string, callee: string) =>
      knowing.some(
        ({ from, to }) =>
          from === callee &&
          isInner(to) &&
          (to === caller || knowing.some((one) => one.from === caller && one.to === to)),
      )
    return scenario.connections.flatMap((line, index) => {
      if (!isRunning(line)) return []
      const isOutward = isInner(line.from) && ringOf(line.to) === outermost
      if (!isOutward || hasPort(line.from, line.to)) return []
      return [
        {
          path: `connections[${index}]`,
          things: [line.id, line.from, line.to],
          values: { line: chained(line.from, line.to), outer: named(line.to) },
        },
      ]
    })
  },
}
