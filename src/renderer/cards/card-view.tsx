/** One card: its question; on demand the answer, why, where it is from and where it can be seen to hold. */
import { ListChecks, Play } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../shared/cards/agenda'
import type { Card } from '../../shared/cards/deck'
import { textIn } from '../../shared/scenario/text'
import { keysOf } from '../commands/commands'
import { showCase } from '../state/card-show'
import { useCards } from '../state/cards'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { KeyHint } from '../ui/key-hint'
import { RatingButtons } from './rating-buttons'

export function CardView({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation('cards')
  const language = useSettings((settings) => settings.language)
  const isShown = useCards((state) => state.isShown)
  const { card, deck, key } = asked
  return (
    <article className="leaf" aria-label={t('card')}>
      <div className="leaf-words" aria-live="polite">
        <p className="leaf-deck">{textIn(deck.title, language)}</p>
        <h2 className="leaf-question">{textIn(card.ask, language)}</h2>
        {isShown && <Answer card={card} />}
      </div>
      <div className="leaf-actions">
        {isShown ? <RatingButtons asked={asked} /> : <ShowButton key={key} />}
      </div>
    </article>
  )
}

function Answer({ card }: { readonly card: Card }) {
  const { t } = useTranslation('cards')
  const language = useSettings((settings) => settings.language)
  const { answer, why, source, corrects, show } = card
  const isDrill = show !== undefined && 'drill' in show
  return (
    <div className="leaf-answer">
      <p className="leaf-right">{textIn(answer, language)}</p>
      {why && <p className="leaf-why">{textIn(why, language)}</p>}
      <p className="leaf-source">
        {t('source', { source })}
        {corrects && <span className="leaf-corrects">{t('corrects')}</span>}
      </p>
      {show && (
        <Button
          small
          icon={isDrill ? <ListChecks size={14} /> : <Play size={14} />}
          onClick={() => void showCase(show)}
        >
          {t(isDrill ? 'see.drill' : 'see.template')}
        </Button>
      )}
    </div>
  )
}

/** It has the keyboard when a card is asked: Space and Enter show the answer. */
function ShowButton() {
  const { t } = useTranslation('cards')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <Button
      ref={button}
      tone="primary"
      className="leaf-show"
      onClick={() => useCards.getState().showAnswer()}
    >
      {t('show')}
      <KeyHint keys={keysOf('cards.show') ?? ''} />
    </Button>
  )
}
