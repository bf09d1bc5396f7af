/**
 * What a drill checks, one strict schema a kind; a check is of the kind whose key it has. All of it is data:
 * roles, words and expressions, so that an interviewer writes one without code.
 */

import { idSchema } from '../scenario/place'
import { textSchema } from '../scenario/text'
import { z } from '../scenario/zod'
import { WIRE_PROTOCOLS } from '../wire/transport/conversation'
import { exploreSchema, runSchema } from './behaviour'
import { questionSchema } from './question'
import { roleNameSchema, wordSchema } from './role'

/**
 * How one part makes another work. `event` is by a broker, whoever asks first; `call` waits for the answer; `any`
 * is each of them. `knows` is a dependency of its program text, by which nothing works.
 */
export const LINKS = ['call', 'event', 'any', 'knows'] as const

const requirementSchema = z.union([
  /** Somebody plays it; at most so many do. */
  z.strictObject({ role: roleNameSchema, atMost: z.number().int().min(0).max(100).optional() }),
  /** The one, or one of several, makes the other work in this way; with `none` it must not. */
  z.strictObject({
    from: z.union([roleNameSchema, z.array(roleNameSchema).min(1).max(10)]),
    to: roleNameSchema,
    by: z.enum(LINKS),
    none: z.literal(true).optional(),
  }),
  /** The answer to what it asks for waits for so many services at most: all that must be up for it. */
  z.strictObject({ waits: roleNameSchema, atMost: z.number().int().min(1).max(100) }),
  /** It saves rows, such as these. */
  z.strictObject({ stores: roleNameSchema, what: wordSchema.optional() }),
])
export type Requirement = z.infer<typeof requirementSchema>

const packetName = z.string().min(1).max(200)

/** What the packets of the line from one part to the other must show, used once. */
const wireSchema = z.strictObject({
  from: roleNameSchema,
  to: roleNameSchema,
  /** How it is used; what is usual for its protocol where nothing is said. */
  options: z
    .strictObject({
      warm: z.boolean().optional(),
      tls: z.enum(['none', '1.2', '1.3']).optional(),
      session: z.enum(['full', 'resumed', 'early']).optional(),
      /** Whether the name is to be resolved first. */
      dns: z.boolean().optional(),
    })
    .optional(),
  /** These packets in this order, by the name that the wire view gives them; `POST` is `POST /orders` too. */
  shows: z.array(packetName).min(1).max(50).optional(),
  /** None of these. */
  never: z.array(packetName).min(1).max(50).optional(),
  /** Some packet is of each of these protocols, as the wire view calls them: `tls`, `http/2`. */
  speaks: z.array(z.enum(WIRE_PROTOCOLS)).min(1).max(10).optional(),
  /** The request has this in its bytes or its fields, upper and lower case alike: `Idempotency-Key`. */
  carries: z.array(packetName).min(1).max(20).optional(),
  /** From the first packet to the first byte of the answer. */
  roundTrips: z.number().min(0).max(100).optional(),
  /** The same in milliseconds, from the latency of the line and the service time of the far side. */
  answerMs: z.number().min(0).max(600_000).optional(),
})
export type WireCheck = z.infer<typeof wireSchema>

const about = {
  id: idSchema,
  title: textSchema,
  /** Checks that must have passed before this one means anything. */
  needs: z.array(idSchema).max(50).optional(),
  weight: z.number().min(0).max(100).optional(),
  /** What is said when it passes, and when it does not. */
  pass: textSchema,
  fail: textSchema,
}

export const checkSchema = z.union([
  z.strictObject({ ...about, drawing: z.array(requirementSchema).min(1).max(50) }),
  z.strictObject({ ...about, run: runSchema }),
  z.strictObject({ ...about, explore: exploreSchema }),
  /** Rules by id, or `pack:NAME` for all of a pack. */
  z.strictObject({ ...about, review: z.array(z.string().min(1).max(60)).min(1).max(50) }),
  z.strictObject({ ...about, wire: wireSchema }),
  z.strictObject({ ...about, answer: questionSchema }),
])
export type Check = z.infer<typeof checkSchema>

export const CHECK_KINDS = ['drawing', 'run', 'explore', 'review', 'wire', 'answer'] as const
export type CheckKind = (typeof CHECK_KINDS)[number]

export function checkKind(check: Check): CheckKind {
  for (const kind of CHECK_KINDS) if (kind in check) return kind
  throw new Error(`a check of no kind: ${JSON.stringify(check)}`)
}
