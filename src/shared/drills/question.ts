/**
 * Questions answered without a board: put in order, choose, match, fill in a table, type a request, or a short
 * text that the user compares.
 */
import { idSchema } from '../scenario/place'
import { textSchema } from '../scenario/text'
import { z } from '../scenario/zod'
import { labelSchema, matchedSchema } from './label'
import { packetSchema } from './packet-question'
import { requestSchema } from './request-question'
import { tableSchema } from './table-question'

const ITEMS_MAX = 30

const item = { id: idSchema, text: textSchema }
/** Why it is right, or why it is not: shown with the result. */
const why = { why: textSchema.optional() }

export const questionSchema = z.union([
  /** In the right order; they are shown in another. Those that read alike may stand for one another. */
  z.strictObject({
    ask: textSchema,
    order: z.array(z.strictObject(item)).min(2).max(ITEMS_MAX),
    ...why,
  }),
  /** All the right ones and no other. */
  z.strictObject({
    ask: textSchema,
    choose: z
      .array(z.strictObject({ ...item, right: z.boolean(), ...why }))
      .min(2)
      .max(ITEMS_MAX),
    ...why,
  }),
  /** Each of the things to what it goes with; several may go with the same. Things may be boards. */
  z.strictObject({
    ask: textSchema,
    match: z.array(matchedSchema).min(2).max(ITEMS_MAX),
    to: z.array(labelSchema).min(2).max(ITEMS_MAX),
    ...why,
  }),
  /** Each cell one of several, or what a run shows. */
  z.strictObject({ ask: textSchema, table: tableSchema, ...why }),
  /** One packet of those that go over a line. */
  z.strictObject({ ask: textSchema, packet: packetSchema, ...why }),
  /** A raw HTTP request, read by a parser. */
  z.strictObject({ ask: textSchema, request: requestSchema, ...why }),
  /** Written by the user, who then says how it compares to the sample. */
  z.strictObject({ ask: textSchema, sample: textSchema, ...why }),
])
export type Question = z.infer<typeof questionSchema>
