/**
 * The answer as a check runs it: the customers and the world of the check, its promises and its faults,
 * and of the answer nothing changed but names.
 */
import { PROTOCOL_RULES } from '../engine/protocols/table'
import type { Connection } from '../scenario/connection'
import type { Fault, Invariant, Scenario, Stimulus } from '../scenario/scenario'
import type { Given, RunFault } from './behaviour'
import type { Cast } from './cast'
import type { PlainBoard } from './plain-words'
import { withRefusal } from './refusals'
import type { Why } from './why'
import { means } from './words'

export type Varied =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly why: Why }

export interface Variation {
  readonly given?: Given | undefined
  readonly faults?: readonly RunFault[] | undefined
  readonly invariants: readonly Invariant[]
}

/** Not where nobody on the board can be asked so, decline so, or fail so: then it says why. */
export function variantOf(cast: Cast, plain: PlainBoard, variation: Variation): Varied {
  const stimuli: Stimulus[] = []
  for (const [index, wanted] of (variation.given?.stimuli ?? [{ request: 'order' }]).entries()) {
    const line = requestLine(cast, wanted.request, wanted.method)
    if (line === undefined)
      return { ok: false, why: { why: 'noRequest', word: wanted.method ?? wanted.request } }
    const { key = 'o1', at = index * 100, times, poison, idempotencyKey, body } = wanted
    const poisoned = poison && cast.services(poison)[0]
    if (poison !== undefined && !poisoned)
      return { ok: false, why: { why: 'noRole', role: poison } }
    stimuli.push({
      ...asTheAnswerSends(cast, line),
      connection: line.id,
      key,
      at,
      ...(times !== undefined && { times }),
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      ...(body !== undefined && { body }),
      ...(poisoned && { poison: poisoned.id }),
    })
  }
  const outcomes = outcomesOf(cast, plain, variation.given?.outcomes ?? {})
  if (!outcomes.ok) return outcomes
  let { services } = outcomes
  for (const refusal of variation.given?.refuses ?? []) {
    const { role } = refusal
    if (cast.services(role).length === 0) return { ok: false, why: { why: 'noRole', role } }
    services = withRefusal(cast, plain, services, refusal)
  }
  const faults: Fault[] = []
  for (const wanted of variation.faults ?? []) {
    const fault = faultOf(cast, plain, wanted)
    if (!fault.ok) return fault
    faults.push(fault.fault)
  }
  const { faults: _drawn, ...board } = plain.board
  return {
    ok: true,
    scenario: {
      ...board,
      services,
      stimuli,
      invariants: [...variation.invariants],
      ...(faults.length > 0 && { faults }),
    },
  }
}

/** The customer's line for a request; for an order the first one that is no cancellation. */
function requestLine(
  { board, words }: Cast,
  request: string,
  method?: string,
): Connection | undefined {
  const clients = new Set(board.services.filter((one) => one.kind === 'client').map(({ id }) => id))
  const lines = board.connections.filter(({ from, protocol }) => {
    const { use } = PROTOCOL_RULES[protocol]
    return clients.has(from) && (use === 'ask' || use === 'publish' || use === 'push')
  })
  if (method !== undefined)
    return lines.find(({ operation = '' }) => operation.toUpperCase().startsWith(`${method} `))
  const is = (line: Connection, meaning: string) =>
    [line.operation, line.event].some((word) => word !== undefined && means(word, meaning, words))
  const wanted = lines.filter(
    (line) => is(line, request) && (request === 'cancel' || !is(line, 'cancel')),
  )
  if (wanted.length > 0) return wanted[0]
  if (request !== 'order') return undefined
  const sent = new Set((board.stimuli ?? []).map(({ connection }) => connection))
  return lines.find(({ id }) => sent.has(id)) ?? lines.find((line) => !is(line, 'cancel'))
}

/** The patience and the keys that the answer gives its customer are part of the answer. */
function asTheAnswerSends({ board }: Cast, { id }: Connection): Partial<Stimulus> {
  const given = (board.stimuli ?? []).find(({ connection }) => connection === id)
  const { key: _k, at: _a, times: _t, poison: _p, body: _b, ...kept } = given ?? {}
  return kept
}

type WithOutcomes =
  | { readonly ok: true; readonly services: Scenario['services'] }
  | { readonly ok: false; readonly why: Why }

function outcomesOf(
  cast: Cast,
  { board, effects }: PlainBoard,
  wanted: NonNullable<Given['outcomes']>,
): WithOutcomes {
  const asked = Object.entries(wanted).flatMap(([meaning, how]) =>
    (effects.get(meaning) ?? []).map((effect) => [effect, how] as const),
  )
  const providers = new Set(
    cast.reading.calls.flatMap((call) => (call.kind === 'effect' ? [call.to.id] : [])),
  )
  if (asked.length < Object.keys(wanted).length || (asked.length > 0 && providers.size === 0))
    return { ok: false, why: { why: 'nobodyDecides', word: Object.keys(wanted).join(', ') } }
  const services = board.services.map((service) => {
    if (service.kind !== 'external') return service
    const all = Object.keys(service.outcomes ?? {}).map((effect) => [effect, 'ok'] as const)
    return { ...service, outcomes: Object.fromEntries([...all, ...asked]) }
  })
  return { ok: true, services }
}

type FoundFault =
  | { readonly ok: true; readonly fault: Fault }
  | { readonly ok: false; readonly why: Why }

function faultOf(cast: Cast, plain: PlainBoard, wanted: RunFault): FoundFault {
  const { kind: what, at, after } = wanted
  const kind = { kind: what, ...(wanted.for !== undefined && { for: wanted.for }) }
  const effect = after?.effect && (plain.effects.get(after.effect)?.[0] ?? after.effect)
  const saved = after?.save && (plain.entities.get(after.save)?.[0] ?? after.save)
  const action = effect ?? saved
  const moment = after && {
    ...(action !== undefined && { action }),
    ...(after.step !== undefined && { step: after.step }),
    ...(after.nth !== undefined && { nth: after.nth }),
  }
  const when = moment && { after: moment }
  if ('role' in at) {
    const service = cast.services(at.role)[0]
    if (!service) return { ok: false, why: { why: 'noRole', role: at.role } }
    return { ok: true, fault: { ...kind, at: { service: service.id, ...when } } }
  }
  const line = cast.board.connections.find(
    ({ from, to }) => cast.plays(from, at.from) && cast.plays(to, at.to),
  )
  if (!line) return { ok: false, why: { why: 'noLine', from: at.from, to: at.to, by: 'any' } }
  return { ok: true, fault: { ...kind, at: { connection: line.id, ...when } } }
}
