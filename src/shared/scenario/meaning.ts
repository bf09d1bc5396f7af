/** What of a scenario a run depends on: moving, colouring or annotating a box must not disturb a run. */
import type { Scenario } from './scenario'

/** Equal texts run equally: everything but places, looks, zones and notes. */
export function meaningOf(scenario: Scenario): string {
  const { zones: _zones, notes: _notes, services, connections, ...rest } = scenario
  return JSON.stringify({
    ...rest,
    services: services.map(
      ({
        position: _p,
        size: _s,
        note: _n,
        color: _c,
        zone: _z,
        pinned: _i,
        locked: _l,
        ...service
      }) => service,
    ),
    connections: connections.map(({ waypoints: _w, ...connection }) => connection),
  })
}
