/** A raw HTTP/1.1 request that is typed, and read as a server would read it. */
import { z } from '../scenario/zod'
import { type RequestFault, readRequest } from '../wire/http/read-request'

const word = z.string().min(1).max(200)

export const requestSchema = z.strictObject({
  method: word.optional(),
  target: word.optional(),
  /** These fields, whatever they say. */
  fields: z.array(word).max(20).optional(),
  /** Whether something is sent with it. */
  body: z.boolean().optional(),
  /** One that is right. */
  sample: z.string().min(1).max(5_000),
})
export type RequestQuestion = z.infer<typeof requestSchema>

/** What makes it no request, or another than was asked for. */
export type TypedFault =
  | RequestFault
  | { readonly fault: 'otherMethod' | 'otherTarget' | 'noField'; readonly text: string }
  | { readonly fault: 'noBody' }

/** Everything at once, in the order in which a reader meets it. */
export function requestFaults(asked: RequestQuestion, typed: string): readonly TypedFault[] {
  const { request, faults } = readRequest(typed)
  const { method, target, fields = [], body } = asked
  const has = (name: string) =>
    request.fields.some(([one]) => one.toLowerCase() === name.toLowerCase())
  const isRead = !faults.some(({ fault }) => fault === 'noRequestLine')
  const missing = (fault: 'otherMethod' | 'otherTarget' | 'noField', text: string): TypedFault => ({
    fault,
    text,
  })
  return [
    ...faults,
    ...(isRead && method !== undefined && request.method !== method
      ? [missing('otherMethod', method)]
      : []),
    ...(isRead && target !== undefined && request.target !== target
      ? [missing('otherTarget', target)]
      : []),
    ...fields.filter((name) => !has(name)).map((name) => missing('noField', name)),
    ...(body === true && request.body === '' ? [{ fault: 'noBody' } as const] : []),
  ]
}
