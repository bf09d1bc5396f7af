/** A scenario with every broker that its lines imply drawn as a box: the same, said at length. */
import { type Connection, isBrokered } from '../../src/shared/scenario/connection'
import type { Scenario } from '../../src/shared/scenario/scenario'
import type { Service } from '../../src/shared/scenario/service'

/**
 * One box for each event of each publisher, and one line into it; what was the line goes from the box to the
 * consumer and keeps its name. Lines that fill one queue together are left to scenarios that have none.
 */
export function withDrawnBrokers(scenario: Scenario): Scenario {
  const kinds = new Map(scenario.services.map(({ id, kind }) => [id, kind]))
  const boxes = new Map<string, Service>()
  /** By a line: the one into its box, on which whoever sends begins. */
  const entered = new Map<string, string>()
  const connections = scenario.connections.flatMap((line): Connection[] => {
    const meetsBroker = [line.from, line.to].some((end) => kinds.get(end) === 'broker')
    if (!isBrokered(line.protocol) || meetsBroker) return [line]
    const name = `${line.from}-${line.event ?? line.routingKey ?? line.id}`
    const box = `${name}-mq`
    const into = { ...line, id: `${name}-in`, to: box }
    const isKnown = boxes.has(box)
    boxes.set(box, { id: box, kind: 'broker', name: box, position: { x: 0, y: 0 } })
    entered.set(line.id, into.id)
    return [...(isKnown ? [] : [into]), { ...line, from: box }]
  })
  const stimuli = scenario.stimuli?.map((stimulus) => ({
    ...stimulus,
    connection: entered.get(stimulus.connection) ?? stimulus.connection,
  }))
  return {
    ...scenario,
    services: [...scenario.services, ...boxes.values()],
    connections,
    ...(stimuli !== undefined && { stimuli }),
  }
}
