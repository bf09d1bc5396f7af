/** How long a card stays away, in one short word: `10 min`, `4 d`, `1.5 mo`. */
import { useTranslation } from 'react-i18next'
import { useSettings } from '../state/settings'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const MONTH_DAYS = 30
const YEAR_DAYS = 365

export function useIntervalText(): (ms: number) => string {
  const { t } = useTranslation('cards')
  const language = useSettings((settings) => settings.language)
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const n = (value: number) => ({ n: number.format(value) })
  return (ms) => {
    const days = ms / DAY_MS
    if (ms < HOUR_MS) return t('interval.minutes', n(Math.max(1, Math.round(ms / MINUTE_MS))))
    if (days < 1) return t('interval.hours', n(Math.round(ms / HOUR_MS)))
    if (days < MONTH_DAYS) return t('interval.days', n(Math.round(days)))
    if (days < YEAR_DAYS) return t('interval.months', n(days / MONTH_DAYS))
    return t('interval.years', n(days / YEAR_DAYS))
  }
}
