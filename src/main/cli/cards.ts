/** `dryrun cards`: the built-in decks, or the JSON Schema of a deck file. */
import { deckJsonSchema } from '../../shared/cards/deck'
import { type Language, textIn } from '../../shared/scenario/text'
import { readDecks } from '../host/decks'
import { print, printJson } from './output'
import { STATUS, type Status } from './status'
import { columns } from './table'

interface CardsOptions {
  readonly json?: true
  readonly schema?: true
  readonly language: Language
}

export async function listCards({ json, schema, language }: CardsOptions): Promise<Status> {
  if (schema) {
    printJson(deckJsonSchema())
    return STATUS.fine
  }
  const decks = await readDecks()
  if (json) {
    const listed = decks.map(({ id, title, cards }) => {
      return { id, title: textIn(title, language), cards: cards.length }
    })
    printJson({ decks: listed })
  } else {
    const rows = decks.map(({ id, title, cards }) => [
      id,
      textIn(title, language),
      `${cards.length}`,
    ])
    print(columns(rows).join('\n'))
  }
  return STATUS.fine
}
