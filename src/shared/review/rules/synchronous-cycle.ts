/** Services that ask each other round in a circle. domain.md 5.4, MS-4. */
import { PROTOCOL_RULES } from '../../engine/protocols/table'
import { circlesAmong } from '../reading/circles'
import { foundCircle } from '../reading/found-circle'
import type { Rule } from '../rule'

export const synchronousCycle: Rule = {
  id: 'synchronous-cycle',
  severity: 'fragile',
  find: ({ scenario }) => {
    const asking = scenario.connections.filter(
      ({ protocol }) => PROTOCOL_RULES[protocol].use === 'ask',
    )
    return circlesAmong(asking).map((circle) => foundCircle(scenario, circle))
  },
}
