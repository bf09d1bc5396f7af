/** Requests and what is said about them: on the action, by the customer, on the line, or not at all. */
import { providerLine } from '../../engine/actions/effect'
import { PROTOCOL_RULES } from '../../engine/protocols/table'
import type { CallAction, EffectAction } from '../../scenario/action'
import type { Connection } from '../../scenario/connection'
import type { Duration } from '../../scenario/duration'
import type { Stimulus } from '../../scenario/scenario'
import type { Service } from '../../scenario/service'
import type { Finder } from './finder'
import type { HandlerRead, Site } from './parts'

export interface CallRead {
  /** `effect`: it asks a provider for an effect, with an idempotency key where it is `once`. */
  readonly kind: 'call' | 'effect'
  /** The action that sends it, or the stimulus. */
  readonly site?: Site
  readonly stimulus?: { readonly index: number; readonly stimulus: Stimulus }
  readonly path: string
  readonly line: Connection
  readonly lineIndex: number
  readonly from: Service
  readonly to: Service
  readonly message: string
  readonly timeoutMs: number
  /** Somebody said how long; otherwise it is the simulator's own default. */
  readonly isTimeoutSaid: boolean
  readonly retries: number
  readonly backoff?: Duration
  readonly isKeyed: boolean
  /** Who answers; undefined at a provider without handlers, and where nobody does. */
  readonly callee?: HandlerRead
}

export function callsOf(finder: Finder): readonly CallRead[] {
  const asked = finder.stimuli.flatMap((stimulus, index) => stimulusCall(finder, stimulus, index))
  const sent = finder.handlers.flatMap((handler) =>
    handler.sites.flatMap((site) => {
      const { action } = site
      if ('call' in action) return siteCall(finder, site, action)
      return 'effect' in action ? effectCall(finder, site, action) : []
    }),
  )
  return [...asked, ...sent]
}

function stimulusCall(finder: Finder, stimulus: Stimulus, index: number): readonly CallRead[] {
  const line = finder.names.line(stimulus.connection)
  if (line === undefined) return []
  const path = `stimuli[${index}]`
  const about = { path, stimulus: { index, stimulus } }
  return callOn(finder, line, about, stimulus, stimulus.operation)
}

function siteCall(finder: Finder, site: Site, action: CallAction): readonly CallRead[] {
  const line = finder.names.line(action.call)
  if (line === undefined) return []
  if (finder.names.connectionAt(line).from !== site.in.service.id) return []
  return callOn(finder, line, { path: site.path, site }, action, undefined)
}

interface Said {
  readonly timeout?: number | undefined
  readonly retries?: number | undefined
  readonly backoff?: Duration | undefined
  readonly idempotencyKey?: boolean | undefined
}

function callOn(
  finder: Finder,
  lineIndex: number,
  about: Pick<CallRead, 'path' | 'site' | 'stimulus'>,
  said: Said,
  operation: string | undefined,
): readonly CallRead[] {
  const { names } = finder
  const line = names.connectionAt(lineIndex)
  const [from, to] = [names.service(line.from), names.service(line.to)]
  if (from === undefined || to === undefined || !isAsked(line, names.serviceAt(to))) return []
  const message = operation ?? line.operation ?? line.id
  const callee = finder.taker(to, lineIndex, { operation: message })
  const backoff = said.backoff ?? line.backoff
  return [
    {
      kind: 'call',
      ...about,
      line,
      lineIndex,
      from: names.serviceAt(from),
      to: names.serviceAt(to),
      message,
      ...timeoutOf(line, said.timeout),
      retries: said.retries ?? line.retries ?? 0,
      ...(backoff !== undefined && { backoff }),
      isKeyed: said.idempotencyKey ?? line.idempotencyKey ?? false,
      ...(callee && { callee }),
    },
  ]
}

function isAsked(line: Connection, to: Service): boolean {
  return (
    PROTOCOL_RULES[line.protocol].use === 'ask' && to.kind !== 'database' && to.kind !== 'broker'
  )
}

function effectCall(finder: Finder, site: Site, action: EffectAction): readonly CallRead[] {
  const { names } = finder
  const lineIndex = providerLine(names, site.in.serviceIndex, action.effect)
  if (lineIndex === undefined) return []
  const line = names.connectionAt(lineIndex)
  const to = names.service(line.to)
  if (to === undefined) return []
  return [
    {
      kind: 'effect',
      site,
      path: site.path,
      line,
      lineIndex,
      from: site.in.service,
      to: names.serviceAt(to),
      message: action.effect,
      ...timeoutOf(line, action.timeout),
      retries: action.retries ?? line.retries ?? 0,
      ...(line.backoff !== undefined && { backoff: line.backoff }),
      isKeyed: action.once === true,
    },
  ]
}

function timeoutOf(
  line: Connection,
  said: number | undefined,
): Pick<CallRead, 'timeoutMs' | 'isTimeoutSaid'> {
  const timeout = said ?? line.timeout
  const { timeoutMs } = PROTOCOL_RULES[line.protocol]
  return { timeoutMs: timeout ?? timeoutMs, isTimeoutSaid: timeout !== undefined }
}
