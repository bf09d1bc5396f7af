/** A box of the drawing, as in a compose file. */
import { durationSchema } from './duration'
import { HANDLERS_MAX, handlerSchema } from './handler'
import { idSchema, pointSchema, sizeSchema } from './place'
import { TEXT_CHARACTERS_MAX, textSchema } from './text'
import { tintSchema } from './tint'
import { z } from './zod'

export const SERVICE_KINDS = [
  'client',
  'service',
  'orchestrator',
  'gateway',
  'database',
  'broker',
  'cache',
  'external',
] as const
export type ServiceKind = (typeof SERVICE_KINDS)[number]

/** Which of the documents' services it is: its picture and, where it has no handlers, its own effects. */
export const SERVICE_ROLES = [
  'users',
  'orders',
  'notifications',
  'charging',
  'payment',
  'orchestrator',
] as const
export type ServiceRole = (typeof SERVICE_ROLES)[number]

export const serviceSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(SERVICE_KINDS),
  name: textSchema,
  /** An addition to version 1: the palette's service that this is. */
  role: z.enum(SERVICE_ROLES).optional(),
  position: pointSchema,
  size: sizeSchema.optional(),
  note: z.string().max(TEXT_CHARACTERS_MAX).optional(),
  color: tintSchema.optional(),
  zone: idSchema.optional(),
  /** An addition to version 1: Tidy up leaves it where it is. */
  pinned: z.boolean().optional(),
  /** An addition to version 1: it is neither moved nor deleted until unlocked. */
  locked: z.boolean().optional(),
  handlers: z.array(handlerSchema).max(HANDLERS_MAX).optional(),
  workers: z.number().int().min(1).max(1_000).optional(),
  /** An addition to version 1: requests that each replica handles at a time; it turns away what is more. */
  maxRequests: z.number().int().min(1).max(1_000).optional(),
  serviceTime: durationSchema.optional(),
  replicas: z.number().int().min(1).max(16).optional(),
  outcomes: z.record(z.string().min(1).max(200), z.enum(['ok', 'declined', 'error'])).optional(),
})
export type Service = z.infer<typeof serviceSchema>
