/** The cards on the start page: what is due, and the decks with how far one is in each. */
import { GalleryVerticalEnd } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { counts } from '../../shared/cards/agenda'
import { textIn } from '../../shared/scenario/text'
import { useCards } from '../state/cards'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { ProgressSection } from '../ui/progress-section'
import { CountWords } from './count-words'
import { useAgenda } from './use-cards'
import './cards-section.css'

export function CardsSection() {
  const { t } = useTranslation('cards')
  const language = useSettings((settings) => settings.language)
  const begin = useCards((state) => state.begin)
  const agenda = useAgenda()
  if (agenda === undefined || agenda.decks.length === 0) return null
  const all = counts(agenda)
  return (
    <ProgressSection
      title={t('list.title')}
      progress={t('list.progress', { seen: all.seen, all: all.all })}
      about={t('list.about')}
    >
      <div className="cards-section-begin">
        <Button icon={<GalleryVerticalEnd size={16} />} onClick={() => begin()}>
          {t(all.seen === 0 ? 'list.begin' : 'list.review')}
        </Button>
        <CountWords {...all} />
      </div>
      <ul className="cards-section-decks">
        {agenda.decks.map(({ id, title }) => {
          const one = counts(agenda, id)
          return (
            <li key={id}>
              <button type="button" className="cards-section-deck" onClick={() => begin(id)}>
                <span className="cards-section-title">{textIn(title, language)}</span>
                <CountWords {...one} />
                <span className="cards-section-seen">
                  {t('deck.progress', { seen: one.seen, all: one.all })}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </ProgressSection>
  )
}
