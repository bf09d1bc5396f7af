/** A line that leaves the trust boundary and says no TLS: anybody between reads and changes it. domain.md D4. */
import { canHaveTls, type Protocol } from '../../scenario/connection'
import { serviceById, zoneById } from '../../scenario/lookup'
import type { Scenario, Zone } from '../../scenario/scenario'
import { named } from '../finding'
import { isInside, isRunning } from '../reading/architecture'
import { Repair } from '../repair'
import type { Rule } from '../rule'

/** RFC 9846: what a new line is given. */
const TLS = '1.3'
/** SSH is its own encryption (RFC 4253). */
const ENCRYPTED: ReadonlySet<Protocol> = new Set(['ssh'])

export const clearTextOutside: Rule = {
  id: 'clear-text-outside',
  severity: 'danger',
  find: (reading) => {
    const { scenario } = reading
    const trusted = (scenario.zones ?? []).filter(({ trust }) => trust === true)
    if (trusted.length === 0) return []
    const within = insideOf(scenario)
    return scenario.connections.flatMap((line, index) => {
      const { id, from, to, protocol, tls = 'none' } = line
      if (!isRunning(line) && protocol !== 'udp') return []
      if (ENCRYPTED.has(protocol) || tls !== 'none') return []
      const crossed = trusted.find((zone) => within(from, zone) !== within(to, zone))
      if (crossed === undefined) return []
      return [
        {
          path: `connections[${index}]`,
          things: [id],
          values: { line: named(id), zone: named(crossed.id) },
          ...(canHaveTls(protocol) && { fix: new Repair(reading).line(id, { tls: TLS }).edits() }),
        },
      ]
    })
  },
}

/** Whether a service stands in a zone, or in one that is drawn within it. */
function insideOf(scenario: Scenario): (service: string, zone: Zone) => boolean {
  const services = serviceById(scenario)
  const zones = zoneById(scenario)
  return (service, zone) => {
    const own = zones.get(services.get(service)?.zone ?? '')
    return own !== undefined && (own.id === zone.id || isInside(own, zone))
  }
}
