/** Lines by words: `Client → Orders: POST /orders`. */
import { tagOf } from '../../../shared/drawing/line-style'
import type { Connection } from '../../../shared/scenario/connection'
import { serviceById } from '../../../shared/scenario/lookup'
import type { Scenario } from '../../../shared/scenario/scenario'
import { type Language, textIn } from '../../../shared/scenario/text'

export function serviceName(scenario: Scenario, id: string, language: Language): string {
  const service = serviceById(scenario).get(id)
  return service ? textIn(service.name, language) : id
}

export function lineName(scenario: Scenario, line: Connection, language: Language): string {
  const what = line.operation ?? line.event ?? tagOf(line)
  const from = serviceName(scenario, line.from, language)
  const ends = `${from} → ${serviceName(scenario, line.to, language)}`
  return what === '' ? ends : `${ends}: ${what}`
}
