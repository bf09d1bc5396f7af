/** What a drill says of behaviour: what the customer and the world do in a run, what breaks, what must follow. */
import { SEARCHED_FAULTS } from '../engine/searched-faults'
import { STEP_KINDS } from '../engine/step'
import { millisecondsSchema } from '../scenario/duration'
import { FAULT_KINDS } from '../scenario/scenario'
import { z } from '../scenario/zod'
import { roleNameSchema, wordSchema } from './role'
import { STANDINGS } from './words'

export const expression = z.string().min(1).max(2_000)

/** What the customer does in a run of the check, and how the world answers. */
export const givenSchema = z.strictObject({
  /** Requests of the customer by what their operation means; one order where nothing is said. */
  stimuli: z
    .array(
      z.strictObject({
        request: wordSchema,
        /** By a line of this method, where the customer has several: `PUT`. */
        method: z.string().min(1).max(20).optional(),
        /** Whether a key goes with it; as the answer has it where nothing is said. */
        idempotencyKey: z.boolean().optional(),
        /** What it carries, by a name. */
        body: z.string().min(1).max(200).optional(),
        key: z.string().min(1).max(200).optional(),
        at: millisecondsSchema.optional(),
        times: z.number().int().min(1).max(100).optional(),
        /** The part whose handlers fail on this key's messages every time. */
        poison: roleNameSchema.optional(),
      }),
    )
    .min(1)
    .max(10)
    .optional(),
  /** By the meaning of the effect: how its provider answers. `ok` where nothing is said. */
  outcomes: z.record(wordSchema, z.enum(['ok', 'declined', 'error'])).optional(),
  /**
   * Who says no to whatever it is asked for as long as this is so, with a definite answer and nothing done: sold
   * out, say, once the card is charged. An order is refused over `effects.charge - effects.refund == 1`.
   */
  refuses: z
    .array(z.strictObject({ role: roleNameSchema, while: expression }))
    .min(1)
    .max(5)
    .optional(),
})
export type Given = z.infer<typeof givenSchema>

const momentSchema = z.strictObject({
  effect: wordSchema.optional(),
  save: wordSchema.optional(),
  step: z.enum(STEP_KINDS).optional(),
  nth: z.number().int().min(1).max(1_000).optional(),
})

export const runFaultSchema = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  /** How long it lasts, in milliseconds; as in a scenario where nothing is said. */
  for: millisecondsSchema.optional(),
  at: z.union([
    z.strictObject({ role: roleNameSchema }),
    z.strictObject({ from: roleNameSchema, to: roleNameSchema }),
  ]),
  after: momentSchema.optional(),
})
export type RunFault = z.infer<typeof runFaultSchema>

const stepPatternSchema = z.strictObject({
  step: z.enum(STEP_KINDS),
  at: roleNameSchema.optional(),
  effect: wordSchema.optional(),
  saves: wordSchema.optional(),
  /** How an order stands with the status that is saved. */
  as: z.enum(STANDINGS).optional(),
})
export type StepPattern = z.infer<typeof stepPatternSchema>

export const runSchema = z.strictObject({
  given: givenSchema.optional(),
  faults: z.array(runFaultSchema).max(10).optional(),
  /** What is true when nothing more happens. */
  expect: z.array(expression).max(10).optional(),
  /** Each of these happens, and first so in this order. */
  order: z.array(stepPatternSchema).min(2).max(20).optional(),
  /** None of these happens. */
  never: z.array(stepPatternSchema).max(10).optional(),
})
export type RunCheck = z.infer<typeof runSchema>

const budgetSchema = z.partialRecord(z.enum(SEARCHED_FAULTS), z.number().int().min(0).max(3))

export const exploreSchema = z.strictObject({
  given: givenSchema.optional(),
  /** Each of these budgets is searched by itself, and the promise holds in all. */
  faults: z.array(budgetSchema).min(1).max(10),
  always: expression.optional(),
  finally: expression.optional(),
  statesMax: z.number().int().min(1).max(20_000_000).optional(),
  secondsMax: z.number().int().min(1).max(600).optional(),
})
export type ExploreCheck = z.infer<typeof exploreSchema>
