/** Acknowledged before the work is done: a crash between the two loses the message. domain.md 5.4, MS-15. */

import { named } from '../finding'
import type { Delivery } from '../reading/deliveries'
import type { Site } from '../reading/parts'
import type { Reading } from '../reading/reading'
import { changesAnything } from '../reading/repeats'
import { Repair } from '../repair'
import type { Found, Rule } from '../rule'

export const ackBefore: Rule = {
  id: 'ack-before',
  severity: 'danger',
  find: (reading) => {
    const queues = new Set<Delivery['queue']>()
    return reading.deliveries.flatMap((delivery) => {
      const { queue, consumer } = delivery
      if (!queue.ackBefore || !consumer || queues.has(queue)) return []
      if (!changesAnything(reading, consumer, lasts)) return []
      queues.add(queue)
      return [found(reading, delivery)]
    })
  },
}

function lasts({ action }: Site): boolean {
  return 'effect' in action || 'save' in action || 'publish' in action
}

function found(reading: Reading, delivery: Delivery): Found {
  const { line, to, event } = delivery
  const repair = new Repair(reading)
  for (const one of delivery.lines)
    if (one.ack === 'before') repair.line(one.id, { ack: undefined })
  return {
    path: `connections[${reading.scenario.connections.indexOf(line)}]`,
    things: [line.id, to.id],
    values: { service: named(to.id), event },
    fix: repair.edits(),
    show: {
      moves: [
        {
          when: 'after',
          step: { kind: 'handler.started', service: to.id, message: event },
          fault: { kind: 'crash', service: to.id },
        },
      ],
      without: { kind: 'handler.started', service: to.id, message: event },
    },
  }
}
