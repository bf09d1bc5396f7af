/** A file's text to a deck, or everything that is wrong with it. */
import type { Outcome, Problem } from '../base/problem'
import { DECK_VERSION, type Deck, deckSchema } from './deck'
import { parseVersioned } from './parse-versioned'
import { cardProblem } from './problem-texts'

/** Never throws, whatever the text. */
export function parseDeck(text: string): Outcome<Deck> {
  return parseVersioned(text, {
    field: 'deck',
    version: DECK_VERSION,
    schema: deckSchema,
    otherwise: 'cards/not-a-deck',
    meaning: duplicates,
  })
}

function duplicates({ cards }: Deck): readonly Problem[] {
  const seen = new Set<string>()
  return cards.flatMap(({ id }, index) => {
    if (seen.has(id)) return [cardProblem('cards/duplicate-id', ['cards', index, 'id'], { id })]
    seen.add(id)
    return []
  })
}
