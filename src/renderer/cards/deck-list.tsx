/** The decks, each with what is left of it today; the one that is leafed through is marked. */
import { useTranslation } from 'react-i18next'
import { type Agenda, counts } from '../../shared/cards/agenda'
import { textIn } from '../../shared/scenario/text'
import { useCards } from '../state/cards'
import { useSettings } from '../state/settings'
import { CountWords } from './count-words'

export function DeckList({ agenda }: { readonly agenda: Agenda }) {
  const { t } = useTranslation('cards')
  const language = useSettings((settings) => settings.language)
  return (
    <nav className="decks" aria-label={t('decks')}>
      <ul>
        <DeckRow agenda={agenda} title={t('allDecks')} />
        {agenda.decks.map(({ id, title }) => (
          <DeckRow key={id} agenda={agenda} id={id} title={textIn(title, language)} />
        ))}
      </ul>
    </nav>
  )
}

function DeckRow({
  agenda,
  id,
  title,
}: {
  readonly agenda: Agenda
  readonly id?: string
  readonly title: string
}) {
  const { t } = useTranslation('cards')
  const isHere = useCards((state) => state.deckId === id)
  const deck = counts(agenda, id)
  return (
    <li>
      <button
        type="button"
        className="deck"
        aria-current={isHere ? 'true' : undefined}
        onClick={() => useCards.getState().begin(id)}
      >
        <span className="deck-title">{title}</span>
        <span className="deck-words">
          <CountWords {...deck} />
          <span className="deck-seen">
            {t('deck.progress', { seen: deck.seen, all: deck.all })}
          </span>
        </span>
        <progress value={deck.seen} max={deck.all} aria-hidden="true" />
      </button>
    </li>
  )
}
