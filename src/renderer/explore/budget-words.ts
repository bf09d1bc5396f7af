/** Budgets and numbers of a search in words. Pure, given a translator. */
import type { TFunction } from 'i18next'
import { type FaultBudgets, SEARCHED_FAULTS } from '../../shared/engine/searched-faults'
import type { Language } from '../../shared/scenario/text'

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

/** Digits in groups of three, the same in both languages: a narrow space is read everywhere. */
export function grouped(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, '\u202f')
}

/** Seconds, with a tenth while they are few; the comma is Russian. */
export function secondsText(seconds: number, language: Language): string {
  if (seconds >= 10) return String(Math.round(seconds))
  const text = seconds.toFixed(1)
  return language === 'ru' ? text.replace('.', ',') : text
}
