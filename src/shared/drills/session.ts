/** Somebody at a drill, as it is kept between two openings of the window: what is answered, time, hints, notes. */
import { scenarioSchema } from '../scenario/scenario'
import { z } from '../scenario/zod'
import { answersSchema, MARKS } from './answer'

const SESSION_VERSION = 1

const sessionSchema = z.strictObject({
  session: z.literal(SESSION_VERSION),
  drill: z.string().max(63),
  /** Not while it was never begun, or after it was given back. */
  state: z.enum(['open', 'done']),
  board: scenarioSchema.optional(),
  answers: answersSchema,
  /** How many were taken. */
  hints: z.number().int().min(0).max(20),
  /** Whether the model answer was looked at. */
  revealed: z.boolean(),
  /** Milliseconds of work so far, pauses not counted. */
  elapsedMs: z.number().min(0),
  /** Added to the drill's own time. */
  extraMinutes: z.number().int().min(0).max(600),
  /** The interviewer's: about the whole, and a mark by the id of a check. */
  notes: z.string().max(20_000),
  marks: z.record(z.string(), z.enum(MARKS)),
  /** How often it was checked, and the best score of it all. */
  checked: z.number().int().min(0),
  best: z.number().min(0).max(1).optional(),
})
export type Session = z.infer<typeof sessionSchema>

export function newSession(drill: string): Session {
  return {
    session: SESSION_VERSION,
    drill,
    state: 'open',
    answers: {},
    hints: 0,
    revealed: false,
    elapsedMs: 0,
    extraMinutes: 0,
    notes: '',
    marks: {},
    checked: 0,
  }
}

/** undefined: nothing that this version can go on with. */
export function parseSession(text: string): Session | undefined {
  try {
    const parsed = sessionSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

export function printSession(session: Session): string {
  return `${JSON.stringify(session, null, 2)}\n`
}
