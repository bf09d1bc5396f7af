/** What a rule found: where, about what, what would put it right and a run that proves it. Plain data. */
import type { StepKind } from '../engine/step'
import type { Edit } from '../scenario/edits'
import { connectionById, serviceById, zoneById } from '../scenario/lookup'
import type { FaultKind, Scenario } from '../scenario/scenario'
import { type Language, textIn } from '../scenario/text'

/**
 * `danger`: orders, money or messages can be lost or doubled. `fragile`: it works until a part fails or is
 * slow. `hint`: the drawing says something that it does not do.
 */
export type Severity = 'danger' | 'fragile' | 'hint'
export const SEVERITIES: readonly Severity[] = ['danger', 'fragile', 'hint']

export interface Finding {
  /** The rule's id: the stem of its texts in the catalogue `review`, and `review/ID` its code. */
  readonly rule: string
  readonly severity: Severity
  /** A path into the file, as a Problem has. */
  readonly path: string
  /** Ids of the services and connections that it is about, the most concerned first. */
  readonly things: readonly string[]
  readonly values: Readonly<Record<string, FindingValue>>
  /** Which of a rule's explanations fits, where it has several. */
  readonly variant?: string
  /** Edits that put it right, to be undone together. */
  readonly fix?: readonly Edit[]
  /** A run in which it goes wrong. */
  readonly show?: Show
}

/** What a sentence needs: a word, a number, or things by their names. */
export type FindingValue = string | number | Named

export interface Named {
  readonly things: readonly string[]
  readonly joinedBy: ', ' | ' → '
}

export interface StepMatch {
  readonly kind: StepKind
  readonly service?: string
  readonly connection?: string
  readonly message?: string
}

/** Run on until such a step, and choose the fault right before or after it. */
export interface Move {
  readonly when: 'before' | 'after'
  readonly step: StepMatch
  readonly fault: {
    readonly kind: FaultKind
    readonly service?: string
    readonly connection?: string
  }
}

export interface Show {
  readonly moves: readonly Move[]
  /** What then happens; where there is none, the run ends. */
  readonly until?: StepMatch
  /** How often `until` has happened by then, counted after the last move; 1 where not said. */
  readonly nth?: number
  /** What has not happened by then, counted after the last move. */
  readonly without?: StepMatch
}

/** The values as a sentence in this language has them. */
export function valuesIn(
  { values }: Finding,
  scenario: Scenario,
  language: Language,
): Record<string, string | number> {
  const said = Object.entries(values).map(([name, value]) => {
    if (typeof value !== 'object') return [name, value]
    return [name, value.things.map((id) => nameOf(scenario, id, language)).join(value.joinedBy)]
  })
  return Object.fromEntries(said)
}

/** What a thing is called: a service or a zone by its name, a line by its ends. */
export function nameOf(scenario: Scenario, id: string, language: Language): string {
  const services = serviceById(scenario)
  const service = services.get(id)
  if (service) return textIn(service.name, language)
  const zone = zoneById(scenario).get(id)
  if (zone) return textIn(zone.name, language)
  const line = connectionById(scenario).get(id)
  if (!line) return id
  return [line.from, line.to]
    .map((end) => textIn(services.get(end)?.name ?? end, language))
    .join(' → ')
}

/** Tells findings apart as long as they are about the same place of the file. */
export function findingKey({ rule, path, things }: Finding): string {
  return [rule, path, ...things].join(' ')
}

export function named(...things: readonly string[]): Named {
  return { things, joinedBy: ', ' }
}

/** Things in the order in which one leads to the next. */
export function chained(...things: readonly string[]): Named {
  return { things, joinedBy: ' → ' }
}
