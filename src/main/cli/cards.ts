/** `dryrun cards`: the decks, built in and one's own; files of decks checked and added; the JSON Schema of one. */
import { type Deck, deckJsonSchema } from '../../shared/cards/deck'
import { parseDeck } from '../../shared/cards/parse-deck'
import { cardProblem } from '../../shared/cards/problem-texts'
import { type Language, textIn } from '../../shared/scenario/text'
import { readDecks } from '../host/decks'
import { failed } from '../host-problem'
import { openFile } from '../library/open-file'
import { OwnFiles } from '../library/own-files'
import { userFolders } from '../user-folders'
import { complainAbout, print, printJson } from './output'
import { STATUS, type Status } from './status'
import { columns } from './table'

interface CardsOptions {
  readonly json?: true
  readonly schema?: true
  readonly add?: true
  readonly remove?: string
  readonly language: Language
}

interface Listed {
  readonly deck: Deck
  readonly own: boolean
}

export async function cards(files: readonly string[], options: CardsOptions): Promise<Status> {
  const { schema, remove } = options
  if (schema) {
    printJson(deckJsonSchema())
    return STATUS.fine
  }
  const own = new OwnFiles(userFolders().settings)
  if (remove !== undefined) return removeDeck(own, remove)
  if (files.length > 0) return checkFiles(own, files, options)
  const builtIn = (await readDecks()).map((deck) => ({ deck, own: false }))
  tell([...builtIn, ...(await ownDecks(own))], options)
  return STATUS.fine
}

/** Every problem of every file; with `--add` those without any are kept. */
async function checkFiles(
  own: OwnFiles,
  files: readonly string[],
  options: CardsOptions,
): Promise<Status> {
  const builtIn = new Set((await readDecks()).map(({ id }) => id))
  const right: Listed[] = []
  for (const file of files) {
    const opened = await openFile(file)
    const parsed = opened.ok ? parseDeck(opened.value.text) : opened
    if (!opened.ok || !parsed.ok) {
      complainAbout(file, parsed.ok ? [] : parsed.problems)
      continue
    }
    const { value: deck } = parsed
    if (builtIn.has(deck.id)) {
      complainAbout(file, [cardProblem('cards/built-in-id', ['id'], { id: deck.id })])
      continue
    }
    const kept = options.add ? await own.keep('deck', deck.id, opened.value.text) : parsed
    if (kept.ok) right.push({ deck, own: true })
    else complainAbout(file, kept.problems)
  }
  if (right.length > 0 || options.json) tell(right, options)
  return right.length === files.length ? STATUS.fine : STATUS.unusable
}

async function removeDeck(own: OwnFiles, id: string): Promise<Status> {
  const decks = await own.list('deck')
  const isThere = decks.some((one) => one.id === id)
  const known = decks.map((one) => one.id).join(', ')
  const removed = isThere ? await own.remove('deck', id) : failed('host/no-deck', { id, known })
  if (removed.ok) return STATUS.fine
  complainAbout(id, removed.problems)
  return STATUS.unusable
}

async function ownDecks(own: OwnFiles): Promise<readonly Listed[]> {
  return (await own.list('deck')).flatMap(({ text }) => {
    const parsed = parseDeck(text)
    return parsed.ok ? [{ deck: parsed.value, own: true }] : []
  })
}

function tell(decks: readonly Listed[], { json, language }: CardsOptions): void {
  if (json) {
    const listed = decks.map(({ deck: { id, title, cards: all }, own }) => {
      return { id, title: textIn(title, language), cards: all.length, own }
    })
    printJson({ decks: listed })
    return
  }
  const rows = decks.map(({ deck: { id, title, cards: all }, own }) => [
    id,
    textIn(title, language),
    `${all.length}`,
    own ? 'own' : '',
  ])
  print(columns(rows).join('\n'))
}
