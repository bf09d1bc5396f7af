/** Which database a service's commit goes to, and how long one takes. */
import { type Delay, delayOf } from '../delay'
import type { Flattener } from '../flattener'
import { PROTOCOL_RULES } from '../protocols/table'

/**
 * The line to a database that is named after the entity, by its operation or by its id; otherwise the
 * service's first. undefined: the service's own store, which is always there.
 */
export function storeLine(into: Flattener, entity: string): number | undefined {
  const { names } = into
  const lines = names
    .outgoing(into.source.service)
    .filter((line) => PROTOCOL_RULES[names.connectionAt(line).protocol].use === 'store')
  const named = lines.find((line) => {
    const connection = names.connectionAt(line)
    return connection.operation === entity || connection.to === entity
  })
  return named ?? lines[0]
}

export function costOfStore(into: Flattener, line: number | undefined): Delay {
  const connection = line === undefined ? undefined : into.names.connectionAt(line)
  return delayOf(connection?.latency, PROTOCOL_RULES.sql.latencyMs)
}
