/** Another service at one end of a line: the line keeps its id, its words and, where it can, its protocol. */
import type { Connection } from './connection'
import type { Edit } from './edits'
import { connectionById, serviceById } from './lookup'
import { newConnection } from './new-connection'
import type { Scenario } from './scenario'

export type LineEnd = 'from' | 'to'

/**
 * The edit that leads an end of a line to another service; undefined when nothing would change. Its waypoints
 * go, which belong to the old way; SQL that no longer leads to a database becomes what such a line most often is.
 */
export function reconnectEdit(
  scenario: Scenario,
  id: string,
  end: LineEnd,
  serviceId: string,
): Edit | undefined {
  const connection = connectionById(scenario).get(id)
  if (!connection || connection[end] === serviceId) return undefined
  const services = serviceById(scenario)
  const ends = { from: connection.from, to: connection.to, [end]: serviceId }
  const from = services.get(ends.from)
  const to = services.get(ends.to)
  if (!from || !to) return undefined
  const isLegal = connection.protocol !== 'sql' || to.kind === 'database'
  const { id: _, ...fresh } = isLegal
    ? { id, ...ends }
    : newConnection(from, to, undefined, scenario)
  const changes: Partial<Connection> = fresh
  return { edit: 'updateConnection', id, changes: { ...changes, waypoints: undefined } }
}
