/**
 * Where it makes no difference how often a message was delivered: where it can never be given up for that. A
 * message goes back to its queue by a fault or by its handler's failure. If the handler does not fail without a
 * fault of its own each time, there are as many ways back as faults; if they are fewer than the deliveries
 * that the queue allows, nobody ever asks for their number.
 */
import type { CallOp, Op } from './op'
import type { HandlerProgram, Program } from './program'

/** For each place the bits of each word of a token there that are kept. */
export type KeptOfTokens = readonly Uint32Array[]

/** undefined: all bits everywhere. */
export function keptOfTokens(program: Program): KeptOfTokens | undefined {
  const { deliveries } = program.layout.token
  const isUncounted = program.queues.map((queue) => isNeverGivenUp(program, queue.index))
  if (deliveries.bits === 0 || !isUncounted.includes(true)) return undefined
  const all = new Uint32Array(program.layout.tokenWords).fill(0xffffffff)
  const uncounted = new Uint32Array(program.layout.tokenWords)
  deliveries.set(uncounted, 0, deliveries.mask)
  for (let i = 0; i < uncounted.length; i += 1) uncounted[i] = ~(uncounted[i] as number)
  return program.places.map((place) => {
    const queue =
      place.at === 'queued' ? place.queue : 'op' in place ? queueOf(program, place.op) : undefined
    return isUncounted[queue ?? -1] === true ? uncounted : all
  })
}

function queueOf(program: Program, op: Op): number | undefined {
  return program.handlers[op.handler]?.queue
}

function isNeverGivenUp(program: Program, index: number): boolean {
  const queue = program.queues[index]
  if (queue === undefined || faultsOf(program) >= queue.maxDeliveries) return false
  return program.handlers.every((handler) => handler.queue !== index || isSteady(program, handler))
}

function faultsOf({ budgets, faultsMax }: Program): number {
  if (budgets === undefined) return Number.POSITIVE_INFINITY
  return faultsMax ?? Object.values(budgets).reduce((sum, count) => sum + count, 0)
}

/** Each failure takes a fault of its own. */
function isSteady(program: Program, handler: HandlerProgram): boolean {
  if (program.keys.some(({ poison }) => poison === handler.service)) return false
  return opsOf(program, handler).every((op) => {
    switch (op.op) {
      case 'fail':
      case 'undone':
        return false
      case 'commit':
        return op.line === undefined
      case 'publish':
        return op.publication.brokers.length === 0 && !op.mandatory
      case 'call':
        return op.onFailure === 'continue' || isAnswered(program, op)
      default:
        return true
    }
  })
}

/** Asked by each of its requests that arrives, somebody who never goes away says yes. */
function isAnswered(program: Program, { callee, line }: CallOp): boolean {
  const handler = program.handlers[callee ?? -1]
  const service = program.services[program.lines[line]?.to ?? -1]
  if (handler === undefined || handler.idempotent !== undefined) return false
  if ((service?.maxRequests ?? 0) > 0) return false
  if ((program.budgets?.partition ?? 0) > 0) return false
  if (service?.stoppedBy.length !== 0 && (program.budgets?.crash ?? 0) > 0) return false
  if (program.keys.some(({ poison }) => poison === handler.service)) return false
  return opsOf(program, handler).every((op) => {
    if (op.op === 'reply') return program.outcomes[op.outcome]?.outcome === 'ok'
    return op.op === 'effect' || op.op === 'wait' || op.op === 'finish'
  })
}

function opsOf(program: Program, handler: HandlerProgram): readonly Op[] {
  return program.ops.filter((op) => op.handler === handler.index)
}
