/** The smallest board on which a sender meets a situation. */
import type { Action } from '../../scenario/action'
import type { Connection } from '../../scenario/connection'
import type { Fault, Scenario } from '../../scenario/scenario'
import type { Sender, Situation } from './situation'

const position = { x: 0, y: 0 }
/** gRPC's INVALID_ARGUMENT. */
const INVALID = { rest: 400, grpc: 3 } as const
const CONNECT_MS = 1_000
/** Between the commit and the answer, so that there is something to break off. */
const WORK_MS = 50
/** A receiver that takes so long is slow to anybody. */
const SLOW_MS = 60_000

export function senderBoard(by: Sender, meets: Situation): Scenario {
  return by === 'rest' || by === 'grpc'
    ? asking(by, meets)
    : by === 'websocket'
      ? pushing(meets)
      : publishing(by, meets)
}

function asking(protocol: 'rest' | 'grpc', meets: Situation): Scenario {
  const work: Action[] =
    meets === 'rejected'
      ? [{ fail: INVALID[protocol] }]
      : [{ save: 'order', as: 'done' }, { wait: WORK_MS }]
  const faults: Readonly<Partial<Record<Situation, Fault>>> = {
    down: { kind: 'crash', at: { service: 'receiver' } },
    unreachable: { kind: 'partition', at: { connection: 'line' } },
    slow: { kind: 'delay', at: { connection: 'line' } },
    'request-lost': { kind: 'lose-request', at: { connection: 'line' } },
    'response-lost': { kind: 'lose-response', at: { connection: 'line' } },
    crash: { kind: 'crash', at: { service: 'receiver', after: { action: 'order' } } },
  }
  const line: Connection = {
    id: 'line',
    from: 'sender',
    to: 'receiver',
    protocol,
    operation: 'POST /orders',
    ...(meets === 'unreachable' && { connectTimeout: CONNECT_MS }),
  }
  return boardOf(line, work, faults[meets])
}

/** A frame: what the sender knows is that it has handed it to its socket. */
function pushing(meets: Situation): Scenario {
  const faults: Readonly<Partial<Record<Situation, Fault>>> = {
    'request-lost': {
      kind: 'partition',
      at: { connection: 'line', after: { step: 'frame.sent' } },
    },
    crash: { kind: 'crash', at: { service: 'receiver', after: { step: 'frame.received' } } },
  }
  const line: Connection = { id: 'line', from: 'sender', to: 'receiver', protocol: 'websocket' }
  const slow: Action[] = meets === 'slow' ? [{ wait: SLOW_MS }] : []
  return boardOf(line, [...slow, { save: 'order', as: 'done' }], faults[meets])
}

function boardOf(line: Connection, work: readonly Action[], fault: Fault | undefined): Scenario {
  return {
    dryrun: 1,
    title: '',
    services: [
      { id: 'sender', kind: 'client', name: 'Sender', position },
      {
        id: 'receiver',
        kind: 'service',
        name: 'Receiver',
        position,
        handlers: [{ on: { connection: line.id }, do: [...work] }],
      },
    ],
    connections: [line],
    stimuli: [{ connection: line.id, key: 'o1', at: 10 }],
    ...(fault !== undefined && { faults: [fault] }),
  }
}

/** A publisher that saves a row when the confirm is there, so that the run shows that it knows. */
function publishing(flavor: 'rabbitmq' | 'kafka', meets: Situation): Scenario {
  const faults: Readonly<Partial<Record<Situation, Fault>>> = {
    down: { kind: 'crash', at: { service: 'consumer' } },
    'request-lost': { kind: 'lose-request', at: { connection: 'line' } },
    'response-lost': { kind: 'lose-response', at: { connection: 'line' } },
    crash: { kind: 'crash', at: { service: 'consumer', after: { action: 'bill' } } },
  }
  const fault = faults[meets]
  return {
    dryrun: 1,
    title: '',
    services: [
      { id: 'client', kind: 'client', name: 'Client', position },
      {
        id: 'publisher',
        kind: 'service',
        name: 'Publisher',
        position,
        handlers: [
          {
            on: { connection: 'push' },
            do: [{ publish: 'OrderCreated' }, { save: 'order', as: 'queued' }],
          },
        ],
      },
      {
        id: 'consumer',
        kind: 'service',
        name: 'Consumer',
        position,
        ...(meets === 'slow' && { serviceTime: SLOW_MS }),
        handlers: [{ on: { event: 'OrderCreated' }, do: [{ save: 'bill', as: 'done' }] }],
      },
    ],
    connections: [
      { id: 'push', from: 'client', to: 'publisher', protocol: 'websocket' },
      {
        id: 'line',
        from: 'publisher',
        to: 'consumer',
        protocol: 'broker',
        flavor,
        event: 'OrderCreated',
      },
    ],
    stimuli: [{ connection: 'push', key: 'o1', at: 10 }],
    ...(fault !== undefined && { faults: [fault] }),
  }
}
