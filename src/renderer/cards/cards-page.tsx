/** The screen on which cards are leafed through: the decks at the side, the card that is asked in the middle. */
import { ArrowLeft, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { counts } from '../../shared/cards/agenda'
import { keysOf } from '../commands/commands'
import { useBoard } from '../state/board'
import { useCards } from '../state/cards'
import type { Deliver } from '../state/deliver'
import { Button, IconButton } from '../ui/button'
import { CardView } from './card-view'
import { DeckList } from './deck-list'
import { DoneView } from './done-view'
import { ProgressFiles } from './progress-files'
import { useAgenda } from './use-cards'
import './cards-page.css'

export function CardsPage({ deliver }: { readonly deliver: Deliver }) {
  const { t } = useTranslation('cards')
  const agenda = useAgenda()
  const deckId = useCards((state) => state.deckId)
  const asked = useCards((state) => state.asked)
  const canUndo = useCards((state) => state.taken.length > 0)
  const left = agenda && counts(agenda, deckId)
  return (
    <div className="cards-page">
      <header className="cards-head">
        <Button
          tone="quiet"
          icon={<ArrowLeft size={16} />}
          onClick={() => useBoard.getState().show('start')}
        >
          {t('back')}
        </Button>
        <h1>{t('title')}</h1>
        <span className="cards-head-end">
          <IconButton
            label={t('undo')}
            keys={keysOf('cards.undo')}
            disabled={!canUndo}
            onClick={() => useCards.getState().undo()}
          >
            <Undo2 size={16} />
          </IconButton>
          <ProgressFiles deliver={deliver} />
        </span>
      </header>
      <div className="cards-body">
        {agenda && <DeckList agenda={agenda} />}
        <main className="cards-main">
          {left && asked && (
            <p className="cards-left">{t('left', { due: left.due, fresh: left.fresh })}</p>
          )}
          {agenda && (asked ? <CardView asked={asked} /> : <DoneView agenda={agenda} />)}
        </main>
      </div>
    </div>
  )
}
