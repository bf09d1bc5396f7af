/** For whoever has no files yet: what the product does, in four lines, in the order of a first minute. */
import { useTranslation } from 'react-i18next'
import './first-minute.css'

const LINES = ['draw', 'step', 'break', 'export'] as const

export function FirstMinute() {
  const { t } = useTranslation('start')
  return (
    <section aria-label={t('first')}>
      <h2 className="start-heading">{t('first')}</h2>
      <ol className="first-minute">
        {LINES.map((line) => (
          <li key={line}>
            <b>{t(`first.${line}`)}</b>
            <span>{t(`first.${line}.about`)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
