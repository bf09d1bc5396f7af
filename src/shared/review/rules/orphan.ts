/** A box that no line touches. domain.md 5.4, MS-10. */
import { connectionsOf } from '../../scenario/lookup'
import { named } from '../finding'
import type { Rule } from '../rule'

export const orphan: Rule = {
  id: 'orphan',
  severity: 'hint',
  find: ({ scenario }) => {
    // A drawing that has no line yet is only begun.
    if (scenario.connections.length === 0) return []
    return scenario.services.flatMap(({ id }, index) => {
      const { incoming, outgoing } = connectionsOf(scenario, id)
      if (incoming.length + outgoing.length > 0) return []
      return [{ path: `services[${index}]`, things: [id], values: { service: named(id) } }]
    })
  },
}
