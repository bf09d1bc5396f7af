/** Finding things of the board by any of their names: in either language, and by what a line carries. */
import { serviceById } from '../../shared/scenario/lookup'
import type { Scenario } from '../../shared/scenario/scenario'
import { type Language, type Text, textIn } from '../../shared/scenario/text'

export interface Found {
  readonly id: string
  readonly kind: 'service' | 'connection' | 'zone' | 'note'
  /** What it is called in the language asked for. */
  readonly name: string
}

interface Named extends Found {
  readonly words: string
}

const LANGUAGES = ['en', 'ru'] as const
const inBoth = (text: Text) => LANGUAGES.map((language) => textIn(text, language)).join(' ')

/**
 * Everything whose names hold all the words of the query, in any case: services first, then lines, zones and
 * notes, each in the order of the file. A line is found by its ends, its id and every text it carries, such as
 * the event it publishes. An empty query finds nothing.
 */
export function findThings(
  scenario: Scenario,
  query: string,
  language: Language,
): readonly Found[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  return namesOf(scenario, language)
    .filter(({ words }) => wanted.every((word) => words.toLowerCase().includes(word)))
    .map(({ id, kind, name }) => ({ id, kind, name }))
}

function namesOf(scenario: Scenario, language: Language): readonly Named[] {
  const services = serviceById(scenario)
  const nameOf = (id: string) => services.get(id)?.name ?? id
  return [
    ...scenario.services.map(
      ({ id, name }): Named => ({
        id,
        kind: 'service',
        name: textIn(name, language),
        words: `${inBoth(name)} ${id}`,
      }),
    ),
    ...scenario.connections.map(({ waypoints: _waypoints, ...line }): Named => {
      const [from, to] = [nameOf(line.from), nameOf(line.to)]
      const carried = textsIn(line)
      return {
        id: line.id,
        kind: 'connection',
        name: `${textIn(from, language)} → ${textIn(to, language)}`,
        words: [inBoth(from), inBoth(to), ...carried].join(' '),
      }
    }),
    ...(scenario.zones ?? []).map(
      ({ id, name }): Named => ({
        id,
        kind: 'zone',
        name: textIn(name, language),
        words: inBoth(name),
      }),
    ),
    ...(scenario.notes ?? []).map(
      ({ id, text }): Named => ({
        id,
        kind: 'note',
        name: textIn(text, language),
        words: inBoth(text),
      }),
    ),
  ]
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
