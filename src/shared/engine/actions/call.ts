/** A synchronous request, sent when the handler gets there. What follows is in calling.ts. */
import type { CallAction } from '../../scenario/action'
import type { Connection } from '../../scenario/connection'
import { sendRequest } from '../calling'
import { type Delay, delayOf, toUs } from '../delay'
import type { Flattener } from '../flattener'
import type { CallOp } from '../op'
import type { OpRule } from '../op-rule'
import { PROTOCOL_RULES } from '../protocols/table'
import { answererOf } from '../reaching'

export const call: OpRule<'call'> = {
  proceed(draft, token, op) {
    sendRequest(draft, token, op)
  },
}

export function flattenCall(action: CallAction, into: Flattener, path: string): void {
  const { names } = into
  const line = names.line(action.call)
  const connection = line === undefined ? undefined : names.connectionAt(line)
  if (line === undefined || connection === undefined || !isCallable(into, connection)) {
    const { id } = names.serviceAt(into.source.service)
    names.error('engine/not-callable', path, { service: id, id: action.call })
    return
  }
  const { stimulus } = into.source
  const message = stimulus?.operation ?? connection.operation ?? connection.id
  const isKeyed =
    action.idempotencyKey ?? stimulus?.idempotencyKey ?? connection.idempotencyKey ?? false
  const callee = answererOf(into.assembly, line, message, isKeyed, stimulus?.body)
  if (callee === undefined)
    names.warn('engine/not-answered', `connections[${line}]`, { service: connection.to, message })
  const backoff = action.backoff ?? connection.backoff
  addCall(into, line, {
    message,
    ...(callee !== undefined && { callee }),
    timeoutUs: timeoutUs(into, line, action.timeout ?? stimulus?.timeoutMs),
    retries: action.retries ?? stimulus?.retries ?? connection.retries ?? 0,
    ...(backoff !== undefined && { backoff: delayOf(backoff, 0) }),
    idempotencyKey: isKeyed,
    onFailure: action.onFailure ?? 'fail',
    isStimulus: stimulus !== undefined,
  })
}

function isCallable(into: Flattener, connection: Connection): boolean {
  const { names } = into
  const callee = names.service(connection.to)
  if (callee === undefined || names.service(connection.from) !== into.source.service) return false
  const { kind } = names.serviceAt(callee)
  if (kind === 'database' || kind === 'broker') return false
  return PROTOCOL_RULES[connection.protocol].use === 'ask'
}

/** In microseconds: what the action says, else its line, else the protocol's default. */
export function timeoutUs(into: Flattener, line: number, ownMs: number | undefined): number {
  const connection = into.names.connectionAt(line)
  return toUs(ownMs ?? connection.timeout ?? PROTOCOL_RULES[connection.protocol].timeoutMs)
}

type CallOptions = Pick<
  CallOp,
  'message' | 'callee' | 'timeoutUs' | 'retries' | 'idempotencyKey' | 'onFailure' | 'isStimulus'
> & { readonly backoff?: Delay }

/** The op of a call and the places it needs while it is under way. */
export function addCall(into: Flattener, line: number, options: CallOptions): void {
  const { assembly } = into
  const [waiting, backingOff, request] = [
    assembly.reserve(),
    assembly.reserve(),
    assembly.reserve(),
  ]
  const response = assembly.response(line, options.message)
  const connectTimeoutUs = toUs(into.names.connectionAt(line).connectTimeout ?? 0)
  const connecting = connectTimeoutUs > 0 ? assembly.reserve() : 0
  const places = { waiting, connecting, backingOff, request, response }
  const op = into.add({ op: 'call', line, ...options, connectTimeoutUs, ...places })
  if (connecting > 0) assembly.fill(connecting, { at: 'connecting', op })
  assembly.fill(waiting, { at: 'waiting', op })
  assembly.fill(backingOff, { at: 'backoff', op })
  assembly.fill(request, { at: 'request', op })
}
