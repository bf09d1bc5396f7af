/** Four ways to have remembered, each with when the card would come back. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../shared/cards/agenda'
import { intervals, RATINGS } from '../../shared/cards/schedule'
import { keysOf } from '../commands/commands'
import { useCards } from '../state/cards'
import { KeyHint } from '../ui/key-hint'
import { useIntervalText } from './use-interval-text'

export function RatingButtons({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation('cards')
  const intervalText = useIntervalText()
  const before = useCards((state) => state.memories[asked.key])
  const shownAt = useCards((state) => state.shownAt)
  const usual = useRef<HTMLButtonElement>(null)
  // Space goes on: the usual answer is that it was remembered.
  useEffect(() => usual.current?.focus(), [])
  const away = intervals(before, shownAt)
  return (
    <fieldset className="ratings">
      <legend className="ratings-ask">{t('rate')}</legend>
      {RATINGS.map((rated) => {
        return (
          <button
            key={rated}
            ref={rated === 'good' ? usual : undefined}
            type="button"
            className="rating"
            data-rated={rated}
            onClick={() => useCards.getState().rate(rated)}
          >
            {/* Read as "Good 10 min": the space is for the ear. */}
            <span className="rating-name">{t(`rate.${rated}`)}</span>{' '}
            <span className="rating-interval">{intervalText(away[rated])}</span>
            <KeyHint keys={keysOf(`cards.${rated}`) ?? ''} />
          </button>
        )
      })}
    </fieldset>
  )
}
