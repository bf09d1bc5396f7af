/** A deck of cards as it is kept: version 1 of `*.cards.json`, one schema for types, checks and JSON Schema. */
import { mistakeSchema } from '../drills/mistake'
import { textSchema } from '../scenario/text'
import { z } from '../scenario/zod'

export const DECK_VERSION = 1
export const DECK_ENDING = '.cards.json'

const plainId = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/)

/** Where the answer can be seen to hold: a drill, or a built-in scenario. */
const showSchema = z.union([
  z.strictObject({ drill: plainId }),
  z.strictObject({ template: plainId }),
])

const cardSchema = z.strictObject({
  id: plainId,
  ask: textSchema,
  answer: textSchema,
  /** Why it is so, in one line. */
  why: textSchema.optional(),
  /** As it is cited: `RFC 9110 §9.2.2`. */
  source: z.string().min(1).max(300),
  /** The mistakes of the interview notes that the answer puts right. */
  corrects: z.array(mistakeSchema).max(10).optional(),
  show: showSchema.optional(),
})
export type Card = z.infer<typeof cardSchema>

export const deckSchema = z.strictObject({
  deck: z.literal(DECK_VERSION),
  id: plainId,
  /** Its place among the decks. */
  place: z.number().int().min(0).max(10_000),
  title: textSchema,
  about: textSchema,
  cards: z.array(cardSchema).min(1).max(1000),
})
export type Deck = z.infer<typeof deckSchema>

/** By what the progress knows a card: `protocols/tcp-stream`. */
export function cardKey(deck: Pick<Deck, 'id'>, card: Pick<Card, 'id'>): string {
  return `${deck.id}/${card.id}`
}

/** The published JSON Schema of the file (draft 2020-12), made from the schema that checks it. */
export function deckJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(deckSchema, { target: 'draft-2020-12', reused: 'ref' }),
    title: `Dryrun deck of cards, version ${DECK_VERSION}`,
  }
}
