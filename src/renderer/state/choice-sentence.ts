/** A choice as a sentence in the language shown: the same in the timeline, on the board and in the inspector. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChoiceInfo } from '../../shared/engine/choices'
import { type Connection, isBrokered } from '../../shared/scenario/connection'
import { connectionById } from '../../shared/scenario/lookup'
import { useDocument } from './document'

/** The same function until the drawing or the language changes. */
export function useChoiceSentence(): (choice: ChoiceInfo) => string {
  const { t } = useTranslation('run')
  const scenario = useDocument((document) => document.scenario)
  return useCallback(
    (choice: ChoiceInfo) => {
      const connection = connectionById(scenario).get(choice.connection ?? '')
      const { message = '', queue = '', order, key } = choice
      const values = { message: message || queue, order: order ?? key ?? '' }
      return t(`choice.${sentenceKey(choice, connection)}`, values).trim()
    },
    [t, scenario],
  )
}

/** What comes back over a broker is not an answer: to the publisher a confirm, from the consumer an ack. */
function sentenceKey({ kind, service }: ChoiceInfo, connection: Connection | undefined): string {
  if (!connection || !isBrokered(connection.protocol)) return kind
  const atPublisher = connection.from === service
  if (kind === 'lose-response') return atPublisher ? 'lose-confirm' : 'lose-ack'
  if (kind === 'arrive' && atPublisher) return 'arrive-confirm'
  return kind
}
