/** How a promise stands, as a sign that reads without its colour; its name for those who do not see it. */
import { useTranslation } from 'react-i18next'
import type { PromiseStatus } from './promise-rows'

const SIGNS: Readonly<Record<PromiseStatus, string>> = {
  holds: '✓',
  violated: '!',
  'breaks-later': '!',
  undecided: '?',
}

export function PromiseSign({ status }: { readonly status: PromiseStatus }) {
  const { t } = useTranslation('run')
  const name = t(`promise.status.${status}`)
  return (
    <span className="promise-sign" role="img" aria-label={name} title={name}>
      {SIGNS[status]}
    </span>
  )
}
