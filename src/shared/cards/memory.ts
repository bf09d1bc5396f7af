/** How well one card is remembered: what the scheduler knows of it after its last review. */
import { z } from '../scenario/zod'

/** In milliseconds since 1970, up to what a date can hold. */
const time = z.number().int().min(0).max(8.64e15)

/** Learning and relearning go by minutes, review by days. */
const PHASES = ['learning', 'review', 'relearning'] as const

export const memorySchema = z.strictObject({
  phase: z.enum(PHASES),
  /** How far in the steps of learning, from 0. */
  step: z.number().int().min(0).max(100),
  /** Days after which it is remembered with a probability of nine in ten. */
  stability: z.number().min(0.001).max(1e6),
  /** From 1, easy, to 10. */
  difficulty: z.number().min(1).max(10),
  /** The interval that was given last. */
  intervalDays: z.number().int().min(0).max(100_000),
  reviews: z.number().int().min(1).max(1e9),
  /** How often it was forgotten after it had been learnt. */
  lapses: z.number().int().min(0).max(1e9),
  firstAt: time,
  reviewedAt: time,
  dueAt: time,
})
export type Memory = z.infer<typeof memorySchema>
