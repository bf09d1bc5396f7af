/** How many warnings there are, on the tab; coloured while something can be lost or doubled. */
import { useTranslation } from 'react-i18next'
import { useReview } from './use-review'
import './review-count.css'

export function ReviewCount() {
  const { t } = useTranslation('review')
  const { findings = [] } = useReview()
  if (findings.length === 0) return null
  const isGrave = findings.some(({ severity }) => severity === 'danger')
  return (
    <span
      className={`review-count ${isGrave ? 'review-count-danger' : ''}`}
      title={t('findings', { count: findings.length })}
    >
      {findings.length}
    </span>
  )
}
