/** How far the search is. Its numbers change ten times a second; they are read out only when it ends. */
import { useTranslation } from 'react-i18next'
import { useExplore } from '../state/explore'
import { useSettings } from '../state/settings'
import { grouped } from '../ui/number-words'
import { secondsText } from './budget-words'

export function SearchProgress() {
  const { t } = useTranslation('explore')
  const language = useSettings((settings) => settings.language)
  const progress = useExplore((search) => search.progress)
  const { states = 0, seconds = 0, depth = 0, faults = 0 } = progress ?? {}
  const cells = [
    ['states', grouped(states)],
    ['rate', seconds > 0 ? grouped(states / seconds) : '–'],
    ['depth', String(depth)],
    ['faultsNow', String(faults)],
    ['time', t('seconds', { seconds: secondsText(seconds, language) })],
  ] as const
  return (
    <section className="search-progress" aria-label={t('progress')} aria-busy="true">
      <div className="search-band" aria-hidden="true" />
      <dl className="search-cells">
        {cells.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`progress.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
