/** A fault of a run that was found, in words: `Card charge crashes`, `a copy on OrderCreated`. */
import type { TFunction } from 'i18next'
import type { FaultTaken } from '../../shared/engine/counterexample'
import type { Scenario } from '../../shared/scenario/scenario'
import { type Language, textIn } from '../../shared/scenario/text'

export function faultWords(
  t: TFunction<'explore'>,
  { kind, service, connection, half }: FaultTaken,
  scenario: Scenario,
  language: Language,
): string {
  const nameOf = (id: string | undefined) => {
    const found = scenario.services.find((one) => one.id === id)
    return found === undefined ? (id ?? '') : textIn(found.name, language)
  }
  const line = scenario.connections.find(({ id }) => id === connection)
  if (line === undefined) return t(`taken.${kind}`, { where: nameOf(service) })
  const from = half === 'consumer' ? t('taken.broker') : nameOf(line.from)
  const to = half === 'publisher' ? t('taken.broker') : nameOf(line.to)
  return t(`taken.${kind}`, { where: `${from} → ${to}` })
}
