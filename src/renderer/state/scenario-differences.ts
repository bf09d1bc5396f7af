/** What two versions of a scenario differ in, by the names that a person knows. */
import { sameValue } from '../../shared/base/same-value'
import type { Scenario } from '../../shared/scenario/scenario'
import { type Language, textIn } from '../../shared/scenario/text'

export interface Differences {
  readonly onlyMine: readonly string[]
  readonly onlyTheirs: readonly string[]
  readonly differ: readonly string[]
}

type Named = ReadonlyMap<string, { readonly name: string; readonly content: unknown }>

export function differencesOf(mine: Scenario, theirs: Scenario, language: Language): Differences {
  const [ours, others] = [thingsOf(mine, language), thingsOf(theirs, language)]
  const names = (things: Named, keep: (id: string) => boolean) =>
    [...things].filter(([id]) => keep(id)).map(([, { name }]) => name)
  return {
    onlyMine: names(ours, (id) => !others.has(id)),
    onlyTheirs: names(others, (id) => !ours.has(id)),
    differ: names(
      ours,
      (id) => others.has(id) && !sameValue(ours.get(id)?.content, others.get(id)?.content),
    ),
  }
}

/** Everything with a name, by a key that is the same in both versions. */
function thingsOf(scenario: Scenario, language: Language): Named {
  const things = new Map<string, { name: string; content: unknown }>()
  const serviceNames = new Map(
    scenario.services.map((service) => [service.id, textIn(service.name, language)]),
  )
  const title = textIn(scenario.title, language)
  const { services, connections, zones = [], notes = [], ...rest } = scenario
  things.set('', { name: language === 'ru' ? `«${title}»` : `“${title}”`, content: rest })
  for (const service of services) {
    things.set(`s ${service.id}`, { name: textIn(service.name, language), content: service })
  }
  for (const line of connections) {
    const ends = [line.from, line.to].map((id) => serviceNames.get(id) ?? id)
    things.set(`c ${line.id}`, { name: ends.join(' → '), content: line })
  }
  for (const zone of zones) {
    things.set(`z ${zone.id}`, { name: textIn(zone.name, language), content: zone })
  }
  for (const note of notes) {
    things.set(`n ${note.id}`, { name: textIn(note.text, language).slice(0, 40), content: note })
  }
  return things
}
