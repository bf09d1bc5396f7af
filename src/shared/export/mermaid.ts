/**
 * The drawing as a Mermaid flowchart and a run as a Mermaid sequence diagram. Every name is a label under an
 * identifier of ours, written with entity codes for all but letters, digits and spaces, so that no text of a
 * scenario can end a label or begin a statement.
 */

import { boxAt, centreOf } from '../drawing/geometry'
import { sequenceParts } from '../drawing/sequence-parts'
import { serviceBox } from '../drawing/service-box'
import { smallestAround } from '../drawing/zone-members'
import type { Step } from '../engine/step'
import { type Connection, isBrokered } from '../scenario/connection'
import type { Scenario, Zone } from '../scenario/scenario'
import type { Service } from '../scenario/service'
import { type Language, textIn } from '../scenario/text'

/** Room that nobody sees: Mermaid takes no empty label. */
const EMPTY = '#160;'

/** Text that no parser of Mermaid reads anything into; lone surrogates and control characters become spaces. */
export function mermaidText(text: string): string {
  let escaped = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (/[\p{L}\p{N} ]/u.test(character)) escaped += character
    else escaped += /[\p{C}\p{Z}]/u.test(character) ? ' ' : `#${code};`
  }
  return escaped.trim() === '' ? EMPTY : escaped.trim()
}

export interface FlowchartOptions {
  readonly language: Language
  /** Only these things; lines between two of the services named come along. */
  readonly only?: ReadonlySet<string>
}

export function mermaidFlowchart(scenario: Scenario, { language, only }: FlowchartOptions): string {
  const isShown = (id: string) => only === undefined || only.has(id)
  const zones = (scenario.zones ?? []).filter(({ id }) => isShown(id))
  const services = scenario.services.filter(({ id }) => isShown(id))
  const names = new Map(services.map(({ id }, index) => [id, `s${index}`]))
  const zoneOf = (service: Service): Zone | undefined =>
    smallestAround(zones, centreOf(boxAt(service.position, serviceBox(service, language))))
  const within = (zone: Zone | undefined, indent: string): string[] =>
    services
      .filter((service) => zoneOf(service) === zone)
      .map((service) => `${indent}${names.get(service.id)}${shaped(service, language)}`)
  const groups = zones.flatMap((zone, index) => {
    const inner = within(zone, '    ')
    const label = mermaidText(textIn(zone.name, language))
    return inner.length === 0 ? [] : [`  subgraph z${index}["${label}"]`, ...inner, '  end']
  })
  const lines = scenario.connections.flatMap((connection) => {
    const [from, to] = [names.get(connection.from), names.get(connection.to)]
    if (from === undefined || to === undefined) return []
    return [`  ${from} ${arrowOf(connection)}|"${labelOf(connection, language)}"| ${to}`]
  })
  return `${['flowchart LR', ...groups, ...within(undefined, '  '), ...lines].join('\n')}\n`
}

function shaped(service: Service, language: Language): string {
  const label = `"${mermaidText(textIn(service.name, language))}"`
  switch (service.kind) {
    case 'database':
    case 'cache':
      return `[(${label})]`
    case 'broker':
      return `[[${label}]]`
    case 'client':
      return `([${label}])`
    default:
      return `[${label}]`
  }
}

function arrowOf({ protocol }: Connection): string {
  if (protocol === 'dependency' || isBrokered(protocol)) return '-.->'
  return protocol === 'websocket' ? '<-->' : '-->'
}

function labelOf(connection: Connection, language: Language): string {
  const { label, operation, event, protocol } = connection
  return mermaidText(label ? textIn(label, language) : (operation ?? event ?? protocol))
}

/** As far as `position` steps where it is given; rows without words are left out. */
export function mermaidSequence(
  steps: readonly Step[],
  scenario: Scenario,
  { language, position = steps.length }: { language: Language; position?: number },
): string {
  const parts = sequenceParts(steps.slice(0, position), scenario, language)
  const named = new Map(scenario.services.map(({ id, name }) => [id, textIn(name, language)]))
  const participants = parts.services.map(
    (id, column) => `  participant p${column} as ${mermaidText(named.get(id) ?? id)}`,
  )
  const messages = parts.messages.map((message) => {
    const arrow = message.fate === 'lost' ? '-x' : message.style.dash ? '-->>' : '->>'
    const text = `p${message.from}${arrow}p${message.to}: ${mermaidText(message.label)}`
    return { row: message.arrivalRow, text }
  })
  const notes = parts.notes.map(({ row, column, text }) => {
    return { row, text: `Note over p${column}: ${mermaidText(text)}` }
  })
  const rows = [...messages, ...notes].sort((a, b) => a.row - b.row)
  return `${['sequenceDiagram', ...participants, ...rows.map(({ text }) => `  ${text}`)].join('\n')}\n`
}
