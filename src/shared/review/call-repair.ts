/** Putting right what is said about a call: where it is said, on the action, by the customer or on the line. */
import type { Stimulus } from '../scenario/scenario'
import type { CallRead } from './reading/calls'
import type { Reading } from './reading/reading'
import type { Repair } from './repair'

/** A key on every request of this one's line, and handlers that honour it. */
export function sendKey(repair: Repair, reading: Reading, call: CallRead): Repair {
  const alike = (reading.callsOn.get(call.line.id) ?? []).filter(({ kind }) => kind === 'call')
  if (alike.some((one) => saidKey(one) === undefined))
    repair.line(call.line.id, { idempotencyKey: true })
  for (const one of alike) {
    if (saidKey(one) === false) sayOnSender(repair, one, { idempotencyKey: true })
    if (one.callee) repair.idempotent(one.callee)
  }
  return repair
}

function saidKey({ site, stimulus }: CallRead): boolean | undefined {
  if (stimulus) return stimulus.stimulus.idempotencyKey
  return site && 'call' in site.action ? site.action.idempotencyKey : undefined
}

type Said = Partial<Pick<Stimulus, 'timeout' | 'retries' | 'idempotencyKey'>>

function sayOnSender(repair: Repair, { site, stimulus }: CallRead, said: Said): Repair {
  if (stimulus) return repair.stimulus(stimulus.index, said)
  if (!site) return repair
  return repair.action(site, (action) => ['call' in action ? { ...action, ...said } : action])
}

/** Said by the action or the customer; otherwise the line says it, or nobody. */
export function hasOwnTimeout({ site, stimulus }: CallRead): boolean {
  if (stimulus) return stimulus.stimulus.timeout !== undefined
  return site !== undefined && 'timeout' in site.action && site.action.timeout !== undefined
}

/** Another timeout, set where the present one is said. */
export function giveTimeout(repair: Repair, call: CallRead, timeout: number): Repair {
  const { site, stimulus, line } = call
  if (!hasOwnTimeout(call)) return repair.line(line.id, { timeout })
  if (stimulus) return repair.stimulus(stimulus.index, { timeout })
  if (!site) return repair
  return repair.action(site, (action) => [
    'call' in action || 'effect' in action ? { ...action, timeout } : action,
  ])
}

/** The call repeated at least so often, with what makes repeating it safe. */
export function repeatSafely(repair: Repair, call: CallRead, retriesMin: number): Repair {
  const retries = Math.max(retriesMin, call.retries)
  if (call.kind === 'effect' && call.site) {
    return repair.action(call.site, (action) => [
      'effect' in action ? { ...action, once: true, retries } : action,
    ])
  }
  if (call.callee) repair.idempotent(call.callee)
  return sayOnSender(repair, call, { retries, idempotencyKey: true })
}
