/**
 * The architecture that zones draw: which layer, ring or unit each service is in, and who knows whom. Layers are
 * counted from the top, rings from the centre, both by the zone's `order` and, where it has none, by its place.
 */
import { PROTOCOL_RULES } from '../../engine/protocols/table'
import type { Connection } from '../../scenario/connection'
import { serviceById, zoneById } from '../../scenario/lookup'
import type { Scenario, Zone } from '../../scenario/scenario'
import type { Service } from '../../scenario/service'

type ZoneKind = Zone['kind']

export interface Architecture {
  readonly layers: readonly Zone[]
  /** From the centre outwards; without any there is no onion to speak of. */
  readonly rings: readonly Zone[]
  readonly units: readonly Zone[]
  /** From the top, 0 first; a client above everything is -1; undefined outside the layers. */
  layerOf(service: string): number | undefined
  /**
   * From the centre, 0 first. What stands in no ring is outside: as far out as the outermost ring. undefined
   * for what stands in a layer: that is another drawing on the same board.
   */
  ringOf(service: string): number | undefined
  /** The monolith that a service is a module of: it, or its layer or ring, stands inside it. */
  unitOf(service: string): Zone | undefined
  /** Lines between parts of the program text, and calls, which know whom they call as well. */
  readonly knowing: readonly Connection[]
}

const ABOVE_ALL = -1

export function architectureOf(scenario: Scenario): Architecture {
  const zones = zoneById(scenario)
  const services = serviceById(scenario)
  const zoneOf = (id: string) => zones.get(services.get(id)?.zone ?? '')
  const layers = inOrder(scenario, 'layer', ({ position }) => position.y)
  const rings = inOrder(scenario, 'ring', ({ size }) => size.width * size.height)
  const units = (scenario.zones ?? []).filter(({ kind }) => kind === 'monolith')
  return {
    layers,
    rings,
    units,
    layerOf: (id) => {
      const place = layers.findIndex((layer) => layer.id === zoneOf(id)?.id)
      if (place >= 0) return place
      return services.get(id)?.kind === 'client' ? ABOVE_ALL : undefined
    },
    ringOf: (id) => {
      const zone = zoneOf(id)
      if (zone?.kind === 'layer') return undefined
      const place = rings.findIndex((ring) => ring.id === zone?.id)
      return place >= 0 ? place : Math.max(0, rings.length - 1)
    },
    unitOf: (id) => {
      const zone = zoneOf(id)
      return units.find((unit) => zone !== undefined && (unit === zone || isInside(zone, unit)))
    },
    knowing: scenario.connections.filter(({ protocol }) => protocol === 'dependency'),
  }
}

/** A line over which something goes while the program runs. */
export const isRunning = ({ protocol }: Connection) => PROTOCOL_RULES[protocol].use !== 'none'

/** What only serves others, and is bought or installed rather than written. */
export const isInfrastructure = ({ kind }: Service) =>
  kind === 'database' || kind === 'broker' || kind === 'cache' || kind === 'external'

/** Zones do not name the zone around them: it is where they are drawn. */
export function isInside(inner: Zone, outer: Zone): boolean {
  const isWithin = (axis: 'x' | 'y', side: 'width' | 'height') =>
    inner.position[axis] >= outer.position[axis] &&
    inner.position[axis] + inner.size[side] <= outer.position[axis] + outer.size[side]
  return inner.id !== outer.id && isWithin('x', 'width') && isWithin('y', 'height')
}

function inOrder(
  scenario: Scenario,
  kind: ZoneKind,
  placeOf: (zone: Zone) => number,
): readonly Zone[] {
  return (scenario.zones ?? [])
    .filter((zone) => zone.kind === kind)
    .map((zone) => ({ zone, order: zone.order ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => {
      if (a.order !== b.order) return a.order < b.order ? -1 : 1
      return placeOf(a.zone) - placeOf(b.zone)
    })
    .map(({ zone }) => zone)
}
