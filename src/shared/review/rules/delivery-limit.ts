/** A queue that gives up at the first crash, or one that a poison message keeps busy. domain.md 4.4, I12. */
import { named } from '../finding'
import type { Delivery } from '../reading/deliveries'
import { Repair } from '../repair'
import type { Rule } from '../rule'

/** What RabbitMQ's quorum queues allow unless told otherwise. */
const DELIVERIES_MAX = 20

export const deliveryLimit: Rule = {
  id: 'delivery-limit',
  severity: 'fragile',
  find: (reading) => {
    const queues = new Set<Delivery['queue']>()
    return reading.deliveries.flatMap(({ queue, lines, line, to, event }) => {
      const isOne = queue.maxDeliveries === 1
      if (queue.ackBefore || queues.has(queue)) return []
      if (!isOne && queue.maxDeliveries <= DELIVERIES_MAX) return []
      queues.add(queue)
      const repair = new Repair(reading)
      for (const one of lines)
        if (one.maxDeliveries !== undefined) repair.line(one.id, { maxDeliveries: undefined })
      return [
        {
          path: `connections[${reading.scenario.connections.indexOf(line)}]`,
          things: [line.id, to.id],
          values: { service: named(to.id), event, count: queue.maxDeliveries },
          variant: isOne ? 'one' : 'many',
          fix: repair.edits(),
        },
      ]
    })
  },
}
