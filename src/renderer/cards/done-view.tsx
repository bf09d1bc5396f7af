/** Nothing left today: when it goes on, and what can be done until then. */
import { CircleCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Agenda, counts, nextDueAt } from '../../shared/cards/agenda'
import { MORE_NEW, useCards } from '../state/cards'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'

export function DoneView({ agenda }: { readonly agenda: Agenda }) {
  const { t } = useTranslation('cards')
  const language = useSettings((settings) => settings.language)
  const deckId = useCards((state) => state.deckId)
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that was pressed is gone: whoever reads by ear is told that this is the end.
  useEffect(() => heading.current?.focus(), [])
  if (agenda.decks.length === 0) return <p className="leaf-none">{t('noDecks')}</p>
  const deck = counts(agenda, deckId)
  const others = counts(agenda)
  const isNewLeft = deck.seen < deck.all
  const dueAt = nextDueAt(agenda, deckId)
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <section className="leaf leaf-done" aria-label={t('done.title')}>
      <CircleCheck size={32} aria-hidden="true" />
      <h2 ref={heading} tabIndex={-1} className="leaf-question">
        {t(deckId === undefined ? 'done.title' : 'done.deck')}
      </h2>
      {dueAt !== undefined && <p>{t('done.about', { when: when.format(dueAt) })}</p>}
      {isNewLeft && <p>{t('done.limit', { n: agenda.newMax })}</p>}
      <div className="leaf-done-actions">
        {isNewLeft && (
          <Button onClick={() => useCards.getState().learnMore()}>
            {t('done.more', { n: Math.min(MORE_NEW, deck.all - deck.seen) })}
          </Button>
        )}
        {deckId !== undefined && others.due + others.fresh > 0 && (
          <Button tone="primary" onClick={() => useCards.getState().begin()}>
            {t('done.others')}
          </Button>
        )}
      </div>
    </section>
  )
}
