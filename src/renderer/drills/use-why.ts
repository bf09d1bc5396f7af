/** Why a check has its result, in the language of the page. */
import { useTranslation } from 'react-i18next'
import type { CheckResult } from '../../shared/drills/result'
import { type Translate, whySentence } from '../../shared/drills/why-words'
import { useDrill } from '../state/drill'
import { useSettings } from '../state/settings'

export function useTranslate(): Translate {
  const { t } = useTranslation('drills')
  return (key, values) => t(key, values)
}

export function useWhy(): (check: CheckResult) => string {
  const translate = useTranslate()
  const language = useSettings((settings) => settings.language)
  const drill = useDrill((state) => state.drill)
  const board = useDrill((state) => state.graded) ?? undefined
  return ({ why }) =>
    why === undefined || drill === null
      ? ''
      : whySentence(translate, why, { drill, board, language })
}
