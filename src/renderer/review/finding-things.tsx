/** The services and lines that a finding is about; each is selected and brought into sight at a click. */
import { useTranslation } from 'react-i18next'
import { nameOf } from '../../shared/review/finding'
import type { Scenario } from '../../shared/scenario/scenario'
import { useSelection } from '../state/selection'
import { useSettings } from '../state/settings'
import { wishViewport } from '../state/viewport'

/** A circle of fifty services is selected as a whole well enough. */
const THINGS_MAX = 12

export function FindingThings({
  things,
  scenario,
}: {
  readonly things: readonly string[]
  readonly scenario: Scenario
}) {
  const { t } = useTranslation('review')
  const language = useSettings((settings) => settings.language)
  const selected = useSelection((selection) => selection.ids)
  return (
    <ul className="finding-things" aria-label={t('things')}>
      {things.slice(0, THINGS_MAX).map((id) => {
        const name = nameOf(scenario, id, language)
        return (
          <li key={id}>
            <button
              type="button"
              className="finding-thing"
              aria-label={t('thing', { thing: name })}
              aria-pressed={selected.has(id)}
              onClick={() => selectThings([id])}
            >
              {name}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function selectThings(ids: readonly string[]): void {
  useSelection.getState().select(ids)
  wishViewport({ wish: 'reveal', ids })
}
