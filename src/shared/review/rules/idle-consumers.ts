/** More consumers in a Kafka group than partitions: those left over get nothing. domain.md 1.0, Kafka. */
import { named } from '../finding'
import type { Delivery } from '../reading/deliveries'
import { Repair } from '../repair'
import type { Rule } from '../rule'

/** The format's own bound. */
const PARTITIONS_MAX = 64

export const idleConsumers: Rule = {
  id: 'idle-consumers',
  severity: 'hint',
  find: (reading) => {
    const queues = new Set<Delivery['queue']>()
    return reading.deliveries.flatMap(({ queue, event, line, lines }) => {
      if (queue.flavor !== 'kafka' || queues.has(queue)) return []
      queues.add(queue)
      const same = reading.deliveries.filter((one) => one.queue === queue)
      const consumers = [...new Set(same.map(({ to }) => to))]
      const count = consumers.reduce((sum, { replicas }) => sum + (replicas ?? 1), 0)
      if (count <= queue.partitions) return []
      const repair = new Repair(reading)
      for (const { id, from } of lines)
        if (queue.broker === undefined || from === line.from) repair.line(id, { partitions: count })
      const ids = consumers.map(({ id }) => id)
      return [
        {
          path: `connections[${reading.scenario.connections.indexOf(line)}]`,
          things: [...new Set([line.id, ...ids])],
          values: {
            event,
            services: named(...ids),
            partitions: queue.partitions,
            count,
            idle: count - queue.partitions,
          },
          ...(count <= PARTITIONS_MAX && { fix: repair.edits() }),
        },
      ]
    })
  },
}
