/** The faults that a thing is known for and that cannot happen to it just now, each with why not. Pure. */
import type { ChoiceInfo } from '../../../shared/engine/choices'
import type { Connection, Protocol } from '../../../shared/scenario/connection'
import type { FaultKind } from '../../../shared/scenario/scenario'
import type { Service } from '../../../shared/scenario/service'

export interface ImpossibleFault {
  readonly fault: FaultKind
  /** The reason: `menu.why.REASON`. */
  readonly why: string
}

const CALL: readonly FaultKind[] = [
  'lose-request',
  'lose-response',
  'duplicate',
  'delay',
  'partition',
]
const EVENT: readonly FaultKind[] = [
  'lose-request',
  'lose-response',
  'duplicate',
  'reorder',
  'partition',
  'stop-broker',
]
const KNOWN: Readonly<Record<Protocol, readonly FaultKind[]>> = {
  rest: CALL,
  grpc: CALL,
  broker: EVENT,
  amqp: EVENT,
  websocket: ['lose-request', 'partition'],
  sql: ['partition'],
  tcp: CALL,
  udp: CALL,
  smtp: CALL,
  ftp: CALL,
  ssh: CALL,
  dependency: [],
}

/** `choices`: what may happen to this very service. */
export function impossibleAt(
  { kind }: Service,
  choices: readonly ChoiceInfo[],
): readonly ImpossibleFault[] {
  if (choices.some((choice) => choice.kind === 'crash')) return []
  const isOutside = kind === 'client' || kind === 'external'
  return [{ fault: 'crash', why: isOutside ? 'outside' : 'down' }]
}

/** `choices`: what may happen on this very line. `meetsBroker`: one of its ends is a drawn broker. */
export function impossibleOn(
  { protocol }: Connection,
  meetsBroker: boolean,
  choices: readonly ChoiceInfo[],
): readonly ImpossibleFault[] {
  const offered = new Set(choices.map(({ kind }) => kind))
  return (
    KNOWN[protocol]
      .filter((fault) => !offered.has(fault))
      // A drawn broker is stopped where it stands.
      .filter((fault) => fault !== 'stop-broker' || !meetsBroker)
      .map((fault): ImpossibleFault => ({ fault, why: WHY[fault] }))
  )
}

const WHY: Readonly<Record<FaultKind, string>> = {
  crash: 'down',
  'lose-request': 'noMessage',
  'lose-response': 'noAnswer',
  duplicate: 'noMessage',
  delay: 'noMessage',
  reorder: 'noneBehind',
  partition: 'cut',
  'stop-broker': 'down',
}
