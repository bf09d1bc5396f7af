/**
 * Roles of an answer: parts that services play, told by what a service does and never by its id or name.
 * Data, so that a drill can bring roles of its own without code.
 */
import { PROTOCOLS } from '../scenario/connection'
import { SERVICE_KINDS, SERVICE_ROLES } from '../scenario/service'
import { textSchema } from '../scenario/text'
import { z } from '../scenario/zod'

export const roleNameSchema = z.string().regex(/^[a-z][A-Za-z0-9-]{0,39}$/)
export const wordSchema = z.string().min(1).max(60)

/** Everything that is said in one trait must be true of the service. */
const traitSchema = z.strictObject({
  kind: z.enum(SERVICE_KINDS).optional(),
  /** The palette's service, which brings its behaviour along. */
  palette: z.enum(SERVICE_ROLES).optional(),
  /** One of its handlers starts an order. */
  creates: z.literal('order').optional(),
  /** One of its handlers saves such a row; `*` for any row. */
  saves: wordSchema.optional(),
  /** One of its handlers does such an effect. */
  effect: wordSchema.optional(),
  /** It is the provider that such an effect is asked of. */
  provides: wordSchema.optional(),
  /** It answers an operation called so. */
  answers: wordSchema.optional(),
  /** It publishes an event called so. */
  announces: wordSchema.optional(),
  /** It stands in this layer, counted from the top, or in this ring, counted from the centre; 0 first. */
  layer: z.number().int().min(0).max(100).optional(),
  ring: z.number().int().min(0).max(100).optional(),
  /** A line of such a protocol leaves it. */
  uses: z.enum(PROTOCOLS).optional(),
  /** It makes services of each of these roles work: by a call or by a message. */
  commands: z.array(roleNameSchema).min(1).max(10).optional(),
  /** Services of each of these roles ask it and wait for the answer, through a gateway or not. */
  askedBy: z.array(roleNameSchema).min(1).max(10).optional(),
  /** It plays none of these. */
  not: z.array(roleNameSchema).max(10).optional(),
})
export type Trait = z.infer<typeof traitSchema>

export const roleSchema = z.strictObject({
  title: textSchema,
  /** The first trait that any service has decides; all services that have it play the role. */
  does: z.array(traitSchema).min(1).max(10),
})
export type Role = z.infer<typeof roleSchema>

export const ROLES: Readonly<Record<string, Role>> = {
  client: { title: { en: 'the client', ru: 'клиент' }, does: [{ kind: 'client' }] },
  orders: {
    title: { en: 'who keeps the orders', ru: 'кто хранит заказы' },
    does: [
      { saves: 'order' },
      { creates: 'order', not: ['orchestrator'] },
      { palette: 'orders' },
      { saves: '*', askedBy: ['client'], not: ['orchestrator'] },
    ],
  },
  charging: {
    title: { en: 'who charges the card', ru: 'кто списывает деньги с карты' },
    does: [{ effect: 'charge' }, { palette: 'charging' }],
  },
  bank: {
    title: { en: 'the bank', ru: 'банк' },
    does: [{ kind: 'external', provides: 'charge' }],
  },
  notifications: {
    title: { en: 'who notifies the customer', ru: 'кто уведомляет клиента' },
    does: [{ effect: 'notify' }, { palette: 'notifications' }],
  },
  users: {
    title: { en: 'who keeps the users', ru: 'кто хранит пользователей' },
    does: [
      { answers: 'user', not: ['client'] },
      { saves: 'user' },
      { announces: 'user', not: ['client', 'orders'] },
      { palette: 'users' },
    ],
  },
  payment: {
    title: { en: 'who owns the payment', ru: 'кто отвечает за оплату' },
    does: [
      { commands: ['charging'], not: ['client', 'orders', 'orchestrator', 'charging'] },
      { saves: 'payment', not: ['charging', 'orders', 'orchestrator'] },
      { palette: 'payment' },
    ],
  },
  orchestrator: {
    title: { en: 'the orchestrator', ru: 'оркестратор' },
    does: [
      { kind: 'orchestrator' },
      { palette: 'orchestrator' },
      { commands: ['charging', 'notifications'], not: ['client', 'charging', 'notifications'] },
    ],
  },
}
