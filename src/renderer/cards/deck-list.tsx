/** The decks, each with what is left of it today; the one that is leafed through is marked, one's own can go. */
import { Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Agenda, counts } from '../../shared/cards/agenda'
import { textIn } from '../../shared/scenario/text'
import { useCards } from '../state/cards'
import { useSettings } from '../state/settings'
import { Button, IconButton } from '../ui/button'
import { CountWords } from './count-words'

export function DeckList({ agenda }: { readonly agenda: Agenda }) {
  const { t } = useTranslation('cards')
  const language = useSettings((settings) => settings.language)
  const ownDecks = useCards((state) => state.ownDecks)
  const [removed, setRemoved] = useState<Removed>()
  const remove = async (id: string, title: string) => {
    const text = ownDecks[id]
    const isGone = await useCards.getState().removeDeck(id)
    if (isGone && text !== undefined) setRemoved({ title, text })
  }
  return (
    <nav className="decks" aria-label={t('decks')}>
      <ul>
        <DeckRow agenda={agenda} title={t('allDecks')} />
        {agenda.decks.map(({ id, title: titled }) => {
          const title = textIn(titled, language)
          const isOwn = ownDecks[id] !== undefined
          return (
            <DeckRow
              key={id}
              agenda={agenda}
              id={id}
              title={title}
              onRemove={isOwn ? () => void remove(id, title) : undefined}
            />
          )
        })}
      </ul>
      {removed && (
        <div className="deck-removed">
          <span role="status">{t('deck.removed', { title: removed.title })}</span>
          <Button
            small
            autoFocus
            icon={<Undo2 size={14} />}
            onClick={() => {
              setRemoved(undefined)
              void useCards.getState().addDeck(removed.title, removed.text)
            }}
          >
            {t('deck.putBack')}
          </Button>
        </div>
      )}
    </nav>
  )
}

/** The one that went last can be put back as long as the screen is shown. */
interface Removed {
  readonly title: string
  readonly text: string
}

function DeckRow({
  agenda,
  id,
  title,
  onRemove,
}: {
  readonly agenda: Agenda
  readonly id?: string
  readonly title: string
  readonly onRemove?: (() => void) | undefined
}) {
  const { t } = useTranslation('cards')
  const isHere = useCards((state) => state.deckId === id)
  const deck = counts(agenda, id)
  return (
    <li className="deck-item">
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
      {onRemove && (
        <IconButton label={t('deck.remove', { title })} onClick={onRemove}>
          <Trash2 size={16} />
        </IconButton>
      )}
    </li>
  )
}
