/** Parts that depend on each other in a circle: none can be understood, tested or moved alone. domain.md 5.1, 5.2: MONO-4, LAY-4. */
import { architectureOf } from '../reading/architecture'
import { circlesAmong } from '../reading/circles'
import { foundCircle } from '../reading/found-circle'
import type { Rule } from '../rule'

export const dependencyCycle: Rule = {
  id: 'dependency-cycle',
  severity: 'fragile',
  find: ({ scenario }) =>
    circlesAmong(architectureOf(scenario).knowing).map((circle) => foundCircle(scenario, circle)),
}
