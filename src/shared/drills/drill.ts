/** A drill as it is kept: version 1 of `*.drill.json`, one schema for types, checks and JSON Schema. */
import { idSchema } from '../scenario/place'
import { scenarioSchema } from '../scenario/scenario'
import { textSchema } from '../scenario/text'
import { z } from '../scenario/zod'
import { checkSchema } from './check'
import { mistakeSchema } from './mistake'
import { roleNameSchema, roleSchema, wordSchema } from './role'

export const DRILL_VERSION = 1
export const DRILL_ENDING = '.drill.json'

/** What is drawn; how services work together; the network; what an interviewer asks next. */
export const DRILL_GROUPS = ['drawing', 'reliability', 'architecture', 'network'] as const
export type DrillGroup = (typeof DRILL_GROUPS)[number]

const hintSchema = z.strictObject({
  text: textSchema,
  /** What it takes from the score, 0.05 of 1 being a twentieth. */
  cost: z.number().min(0).max(1),
})

const sourceSchema = z.strictObject({
  /** As it is cited: `RFC 9110 §9.2.2`. */
  title: z.string().min(1).max(300),
  url: z.string().max(500).optional(),
})

const correctionSchema = z.strictObject({
  /** Which mistake of the interview notes it is: `S33`. */
  mistake: mistakeSchema,
  /** What is right instead. */
  right: textSchema,
})

const modelSchema = z.strictObject({
  board: scenarioSchema.optional(),
  /** What one says while drawing, or the whole answer where nothing is drawn. */
  text: z.array(textSchema).max(50).optional(),
})

export const drillSchema = z.strictObject({
  drill: z.literal(DRILL_VERSION),
  id: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
  group: z.enum(DRILL_GROUPS),
  /** Its place among those of its group; after them, by id, where it has none. */
  place: z.number().int().min(0).max(10_000).optional(),
  title: textSchema,
  question: textSchema,
  minutes: z.number().int().min(1).max(600),
  /** The board as it is given; empty where there is none. */
  start: scenarioSchema.optional(),
  /** Boards that questions show as pictures, and try things on. */
  boards: z.record(idSchema, scenarioSchema).optional(),
  /** Parts that services of the answer play, beside the built-in ones. */
  roles: z.record(roleNameSchema, roleSchema).optional(),
  /** What words of the board mean, by their stems, beside the built-in meanings. */
  words: z.record(wordSchema, z.array(wordSchema).min(1).max(50)).optional(),
  checks: z.array(checkSchema).min(1).max(100),
  hints: z.array(hintSchema).max(20).optional(),
  model: modelSchema,
  /** What to say, and what an interviewer asks next. */
  points: z.array(textSchema).max(50).optional(),
  sources: z.array(sourceSchema).max(50).optional(),
  corrects: z.array(correctionSchema).max(50).optional(),
})
export type Drill = z.infer<typeof drillSchema>

/** Whether there is anything to draw: a check that looks at a board. */
export function isDrawn({ checks }: Drill): boolean {
  return checks.some((check) => !('answer' in check))
}

/** Whether the board is there only for its packets. */
export function isOfPackets({ checks }: Drill): boolean {
  return checks.every((check) => 'answer' in check || 'wire' in check)
}

/** The published JSON Schema of the file (draft 2020-12), made from the schema that checks it. */
export function drillJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(drillSchema, { target: 'draft-2020-12', reused: 'ref' }),
    title: `Dryrun drill, version ${DRILL_VERSION}`,
  }
}
