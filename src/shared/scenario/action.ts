/** What a handler may do: the whole language of a handler, one strict schema an action. */
import { durationSchema, millisecondsSchema } from './duration'
import { idSchema } from './place'
import { z } from './zod'

const word = z.string().min(1).max(200)
const retries = z.number().int().min(0).max(20)
const status = z.number().int().min(0).max(599)

const saveSchema = z.strictObject({ save: word, as: word })

const effectSchema = z.strictObject({
  effect: word,
  once: z.boolean().optional(),
  says: word.optional(),
  timeout: millisecondsSchema.optional(),
  retries: retries.optional(),
})

const callSchema = z.strictObject({
  call: idSchema,
  timeout: millisecondsSchema.optional(),
  retries: retries.optional(),
  backoff: durationSchema.optional(),
  idempotencyKey: z.boolean().optional(),
  /** `fail` (default): the handler fails when the call does; `continue`: `last` tells. */
  onFailure: z.enum(['fail', 'continue']).optional(),
})

const publishSchema = z.strictObject({
  publish: word,
  outbox: z.boolean().optional(),
  confirm: z.boolean().optional(),
})

const pushSchema = z.strictObject({ push: idSchema })
export const replySchema = z.strictObject({ reply: status })
const failSchema = z.strictObject({
  fail: status,
  /** `false`: the broker gives the message up at once instead of delivering it again. */
  requeue: z.boolean().optional(),
})
const dedupeSchema = z.strictObject({ dedupe: z.literal(true) })
const waitSchema = z.strictObject({ wait: durationSchema })

export type SaveAction = z.infer<typeof saveSchema>
export type EffectAction = z.infer<typeof effectSchema>
export type CallAction = z.infer<typeof callSchema>
export type PublishAction = z.infer<typeof publishSchema>
export type PushAction = z.infer<typeof pushSchema>
export type ReplyAction = z.infer<typeof replySchema>
export type FailAction = z.infer<typeof failSchema>
type DedupeAction = z.infer<typeof dedupeSchema>
export type WaitAction = z.infer<typeof waitSchema>

export interface IfAction {
  if: string
  then: Action[]
  else?: Action[] | undefined
}
export interface TransactionAction {
  transaction: Action[]
}
export interface SagaStage {
  do: Action | Action[]
  undo?: Action | Action[] | undefined
}
export interface SagaAction {
  saga: SagaStage[]
}

export type Action =
  | SaveAction
  | EffectAction
  | CallAction
  | PublishAction
  | PushAction
  | ReplyAction
  | FailAction
  | DedupeAction
  | WaitAction
  | IfAction
  | TransactionAction
  | SagaAction

export const ACTION_KINDS = [
  'save',
  'effect',
  'call',
  'publish',
  'push',
  'reply',
  'fail',
  'if',
  'dedupe',
  'transaction',
  'saga',
  'wait',
] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

export function actionKind(action: Action): ActionKind {
  for (const kind of ACTION_KINDS) if (kind in action) return kind
  throw new Error(`an action of no kind: ${JSON.stringify(action)}`)
}

const ACTIONS_MAX = 200
const actions: z.ZodType<Action[]> = z.lazy(() => z.array(actionSchema).max(ACTIONS_MAX))
const oneOrMore = z.lazy(() => z.union([actionSchema, actions]))

const expression = z.string().min(1).max(2_000)

const ifSchema = z.strictObject({
  if: expression,
  // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
  then: actions,
  else: actions.optional(),
})
const transactionSchema = z.strictObject({ transaction: actions })
const sagaSchema = z.strictObject({
  saga: z.array(z.strictObject({ do: oneOrMore, undo: oneOrMore.optional() })).max(ACTIONS_MAX),
})

export const actionSchema: z.ZodType<Action> = z.union([
  saveSchema,
  effectSchema,
  callSchema,
  publishSchema,
  pushSchema,
  replySchema,
  failSchema,
  ifSchema,
  dedupeSchema,
  transactionSchema,
  sagaSchema,
  waitSchema,
])

export const actionsSchema = actions
