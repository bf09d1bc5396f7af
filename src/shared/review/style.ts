/**
 * Whether a drawing is of a style of architecture: it draws what the style speaks of, and the style's rules find
 * nothing but hints. Rules alone would not do: they find no wrong layer where there are no layers. domain.md 5.
 */
import { serviceById, zoneById } from '../scenario/lookup'
import type { Scenario, Zone } from '../scenario/scenario'
import type { Finding } from './finding'
import { STYLE_PACKS, type Style } from './packs'
import { architectureOf, isInfrastructure, isInside } from './reading/architecture'
import { reviewScenario } from './review'

export interface StyleJudged {
  /** Whether it draws what the style speaks of: layers, rings, one unit, several. */
  readonly isDrawn: boolean
  /** What the rules of the style have against it, hints left out. */
  readonly findings: readonly Finding[]
}

export function judgedByStyle(scenario: Scenario, style: Style): StyleJudged {
  const rules: ReadonlySet<string> = new Set(STYLE_PACKS[style])
  const findings = reviewScenario(scenario).filter(
    (one) => one.severity !== 'hint' && rules.has(one.rule) && isAbout(scenario, style, one),
  )
  return { isDrawn: DRAWS[style](scenario), findings }
}

/** Layers and rings may be drawn side by side: a circle among the layers says nothing against the rings. */
export function isAbout(scenario: Scenario, style: Style, { things }: Finding): boolean {
  const other = style === 'layered' ? 'ring' : style === 'onion' ? 'layer' : undefined
  const [services, zones] = [serviceById(scenario), zoneById(scenario)]
  const parts = things.flatMap((id) => services.get(id) ?? [])
  return (
    parts.length === 0 ||
    parts.some((one) => other === undefined || zones.get(one.zone ?? '')?.kind !== other)
  )
}

export function isOfStyle(scenario: Scenario, style: Style): boolean {
  const { isDrawn, findings } = judgedByStyle(scenario, style)
  return isDrawn && findings.length === 0
}

const DRAWS: Readonly<Record<Style, (scenario: Scenario) => boolean>> = {
  /** MONO-1: all the program in one unit. */
  monolith: (scenario) => {
    const { unitOf } = architectureOf(scenario)
    const units = new Set(program(scenario).map(({ id }) => unitOf(id)))
    return units.size === 1 && !units.has(undefined)
  },
  layered: (scenario) => architectureOf(scenario).layers.length > 1,
  onion: (scenario) => architectureOf(scenario).rings.length > 1,
  /** MS-3: each unit is released on its own, and there are several. */
  microservices: (scenario) => {
    const { unitOf } = architectureOf(scenario)
    const parts = program(scenario)
    if (parts.some(({ id }) => unitOf(id) !== undefined)) return false
    const units = parts.map(({ zone }) => boundaryAround(scenario, zone))
    return !units.includes(undefined) && new Set(units).size > 1
  },
}

/** What somebody of ours wrote: neither who asks nor what is installed. */
function program({ services }: Scenario): Scenario['services'] {
  return services.filter((one) => one.kind !== 'client' && !isInfrastructure(one))
}

function boundaryAround(scenario: Scenario, id: string | undefined): Zone | undefined {
  const own = zoneById(scenario).get(id ?? '')
  if (own === undefined || own.kind === 'boundary') return own
  return (scenario.zones ?? []).find((zone) => zone.kind === 'boundary' && isInside(own, zone))
}
