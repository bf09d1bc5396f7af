/** The built-in decks of cards as files. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DECK_ENDING, type Deck } from '../../shared/cards/deck'
import { parseDeck } from '../../shared/cards/parse-deck'
import { resourcesFolder } from '../resources'

/** All of them, in the order in which they are shown. */
export async function readDecks(): Promise<readonly Deck[]> {
  const folder = join(resourcesFolder(), 'cards')
  const names = (await readdir(folder)).filter((name) => name.endsWith(DECK_ENDING)).sort()
  const decks = await Promise.all(
    names.map(async (name) => {
      const parsed = parseDeck(await readFile(join(folder, name), 'utf8'))
      if (!parsed.ok) throw new Error(`the built-in deck ${name} does not parse`)
      return parsed.value
    }),
  )
  return decks.sort((a, b) => a.place - b.place)
}
