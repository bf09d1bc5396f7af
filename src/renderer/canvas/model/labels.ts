/** What things of the board are called where they cannot be seen: names, kinds and what they join. */
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../shared/scenario/connection'
import { connectionById, connectionsOf, serviceById } from '../../../shared/scenario/lookup'
import type { Scenario } from '../../../shared/scenario/scenario'
import type { Service } from '../../../shared/scenario/service'
import { type Language, textIn } from '../../../shared/scenario/text'
import { useModel } from './board-model'
import { keyOfChoice } from './protocol-choices'

/** "Orders, service, 3 connections"; and that it is locked, as the padlock says to who sees it. */
export function useServiceLabel(service: Service, language: Language): string {
  const { t } = useTranslation('canvas')
  const count = useModel(({ scenario }) => {
    const { incoming, outgoing } = connectionsOf(scenario, service.id)
    const loops = outgoing.filter((line) => line.to === service.id).length
    return incoming.length + outgoing.length - loops
  })
  const { name, kind, locked } = service
  return useMemo(
    () => lockedLabel(t, serviceLabel(t, { name, kind }, count, language), locked),
    [t, name, kind, count, language, locked],
  )
}

/** A label with the padlock's word. */
export function lockedLabel(
  t: TFunction<'canvas'>,
  label: string,
  locked: boolean | undefined,
): string {
  return locked ? t('label.locked', { label }) : label
}

export function serviceLabel(
  t: TFunction<'canvas'>,
  service: Pick<Service, 'name' | 'kind'>,
  count: number,
  language: Language,
): string {
  const name = textIn(service.name, language) || t('label.unnamed')
  return t('label.service', {
    name,
    kind: t(`kind.${service.kind}`),
    connections: t('label.connections', { count }),
  })
}

/** "REST from Client to Orders, POST /orders". */
export function useLineLabel(id: string): string {
  const { t } = useTranslation('canvas')
  const language = useModel((model) => model.language)
  const connection = useModel(({ scenario }) => connectionById(scenario).get(id))
  const from = useModel(({ scenario }) => nameOfService(scenario, connection?.from, language))
  const to = useModel(({ scenario }) => nameOfService(scenario, connection?.to, language))
  return useMemo(
    () => (connection ? lineLabel(t, connection, { from, to }, language) : ''),
    [t, connection, from, to, language],
  )
}

function nameOfService(scenario: Scenario, id: string | undefined, language: Language): string {
  const service = id === undefined ? undefined : serviceById(scenario).get(id)
  return service ? textIn(service.name, language) : (id ?? '')
}

export function lineLabel(
  t: TFunction<'canvas'>,
  connection: Connection,
  names: { readonly from: string; readonly to: string },
  language: Language,
): string {
  const protocol = t(`protocol.${keyOfChoice(connection)}`)
  const sentence = t('label.line', { protocol, ...names })
  const words = wordsOnLine(connection, language)
  return words === '' ? sentence : `${sentence}, ${words}`
}

/** What is written on a line: its own label, or what it calls or carries. */
export function wordsOnLine(connection: Connection, language: Language): string {
  if (connection.label !== undefined) return textIn(connection.label, language)
  return connection.operation ?? connection.event ?? ''
}

/** Any thing's short name: for messages and menus. */
export function nameOfThing(scenario: Scenario, id: string, language: Language): string {
  const service = serviceById(scenario).get(id)
  if (service) return textIn(service.name, language)
  const zone = scenario.zones?.find((one) => one.id === id)
  if (zone) return textIn(zone.name, language)
  const note = scenario.notes?.find((one) => one.id === id)
  if (note) return textIn(note.text, language).split('\n')[0] ?? ''
  const connection = connectionById(scenario).get(id)
  return connection ? wordsOnLine(connection, language) : id
}
