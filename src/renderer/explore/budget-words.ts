/** Budgets and numbers of a search in words. Pure, given a translator. */
import type { TFunction } from 'i18next'
import { type FaultBudgets, SEARCHED_FAULTS } from '../../shared/engine/searched-faults'
import type { Language } from '../../shared/scenario/text'
import { decimalText } from '../ui/number-words'

/** `1 crash, 1 duplicate`; in a word that there are none; `2 in all (2 crashes, 2 duplicates)`. */
export function budgetWords(
  t: TFunction<'explore'>,
  budgets: FaultBudgets,
  faultsMax: number | undefined,
): string {
  const parts = SEARCHED_FAULTS.flatMap((kind) => {
    const count = budgets[kind] ?? 0
    return count > 0 ? [t(`counted.${kind}`, { count })] : []
  })
  if (parts.length === 0) return t('counted.none')
  const kinds = parts.join(', ')
  return faultsMax === undefined ? kinds : t('counted.inAll', { count: faultsMax, kinds })
}

/** Seconds, with a tenth while they are few. */
export function secondsText(seconds: number, language: Language): string {
  return decimalText(seconds, language, seconds >= 10 ? 0 : 1)
}
