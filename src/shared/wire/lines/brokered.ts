/** A line through a broker: who publishes, who consumes, and what both call things. */
import type { HopSetting } from '../hop-setting'
import { type Actor, Conversation, type Party } from '../transport/conversation'

interface End {
  readonly client: Actor
  readonly server: Actor
}

/** An end is absent where the line is drawn to or from a broker's box: the other half is another line. */
export interface Brokered {
  readonly talk: Conversation
  readonly publisher?: End
  readonly consumer?: End
}

export function brokered({ caller, callee, latencyUs }: HopSetting, port: number): Brokered {
  const publishes = caller.kind !== 'broker'
  const consumes = callee.kind !== 'broker'
  const broker =
    callee.kind === 'broker' ? callee.id : caller.kind === 'broker' ? caller.id : 'broker'
  const parties: Party[] = []
  const party = (name: string, last: number, listening = 0) =>
    parties.push({ name, address: { ip: [10, 0, 0, last], port: listening } }) - 1
  const from = publishes ? party(caller.id, 5) : -1
  const middle = party(broker, 20, port)
  const to = consumes ? party(callee.id, 6) : -1
  const talk = new Conversation(parties, latencyUs)
  const end = (index: number): End => ({ client: talk.actor(index), server: talk.actor(middle) })
  return {
    talk,
    ...(publishes && { publisher: end(from) }),
    ...(consumes && { consumer: end(to) }),
  }
}

export interface BrokerNames {
  readonly event: string
  readonly exchange: string
  readonly exchangeType: string
  readonly routingKey: string
  readonly queue: string
  readonly binding: string
  readonly group: string
}

export function brokerNames({ connection, callee }: HopSetting): BrokerNames {
  const event = connection.event ?? 'order.created'
  const routingKey = connection.routingKey ?? event
  return {
    event,
    exchange: connection.exchange?.name ?? 'orders',
    exchangeType: connection.exchange?.type ?? 'topic',
    routingKey,
    queue: connection.queue ?? `${callee.id}.${event}`,
    binding: connection.binding ?? routingKey,
    group: connection.group ?? callee.id,
  }
}
