/** What the wire view counts on a line of its own, between a client and a service that answers at once. */
import type { Scenario } from '../../scenario/scenario'
import { type Hop, hopOf } from '../../wire/hop'
import type { LinePackets, PacketCount } from './line-packets'

export function measuredPackets(line: LinePackets, of: PacketCount): number {
  const { packets, roundTrips, timesUs } = hopOfLine(line)
  if (of === 'roundTrips') return roundTrips.answer
  if (of === 'firstByteMs') return timesUs.answer / 1_000
  const asked = packets.findIndex(({ phase }) => phase === 'request')
  return asked < 0 ? packets.length : asked
}

export function hopOfLine(line: LinePackets): Hop {
  const { tls = 'none', session = 'full', dns = false, warm = false, http3 = false } = line
  const hop = hopOf(boardOf(line), 'line', { tls, session, dns, warm, http3 })
  if (!hop.ok) throw new Error(hop.problems[0]?.message ?? line.protocol)
  return hop.value
}

function boardOf({ protocol, operation, latency, serviceTime = 0 }: LinePackets): Scenario {
  const position = { x: 0, y: 0 }
  return {
    dryrun: 1,
    title: '',
    services: [
      { id: 'client', kind: 'client', name: 'Client', position },
      { id: 'server', kind: 'service', name: 'Server', position, serviceTime },
    ],
    connections: [
      {
        id: 'line',
        from: 'client',
        to: 'server',
        protocol,
        ...(operation !== undefined && { operation }),
        ...(latency !== undefined && { latency }),
      },
    ],
  }
}
