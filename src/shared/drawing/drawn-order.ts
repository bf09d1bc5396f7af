/** The small numbers on lines: in which order a service without handlers uses them. */
import type { ConnectionId } from '../base/ids'
import type { Scenario } from '../scenario/scenario'

const PASSIVE_KINDS: ReadonlySet<string> = new Set(['client', 'database', 'broker', 'cache'])

/**
 * For every line that a service's own behaviour follows from, its place from 1; only where a service has
 * at least two of them. `order` in the file goes before the order of drawing.
 */
export function drawnOrders(scenario: Scenario): ReadonlyMap<ConnectionId, number> {
  const inferred = new Set<string>()
  for (const service of scenario.services) {
    if (service.handlers === undefined && !PASSIVE_KINDS.has(service.kind)) inferred.add(service.id)
  }
  const outgoing = new Map<string, { id: ConnectionId; order: number; index: number }[]>()
  scenario.connections.forEach((connection, index) => {
    if (connection.protocol === 'dependency' || !inferred.has(connection.from)) return
    const list = outgoing.get(connection.from) ?? []
    list.push({ id: connection.id, order: connection.order ?? index + 1, index })
    outgoing.set(connection.from, list)
  })
  const orders = new Map<ConnectionId, number>()
  for (const list of outgoing.values()) {
    if (list.length < 2) continue
    list.sort((a, b) => a.order - b.order || a.index - b.index)
    list.forEach(({ id }, index) => {
      orders.set(id, index + 1)
    })
  }
  return orders
}
