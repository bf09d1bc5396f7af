/** The scenario's own `faults`: what each waits for. */
import { isBrokered } from '../scenario/connection'
import type { Fault, FaultKind } from '../scenario/scenario'
import type { Assembly } from './assembly'
import { type ImpliedBrokers, serviceOfImplied } from './implied-brokers'
import type { Names } from './names'
import type { ScriptProgram } from './program'
import { PROTOCOL_RULES } from './protocols/table'

/** What is broken for a while; the rest happens to one message. */
const LASTING: ReadonlySet<FaultKind> = new Set(['crash', 'stop-broker', 'partition'])
const ON_SERVICES: ReadonlySet<FaultKind> = new Set(['crash'])

/** `implied`: the brokers that only lines imply, by which a stopped one is found. */
export function compileFaults(
  assembly: Assembly,
  implied: ImpliedBrokers,
): readonly ScriptProgram[] {
  const { names } = assembly
  return (names.scenario.faults ?? []).flatMap((fault, index) => {
    const path = `faults[${index}]`
    if (fault.for !== undefined && !LASTING.has(fault.kind))
      names.error('engine/fault-of-no-length', `${path}.for`, { fault: fault.kind })
    if (!hasSuchHalf(names, implied, fault, path)) return []
    const awaited =
      fault.kind === 'stop-broker'
        ? stopScript(assembly, implied, fault, path)
        : scriptOf(names, fault, path)
    if (awaited === undefined) return []
    const script = index
    return [{ fault, place: assembly.put({ at: 'script', script }), ...awaited }]
  })
}

/** Only a line whose broker nobody drew has halves, and only a cut takes one of them. */
function hasSuchHalf(
  names: Names,
  implied: ImpliedBrokers,
  { kind, at }: Fault,
  path: string,
): boolean {
  if (!('connection' in at) || at.half === undefined) return true
  const line = names.line(at.connection)
  if (line === undefined) return false
  if (kind === 'partition' && implied.some((group) => group.includes(line))) return true
  names.error('engine/no-half', `${path}.at.half`, { id: at.connection })
  return false
}

type Awaited = Pick<ScriptProgram, 'service' | 'line' | 'awaits'>

function scriptOf(names: Names, fault: Fault, path: string): Awaited | undefined {
  const isService = 'service' in fault.at
  if (isService !== ON_SERVICES.has(fault.kind)) {
    const code = isService ? 'engine/fault-on-connection' : 'engine/fault-on-service'
    names.error(code, `${path}.at`, { fault: fault.kind })
    return undefined
  }
  if ('service' in fault.at) return crashScript(names, fault, fault.at.service, path)
  if (fault.kind === 'partition') return partitionScript(names, fault, path)
  return messageScript(names, fault, fault.at.connection)
}

function crashScript(
  names: Names,
  { at: { after } }: Fault,
  id: string,
  path: string,
): Awaited | undefined {
  const service = names.service(id)
  if (service === undefined) return undefined
  const { kind } = names.serviceAt(service)
  if (kind === 'client' || kind === 'external') {
    names.error('engine/cannot-crash', `${path}.at.service`, { service: id })
    return undefined
  }
  // Without a moment it is down from the start.
  if (after === undefined) return { service, awaits: { nth: 0 } }
  return { service, awaits: awaited(after) }
}

/** Of the broker that is named, that the line leads to or from, or that it implies; from the start, as a crash. */
function stopScript(
  assembly: Assembly,
  implied: ImpliedBrokers,
  { at }: Fault,
  path: string,
): Awaited | undefined {
  const { names } = assembly
  const isService = 'service' in at
  const line = isService ? undefined : names.line(at.connection)
  const named = isService ? names.service(at.service) : undefined
  if (named === undefined && line === undefined) return undefined
  const { from = '', to = '' } = line === undefined ? {} : names.connectionAt(line)
  const drawn = (line === undefined ? [named] : [to, from].map((id) => names.service(id))).find(
    (one) => one !== undefined && names.serviceAt(one).kind === 'broker',
  )
  const broker = implied.findIndex((lines) => line !== undefined && lines.includes(line))
  if (drawn === undefined && broker < 0) {
    const id = isService ? at.service : at.connection
    names.error('engine/no-broker', `${path}.at.${isService ? 'service' : 'connection'}`, { id })
    return undefined
  }
  return {
    service: drawn ?? serviceOfImplied(assembly, broker),
    ...(line !== undefined && { line }),
    awaits: at.after === undefined ? { nth: 0 } : awaited(at.after),
  }
}

/** Without a moment it is cut from the start. */
function partitionScript(names: Names, { at }: Fault, path: string): Awaited | undefined {
  if ('service' in at) return undefined
  const { connection: id, after } = at
  const line = names.line(id)
  if (line === undefined) return undefined
  if (PROTOCOL_RULES[names.connectionAt(line).protocol].use === 'none') {
    names.error('engine/nothing-to-cut', `${path}.at.connection`, { id })
    return undefined
  }
  return { line, awaits: after === undefined ? { nth: 0 } : awaited(after) }
}

/** Without a moment: the first message of its sort on the line. */
function messageScript(
  names: Names,
  { kind, at: { after } }: Fault,
  id: string,
): Awaited | undefined {
  const line = names.line(id)
  if (line === undefined) return undefined
  if (after?.action !== undefined || after?.step !== undefined)
    return { line, awaits: awaited(after) }
  const isEvent = isBrokered(names.connectionAt(line).protocol)
  const step = !isEvent && kind === 'lose-response' ? 'response.sent' : sentBy(isEvent)
  const isBeforeSending = isEvent && kind === 'lose-request'
  const nth = after?.nth ?? 1
  return { line, awaits: { step, nth: isBeforeSending ? nth - 1 : nth } }
}

function sentBy(isEvent: boolean): string {
  return isEvent ? 'event.published' : 'request.sent'
}

function awaited(after: NonNullable<Fault['at']['after']>): ScriptProgram['awaits'] {
  const { step, action, nth } = after
  return {
    ...(step !== undefined && { step }),
    ...(action !== undefined && { action }),
    nth: nth ?? 1,
  }
}
