/** The menu of a message, or of what a step left behind, as rows to show: in words, in the language shown. */
import { useTranslation } from 'react-i18next'
import type { ChoiceInfo } from '../../shared/engine/choices'
import type { Step } from '../../shared/engine/step'
import { useChoiceSentence } from './choice-sentence'
import {
  choicesAbout,
  choicesNear,
  impossibleFor,
  type Message,
  messagesAt,
  messagesOf,
} from './message-choices'
import { choicesNow, momentAt, useRun } from './run'

export interface ChoiceRow {
  readonly key: string
  readonly words: string
  readonly isFault: boolean
  /** Why it cannot be chosen; there: `choice` is not. */
  readonly why?: string
  readonly choice?: ChoiceInfo
}

/** Asked of the machine at every call: call it only while the menu is open. */
export function useMessageRows(id: number): readonly ChoiceRow[] {
  const inWords = useRows()
  const moment = momentAt(useRun.getState().position)
  const message = moment && messagesAt(moment).find((one) => one.id === id)
  return message ? inWords(choicesAbout(choicesNow(), [message]), [message]) : []
}

/** What may happen to what a step sent, where the run stands right after it; else around its service. */
export function useStepRows(step: Step): readonly ChoiceRow[] {
  const inWords = useRows()
  const moment = momentAt(useRun.getState().position)
  const messages = moment ? messagesOf(step, moment) : []
  const choices = choicesNow()
  if (messages.length === 0) return inWords(choicesNear(choices, step), [])
  return inWords(choicesAbout(choices, messages), messages)
}

function useRows() {
  const { t } = useTranslation('run')
  const sentenceOf = useChoiceSentence()
  return (choices: readonly ChoiceInfo[], messages: readonly Message[]): readonly ChoiceRow[] => {
    const possible = choices.map((choice) => ({
      key: String(choice.choice),
      words: sentenceOf(choice),
      isFault: choice.fault,
      choice,
    }))
    const [message] = messages
    // Of several copies each would have reasons of its own: they are told where the copy itself is asked.
    const refused = message && messages.length === 1 ? impossibleFor(message, choices) : []
    const impossible = refused.map(({ what, why }) => ({
      key: what,
      words: t(`message.what.${what}`),
      isFault: true,
      why: t(`message.why.${why}`),
    }))
    return [...possible, ...impossible]
  }
}
