/** What a service does when a request, an event or a frame arrives. */
import { actionsSchema } from './action'
import { idSchema } from './place'
import { z } from './zod'

const word = z.string().min(1).max(200)

const triggerSchema = z.union([
  z.strictObject({ connection: idSchema }),
  z.strictObject({ event: word }),
  z.strictObject({ operation: word }),
  z.strictObject({ queue: word }),
])
export type Trigger = z.infer<typeof triggerSchema>

export const handlerSchema = z.strictObject({
  on: triggerSchema,
  creates: z.literal('order').optional(),
  idempotent: z.boolean().optional(),
  /** An addition to version 1: a request without an idempotency key is answered 400, and nothing is done. */
  needsKey: z.boolean().optional(),
  do: actionsSchema,
})
export type Handler = z.infer<typeof handlerSchema>

export const HANDLERS_MAX = 200
