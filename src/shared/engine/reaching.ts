/**
 * Which handler a request, a frame or an effect reaches. A line into a service that has handlers, none of
 * which is meant, reaches nobody: a request is answered "not found".
 */
import type { Action } from '../scenario/action'
import type { Assembly } from './assembly'
import { PROTOCOL_RULES } from './protocols/table'

/** What a request without a key is told that needs one: draft-ietf-httpapi-idempotency-key-header, 2.7. */
const BAD_REQUEST = 400
const INVALID_ARGUMENT = 3

/** The handler that answers requests of this name on this line; undefined: nobody does. */
export function answererOf(
  assembly: Assembly,
  line: number,
  operation: string,
  isKeyed: boolean,
  body?: string,
): number | undefined {
  const { names } = assembly
  const connection = names.connectionAt(line)
  const service = names.service(connection.to)
  if (service === undefined) return undefined
  const { kind } = names.serviceAt(service)
  if (kind === 'external' && names.serviceAt(service).handlers === undefined)
    return providerOf(assembly, line, operation, [])
  const found = assembly.matching(service, line, { operation })
  if (found === undefined) return undefined
  const { handler, index } = found
  const usesKey = isKeyed && handler.idempotent === true
  const name = `${service}/${index} answers ${line} ${operation} ${usesKey}`
  const isTurnedAway = handler.needsKey === true && !isKeyed
  return assembly.handler(usesKey && body !== undefined ? `${name} ${body}` : name, () => ({
    service,
    actions: isTurnedAway
      ? [{ fail: connection.protocol === 'grpc' ? INVALID_ARGUMENT : BAD_REQUEST }]
      : handler.do,
    path: assembly.pathOf(service, index),
    trigger: operation,
    line,
    response: assembly.response(line, operation),
    creates: handler.creates === 'order' && !isTurnedAway,
    quiet: kind === 'external',
    ...(usesKey && { idempotent: assembly.tables.idempotent() }),
    ...(usesKey && assembly.tellsBodies && { bodies: assembly.family(name) }),
    ...(usesKey && body !== undefined && { body }),
  }))
}

/** An external provider does what it is asked and answers; `outcomes` says how it feels about it. */
export function providerOf(
  assembly: Assembly,
  line: number,
  message: string,
  effects: readonly Action[],
): number {
  const { names } = assembly
  const connection = names.connectionAt(line)
  const service = names.service(connection.to) as number
  const { statuses } = PROTOCOL_RULES[connection.protocol]
  const outcome = names.serviceAt(service).outcomes?.[message] ?? 'ok'
  const answers: Readonly<Record<typeof outcome, readonly Action[]>> = {
    ok: [...effects, { reply: statuses.ok }],
    declined: [{ reply: statuses.declined }],
    error: [{ fail: statuses.failed }],
  }
  const what = JSON.stringify(effects)
  return assembly.handler(`${service} provides ${line} ${message} ${what}`, () => ({
    service,
    actions: answers[outcome],
    path: '',
    trigger: message,
    line,
    response: assembly.response(line, message),
    quiet: true,
    isProvider: true,
  }))
}

/** The handler that a frame on this line reaches at the given end; undefined: it is only received. */
export function receiverOf(assembly: Assembly, line: number, service: number): number | undefined {
  const found = assembly.matching(service, line, {})
  if (found === undefined) return undefined
  const { handler, index } = found
  const { names } = assembly
  const connection = names.connectionAt(line)
  return assembly.handler(`${service}/${index} receives ${line}`, () => ({
    service,
    actions: handler.do,
    path: assembly.pathOf(service, index),
    trigger: connection.operation ?? connection.event ?? connection.id,
    line,
    creates: handler.creates === 'order',
    quiet: names.serviceAt(service).kind === 'client',
  }))
}
