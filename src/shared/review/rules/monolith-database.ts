/** A monolith with several databases, or one that others use as well. domain.md 5.1, MONO-3. */
import { PROTOCOL_RULES } from '../../engine/protocols/table'
import { serviceById } from '../../scenario/lookup'
import { named } from '../finding'
import { architectureOf } from '../reading/architecture'
import type { Rule } from '../rule'

export const monolithDatabase: Rule = {
  id: 'monolith-database',
  severity: 'hint',
  find: ({ scenario }) => {
    const services = serviceById(scenario)
    const { units, unitOf } = architectureOf(scenario)
    const storing = scenario.connections.filter(
      ({ protocol, to }) =>
        PROTOCOL_RULES[protocol].use === 'store' && services.get(to)?.kind === 'database',
    )
    return units.flatMap((unit) => {
      const own = storing.filter(({ from }) => unitOf(from)?.id === unit.id)
      const databases = [...new Set(own.map(({ to }) => to))]
      const strangers = storing.filter(
        ({ from, to }) => databases.includes(to) && unitOf(from)?.id !== unit.id,
      )
      const [first] = databases
      if (first === undefined || (databases.length === 1 && strangers.length === 0)) return []
      const users = [...new Set(strangers.map(({ from }) => from))]
      return [
        {
          path: `services[${scenario.services.findIndex(({ id }) => id === first)}]`,
          things: [...databases, ...users],
          values: { databases: named(...databases), others: named(...users) },
          ...(databases.length > 1 && { variant: 'several' }),
        },
      ]
    })
  },
}
