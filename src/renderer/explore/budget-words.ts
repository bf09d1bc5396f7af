/** Budgets and numbers of a search in words. Pure, given a translator. */
import type { TFunction } from 'i18next'
import { type FaultBudgets, SEARCHED_FAULTS } from '../../shared/engine/searched-faults'

/** `1 crash, 1 duplicate`; in a word that there are none. */
export function budgetWords(t: TFunction<'explore'>, budgets: FaultBudgets): string {
  const parts = SEARCHED_FAULTS.flatMap((kind) => {
    const count = budgets[kind] ?? 0
    return count > 0 ? [t(`counted.${kind}`, { count })] : []
  })
  return parts.length === 0 ? t('counted.none') : parts.join(', ')
}

/** Digits in groups of three, the same in both languages: a narrow space is read everywhere. */
export function grouped(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, '\u202f')
}

export function secondsText(seconds: number): string {
  return seconds < 10 ? seconds.toFixed(1) : String(Math.round(seconds))
}
