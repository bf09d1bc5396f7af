/** Files of cards: a deck that the user wrote, or progress from elsewhere. */
import { DECK_ENDING } from '../../shared/cards/deck'
import { PROGRESS_ENDING } from '../../shared/cards/progress'
import { useCards } from './cards'

/** Whether a file is of cards by its name. */
export function isOfCards(name: string): boolean {
  return name.endsWith(DECK_ENDING) || name.endsWith(PROGRESS_ENDING)
}

/** Adds the deck or joins the progress; where the name does not say which it is, the file does. */
export async function bringInCards(name: string, text: string): Promise<void> {
  const cards = useCards.getState()
  const isDeck = name.endsWith(DECK_ENDING) || (!name.endsWith(PROGRESS_ENDING) && saysDeck(text))
  await (isDeck ? cards.addDeck(name, text) : cards.bringIn(name, text))
}

function saysDeck(text: string): boolean {
  try {
    const raw: unknown = JSON.parse(text)
    return typeof raw === 'object' && raw !== null && 'deck' in raw
  } catch {
    return false
  }
}
