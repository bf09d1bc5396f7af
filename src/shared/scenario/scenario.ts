/** The whole of what is drawn and saved: version 1 of the file, one schema for types, checks and JSON Schema. */
import { connectionSchema } from './connection'
import { millisecondsSchema } from './duration'
import { idSchema, pointSchema, sizeSchema } from './place'
import { serviceSchema } from './service'
import { textSchema } from './text'
import { tintSchema } from './tint'
import { z } from './zod'

export const FORMAT_VERSION = 1
export const SERVICES_MAX = 5_000
export const CONNECTIONS_MAX = 20_000

const word = z.string().min(1).max(200)
const expression = z.string().min(1).max(2_000)

const stimulusSchema = z.strictObject({
  connection: idSchema,
  key: word,
  at: millisecondsSchema,
  operation: word.optional(),
  times: z.number().int().min(1).max(100).optional(),
  timeout: millisecondsSchema.optional(),
  retries: z.number().int().min(0).max(20).optional(),
  idempotencyKey: z.boolean().optional(),
  /** An addition to version 1: what it carries, by a name; requests that say nothing carry the same. */
  body: word.optional(),
  poison: idSchema.optional(),
})
export type Stimulus = z.infer<typeof stimulusSchema>

const invariantSchema = z.union([
  z.strictObject({ id: idSchema, title: textSchema, always: expression }),
  z.strictObject({ id: idSchema, title: textSchema, finally: expression }),
])
export type Invariant = z.infer<typeof invariantSchema>

export const FAULT_KINDS = [
  'crash',
  'lose-request',
  'lose-response',
  'duplicate',
  'delay',
  'reorder',
  'partition',
  /** An addition to version 1: of the broker that a line implies, or leads to; or of a drawn one. */
  'stop-broker',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

const moment = z.strictObject({
  action: word.optional(),
  step: word.optional(),
  nth: z.number().int().min(1).max(1_000).optional(),
})
/** Of a line whose broker nobody drew: from its publisher to the broker, and from there to its consumer. */
export const CUT_HALVES = ['publisher', 'consumer'] as const
export type CutHalf = (typeof CUT_HALVES)[number]

const faultSchema = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  /** An addition to version 1: milliseconds until what crashed, stopped or was cut is back; 5,000 if not said. */
  for: millisecondsSchema.optional(),
  at: z.union([
    z.strictObject({ service: idSchema, after: moment.optional() }),
    z.strictObject({
      connection: idSchema,
      /** An addition to version 1: what of it a `partition` cuts; both where it is not said. */
      half: z.enum(CUT_HALVES).optional(),
      after: moment.optional(),
    }),
  ]),
})
export type Fault = z.infer<typeof faultSchema>

export const zoneSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  kind: z.enum(['boundary', 'layer', 'ring', 'monolith']),
  order: z.number().int().min(0).max(1_000).optional(),
  /** An addition to version 1: a layer that may be passed by. */
  open: z.boolean().optional(),
  /** An addition to version 1: the border of what is trusted. A line that crosses it goes over TLS. */
  trust: z.boolean().optional(),
  position: pointSchema,
  size: sizeSchema,
  /** An addition to version 1: it is neither moved nor deleted until unlocked. */
  locked: z.boolean().optional(),
})
export type Zone = z.infer<typeof zoneSchema>

export const noteSchema = z.strictObject({
  id: idSchema,
  text: textSchema,
  position: pointSchema,
  size: sizeSchema,
  /** An addition to version 1: the paper it is written on; yellow unless it says otherwise. */
  color: tintSchema.optional(),
  /** An addition to version 1: it is neither moved nor deleted until unlocked. */
  locked: z.boolean().optional(),
})
export type Note = z.infer<typeof noteSchema>

export const scenarioSchema = z.strictObject({
  dryrun: z.literal(FORMAT_VERSION),
  title: textSchema,
  summary: textSchema.optional(),
  services: z.array(serviceSchema).max(SERVICES_MAX),
  connections: z.array(connectionSchema).max(CONNECTIONS_MAX),
  zones: z.array(zoneSchema).max(1_000).optional(),
  notes: z.array(noteSchema).max(1_000).optional(),
  stimuli: z.array(stimulusSchema).max(1_000).optional(),
  faults: z.array(faultSchema).max(1_000).optional(),
  invariants: z.array(invariantSchema).max(1_000).optional(),
})
export type Scenario = z.infer<typeof scenarioSchema>
