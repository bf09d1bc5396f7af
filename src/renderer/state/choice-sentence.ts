/** A choice as a sentence in the language shown: the same in the timeline, on the board and in the inspector. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChoiceInfo } from '../../shared/engine/choices'
import { type Connection, isBrokered } from '../../shared/scenario/connection'
import { connectionById, serviceById } from '../../shared/scenario/lookup'
import { textIn } from '../../shared/scenario/text'
import { useDocument } from './document'
import { useSettings } from './settings'

/** The same function until the drawing or the language changes. */
export function useChoiceSentence(): (choice: ChoiceInfo) => string {
  const { t } = useTranslation('run')
  const scenario = useDocument((document) => document.scenario)
  const language = useSettings((settings) => settings.language)
  return useCallback(
    (choice: ChoiceInfo) => {
      const connection = connectionById(scenario).get(choice.connection ?? '')
      const { message = '', queue = '', order, key } = choice
      const nameOf = (id: string | undefined) => {
        const service = serviceById(scenario).get(id ?? '')
        return service ? textIn(service.name, language) : ''
      }
      const values = {
        message: message || queue,
        order: order ?? key ?? '',
        from: nameOf(connection?.from),
        to: nameOf(connection?.to),
      }
      return t(`choice.${sentenceKey(choice, connection)}`, values).trim()
    },
    [t, scenario, language],
  )
}

/** What comes back over a broker is not an answer: to the publisher a confirm, from the consumer an ack. */
function sentenceKey(
  { kind, service, half }: ChoiceInfo,
  connection: Connection | undefined,
): string {
  if (!connection || !isBrokered(connection.protocol)) return kind
  if (half !== undefined) return `${kind}-${half}`
  const atPublisher = connection.from === service
  if (kind === 'lose-response') return atPublisher ? 'lose-confirm' : 'lose-ack'
  if (kind === 'restart') return 'restart-broker'
  if (kind === 'arrive' && atPublisher) return 'arrive-confirm'
  return kind
}
