/** What a rule says of a circle of lines. */
import type { Connection } from '../../scenario/connection'
import type { Scenario } from '../../scenario/scenario'
import { chained } from '../finding'
import type { Found } from '../rule'

/** At the first line of the circle; named by the services in the order in which they lead to each other. */
export function foundCircle(scenario: Scenario, circle: readonly Connection[]): Found {
  const [first] = circle
  const services = circle.map((one) => one.from)
  return {
    path: `connections[${scenario.connections.findIndex(({ id }) => id === first?.id)}]`,
    things: [...services, ...circle.map(({ id }) => id)],
    values: { circle: chained(...services, services[0] ?? ''), count: services.length },
  }
}
