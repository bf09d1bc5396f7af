/**
 * Labels that boards decide: a question shows boards as pictures, and which of its labels is right follows from
 * the rules of a style, from a run, or from a search. The label that says nothing of the board is right where no
 * other is.
 */
import { STYLES } from '../review/packs'
import { idSchema } from '../scenario/place'
import { textSchema } from '../scenario/text'
import { z } from '../scenario/zod'
import { exploreSchema, expression, givenSchema, runFaultSchema } from './behaviour'

const item = { id: idSchema, text: textSchema }

/** A thing to match, with a board of the drill's `boards` and what is tried on it where something is. */
export const matchedSchema = z.strictObject({
  ...item,
  with: idSchema,
  /** Why it is so: said when it was matched wrongly. */
  why: textSchema.optional(),
  board: idSchema.optional(),
  /** Run once, for the labels that expect something of a run. */
  run: z
    .strictObject({
      given: givenSchema.optional(),
      faults: z.array(runFaultSchema).max(10).optional(),
    })
    .optional(),
  /** Searched, for the labels that say whether it holds. */
  explore: exploreSchema.optional(),
})
export type Matched = z.infer<typeof matchedSchema>

export const labelSchema = z.strictObject({
  ...item,
  /** The board is drawn in one of these styles, and the rules of that style find nothing but hints. */
  styles: z.array(z.enum(STYLES)).min(1).max(STYLES.length).optional(),
  /** All this is true when nothing more happens in the run of the thing. */
  expect: z.array(expression).min(1).max(10).optional(),
  /** Whether the promise of the thing holds, whatever happens. */
  holds: z.boolean().optional(),
})
export type Label = z.infer<typeof labelSchema>

/** Whether the board has a say in it. */
export function isDecided({ styles, expect, holds }: Label): boolean {
  return styles !== undefined || expect !== undefined || holds !== undefined
}
