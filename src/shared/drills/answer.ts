/** What somebody answered: a board, typed answers, or both. As a file it is `*.answer.json`, version 1. */
import { idSchema } from '../scenario/place'
import { type Scenario, scenarioSchema } from '../scenario/scenario'
import { z } from '../scenario/zod'

export const ANSWER_VERSION = 1
export const ANSWER_ENDING = '.answer.json'

/** How the user's own text compares with the sample, by the user. */
export const MARKS = ['right', 'partly', 'wrong'] as const

const givenSchema = z.union([
  /** Ids: in the order chosen, or those chosen. */
  z.array(idSchema).max(100),
  z.strictObject({ text: z.string().max(20_000), mark: z.enum(MARKS).optional() }),
  z.strictObject({ pairs: z.record(idSchema, idSchema) }),
])
export type GivenAnswer = z.infer<typeof givenSchema>

export const answersSchema = z.record(idSchema, givenSchema)

export const answerFileSchema = z.strictObject({
  answer: z.literal(ANSWER_VERSION),
  /** The id of the drill that it answers. */
  drill: z.string().max(63).optional(),
  board: scenarioSchema.optional(),
  answers: answersSchema.optional(),
  /** How many hints were taken. */
  hints: z.number().int().min(0).max(20).optional(),
})

/** The file that `dryrun grade` takes. */
export function printAnswer(drill: string, answer: Answer): string {
  const { board, answers, hints } = answer
  const file = { answer: ANSWER_VERSION, drill, board, answers, hints }
  return `${JSON.stringify(file, null, 2)}\n`
}

export interface Answer {
  readonly board?: Scenario | undefined
  /** By the id of the check. */
  readonly answers?: Readonly<Record<string, GivenAnswer>> | undefined
  readonly hints?: number | undefined
}
