/**
 * Services that say no for a business reason, as a check has it: sold out once the card is charged. A refusal
 * is an answer: definite, and nothing is done. A command by a message is given up at once, which is all that a
 * consumer can say of itself.
 */
import { handlersOf } from '../engine/infer'
import type { Handler } from '../scenario/handler'
import type { Scenario } from '../scenario/scenario'
import type { Service } from '../scenario/service'
import type { Given } from './behaviour'
import type { Cast } from './cast'
import type { PlainBoard } from './plain-words'
import { inWordsOf } from './promise'

type Refusal = NonNullable<Given['refuses']>[number]

/** `409 Conflict` (RFC 9110 section 15.5.10), and what gRPC calls FAILED_PRECONDITION. */
const HTTP_CONFLICT = 409
const GRPC_FAILED_PRECONDITION = 9

/** The services of a board, of which those who play the role look first whether they are to refuse. */
export function withRefusal(
  cast: Cast,
  plain: PlainBoard,
  services: readonly Service[],
  { role, while: condition }: Refusal,
): Service[] {
  return services.map((service) => {
    if (!cast.plays(service.id, role)) return service
    const handlers = handlersOf(plain.board, service).map((handler): Handler => {
      const no = { fail: refusedWith(plain.board, service, handler), requeue: false }
      // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
      return { ...handler, do: [{ if: inWordsOf(plain, condition), then: [no] }, ...handler.do] }
    })
    return { ...service, handlers }
  })
}

function refusedWith({ connections }: Scenario, { id }: Service, { on }: Handler): number {
  const line = connections.find(
    (one) =>
      one.to === id &&
      (('connection' in on && on.connection === one.id) ||
        ('operation' in on && on.operation === one.operation)),
  )
  return line?.protocol === 'grpc' ? GRPC_FAILED_PRECONDITION : HTTP_CONFLICT
}
