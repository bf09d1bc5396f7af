/** The protocols that one can pick for a line on the board, and the words by which they go there. */
import type { Connection } from '../../../shared/scenario/connection'
import type { ProtocolChoice } from '../../../shared/scenario/protocol-change'

export const COMMON_CHOICES: readonly ProtocolChoice[] = [
  { protocol: 'rest' },
  { protocol: 'grpc' },
  { protocol: 'broker', flavor: 'rabbitmq' },
  { protocol: 'broker', flavor: 'kafka' },
  { protocol: 'amqp' },
  { protocol: 'websocket' },
  { protocol: 'sql' },
  { protocol: 'dependency' },
]

export const RARE_CHOICES: readonly ProtocolChoice[] = [
  { protocol: 'tcp' },
  { protocol: 'udp' },
  { protocol: 'smtp' },
  { protocol: 'ftp' },
  { protocol: 'ssh' },
]

export function isChosen(connection: Connection, choice: ProtocolChoice): boolean {
  if (connection.protocol !== choice.protocol) return false
  return choice.flavor === undefined || (connection.flavor ?? 'rabbitmq') === choice.flavor
}

/** `rest`, `rabbitmq`: the key of its words. */
export function keyOfChoice({ protocol, flavor }: Pick<Connection, 'protocol' | 'flavor'>): string {
  return protocol === 'broker' ? (flavor ?? protocol) : protocol
}
