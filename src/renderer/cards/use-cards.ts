/** The decks and what is remembered of them, read anew when they are shown, and the clock while they are. */
import { useEffect } from 'react'
import type { Agenda } from '../../shared/cards/agenda'
import { agendaOf, useCards } from '../state/cards'

/** undefined until the host has answered. */
export function useAgenda(): Agenda | undefined {
  const state = useCards()
  useEffect(() => {
    const { load, lookAtClock } = useCards.getState()
    void load().then(lookAtClock)
    // Whoever comes back to the window may come back on another day.
    window.addEventListener('focus', lookAtClock)
    return () => window.removeEventListener('focus', lookAtClock)
  }, [])
  return state.decks === undefined ? undefined : agendaOf(state)
}
