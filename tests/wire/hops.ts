/** Hops of small drawings, and their packets by title. */
import type { Connection } from '../../src/shared/scenario/connection'
import type { Scenario } from '../../src/shared/scenario/scenario'
import type { Service } from '../../src/shared/scenario/service'
import { type Hop, hopOf } from '../../src/shared/wire/hop'
import type { WireOptions } from '../../src/shared/wire/hop-setting'
import type { Packet } from '../../src/shared/wire/transport/conversation'

const service = (id: string, kind: Service['kind'] = 'service'): Service => ({
  id,
  kind,
  name: id,
  position: { x: 0, y: 0 },
})

/** `client -> orders` by this line, or between boxes of these kinds. */
export function drawn(
  line: Partial<Connection> & Pick<Connection, 'protocol'>,
  kinds: readonly [Service['kind'], Service['kind']] = ['service', 'service'],
): Scenario {
  return {
    dryrun: 1,
    title: 'A hop',
    services: [service('client', kinds[0]), service('orders', kinds[1])],
    connections: [{ id: 'line', from: 'client', to: 'orders', ...line }],
  }
}

export function hopIn(scenario: Scenario, options: Partial<WireOptions> = {}): Hop {
  const hop = hopOf(scenario, 'line', options)
  if (!hop.ok) throw new Error(hop.problems[0]?.message)
  return hop.value
}

export function packet(hop: Hop, title: string | RegExp): Packet {
  const found = hop.packets.find((one) =>
    typeof title === 'string' ? one.title === title : title.test(one.title),
  )
  if (!found) throw new Error(`no packet ${title} among ${hop.packets.map((one) => one.title)}`)
  return found
}

export function bytesOf(one: Packet): Uint8Array {
  if (one.content === undefined) throw new Error(`${one.title} has no bytes`)
  return one.content.bytes
}
