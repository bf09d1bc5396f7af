/** How much of a deck is left today: due, new, or nothing. */
import { useTranslation } from 'react-i18next'
import type { Counts } from '../../shared/cards/agenda'
import './count-words.css'

export function CountWords({ due, fresh, seen, all }: Counts) {
  const { t } = useTranslation('cards')
  if (due + fresh === 0)
    return <span className="card-count">{t(seen === all ? 'doneToday' : 'moreTomorrow')}</span>
  return (
    <span className="card-counts">
      {due > 0 && <span className="card-count card-count-due">{t('due', { due })}</span>}
      {fresh > 0 && <span className="card-count">{t('fresh', { fresh })}</span>}
    </span>
  )
}
