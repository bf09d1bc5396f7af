/**
 * The packets of one hop: what goes over the network when a line of the drawing is used once. Bytes are exact
 * where they depend on nobody's secrets; times follow from the line's latency and the far side's service time.
 */
import type { Outcome, Problem } from '../base/problem'
import { handlersOf } from '../engine/infer'
import { PROTOCOL_RULES } from '../engine/protocols/table'
import type { Action } from '../scenario/action'
import { type Connection, canHaveTls, isSynchronous, type Protocol } from '../scenario/connection'
import type { Duration } from '../scenario/duration'
import { connectionById, serviceById } from '../scenario/lookup'
import type { Scenario } from '../scenario/scenario'
import { mostSimilar } from '../scenario/similar'
import type { HopSetting, WireOptions } from './hop-setting'
import { amqpLine } from './lines/amqp'
import { ftpLine } from './lines/ftp'
import { grpcLine } from './lines/grpc'
import { kafkaLine } from './lines/kafka'
import { restLine } from './lines/rest'
import { smtpLine } from './lines/smtp'
import { sqlLine } from './lines/sql'
import { sshLine } from './lines/ssh'
import { tcpLine } from './lines/tcp'
import { udpLine } from './lines/udp'
import { websocketLine } from './lines/websocket'
import type { Conversation, Packet, Party } from './transport/conversation'

export interface Hop {
  readonly connection: string
  readonly protocol: Protocol
  readonly options: WireOptions
  readonly parties: readonly Party[]
  readonly packets: readonly Packet[]
  /** Microseconds until the request leaves, until the first byte of the answer is there, until the last packet. */
  readonly timesUs: { readonly setup: number; readonly answer: number; readonly end: number }
  /** The same in round trips, whatever the latency is; the answer's without the far side's thinking. */
  readonly roundTrips: { readonly setup: number; readonly answer: number }
  readonly latencyUs: number
  readonly thinkUs: number
}

type Refusal = Extract<Outcome<never>, { ok: false }>

const DEFAULT_THINK_MS = 3
/** Latency in a run made only to count round trips. */
const COUNTING_US = 1_000

const LINES: Readonly<Record<Protocol, ((setting: HopSetting) => Conversation) | undefined>> = {
  rest: restLine,
  grpc: grpcLine,
  broker: (setting) => (setting.connection.flavor === 'kafka' ? kafkaLine : amqpLine)(setting),
  amqp: amqpLine,
  websocket: websocketLine,
  sql: sqlLine,
  tcp: tcpLine,
  udp: udpLine,
  smtp: smtpLine,
  ftp: ftpLine,
  ssh: sshLine,
  dependency: undefined,
}

/** What is usual for a protocol: TLS for what leaves a host by name, clear text inside. */
export function usualOptions(protocol: Protocol): WireOptions {
  const isNamed = protocol === 'rest' || protocol === 'websocket'
  return { warm: false, tls: isNamed ? '1.3' : 'none', session: 'full', dns: isNamed }
}

/** Whether the view can be of use for a line of this kind. */
export const hasWire = (protocol: Protocol): boolean => LINES[protocol] !== undefined

/** HTTP/3 is the same requests and answers over QUIC (RFC 9114). */
export const canBeHttp3 = (protocol: Protocol): boolean => protocol === 'rest'

/**
 * The hop of a connection. `wire/unknown-connection` where there is none of that id, `wire/no-packets` for a
 * dependency, which is not a thing that runs.
 */
export function hopOf(
  scenario: Scenario,
  connectionId: string,
  wanted: Partial<WireOptions> = {},
): Outcome<Hop> {
  const connection = connectionById(scenario).get(connectionId)
  if (connection === undefined) return unknownConnection(scenario, connectionId)
  const line = LINES[connection.protocol]
  const setting = settingOf(scenario, connection, wanted)
  if (line === undefined || setting === undefined) return noPackets(connectionId)
  const talk = line(setting)
  const packets = talk.packets()
  const counted = line({ ...setting, latencyUs: COUNTING_US, thinkUs: 0 }).packets()
  const trips = timesOf(counted)
  const roundTrip = 2 * COUNTING_US
  return {
    ok: true,
    value: {
      connection: connection.id,
      protocol: connection.protocol,
      options: setting.options,
      parties: talk.parties,
      packets,
      timesUs: timesOf(packets),
      roundTrips: { setup: trips.setup / roundTrip, answer: trips.answer / roundTrip },
      latencyUs: setting.latencyUs,
      thinkUs: setting.thinkUs,
    },
  }
}

function timesOf(packets: readonly Packet[]): Hop['timesUs'] {
  const asked = packets.find(({ phase }) => phase === 'request')
  const answered = packets.find(({ phase }) => phase === 'answer')
  const last = packets.reduce((latest, { arrivedUs }) => Math.max(latest, arrivedUs), 0)
  return { setup: asked?.sentUs ?? 0, answer: answered?.arrivedUs ?? last, end: last }
}

function settingOf(
  scenario: Scenario,
  connection: Connection,
  wanted: Partial<WireOptions>,
): HopSetting | undefined {
  const caller = serviceById(scenario).get(connection.from)
  const callee = serviceById(scenario).get(connection.to)
  if (caller === undefined || callee === undefined) return undefined
  const { protocol } = connection
  const { tls = usualOptions(protocol).tls } = connection
  const asked = { ...usualOptions(protocol), tls, ...wanted }
  const options = possible(protocol, asked)
  const latencyMs = typical(connection.latency, PROTOCOL_RULES[protocol].latencyMs)
  return {
    connection,
    caller,
    callee,
    host: `${callee.id.toLowerCase()}.example.com`,
    options,
    latencyUs: Math.round(latencyMs * 1_000),
    thinkUs: Math.round(typical(callee.serviceTime, DEFAULT_THINK_MS) * 1_000),
    status: isSynchronous(protocol) ? replyOf(scenario, connection) : 0,
    confirms: !publishesUnconfirmed(scenario, connection),
  }
}

function possible(protocol: Protocol, { http3, ...asked }: WireOptions): WireOptions {
  if (!canHaveTls(protocol)) return { ...asked, tls: 'none' }
  return http3 === true && canBeHttp3(protocol) ? { ...asked, tls: '1.3', http3 } : asked
}

/** One value for a duration: the mean, or the median of a log-normal one. Milliseconds. */
function typical(duration: Duration | undefined, otherwise: number): number {
  if (duration === undefined) return otherwise
  if (typeof duration === 'number') return duration
  if ('uniform' in duration) return (duration.uniform[0] + duration.uniform[1]) / 2
  if ('exponential' in duration) return duration.exponential
  return duration.lognormal[0]
}

/** The first status that the handler of this line replies with. */
function replyOf(scenario: Scenario, connection: Connection): number {
  const callee = serviceById(scenario).get(connection.to)
  const handlers = callee === undefined ? [] : handlersOf(scenario, callee)
  const handler = handlers.find(
    ({ on }) =>
      ('connection' in on && on.connection === connection.id) ||
      ('operation' in on && on.operation === connection.operation),
  )
  const reply = handler?.do.find((action) => 'reply' in action)
  return reply !== undefined && 'reply' in reply && typeof reply.reply === 'number'
    ? reply.reply
    : 0
}

function publishesUnconfirmed(scenario: Scenario, connection: Connection): boolean {
  const caller = serviceById(scenario).get(connection.from)
  const actions: readonly Action[] = (caller?.handlers ?? []).flatMap((handler) => handler.do)
  return actions.some(
    (action) =>
      'publish' in action && action.publish === connection.event && action.confirm === false,
  )
}

function unknownConnection(scenario: Scenario, id: string): Refusal {
  const known = scenario.connections.map((connection) => connection.id)
  const meant = mostSimilar(id, known)
  const hint =
    meant !== undefined
      ? `did you mean "${meant}"?`
      : known.length > 0
        ? `there are ${known.join(', ')}.`
        : 'the drawing has none.'
  return refused('wire/unknown-connection', `no connection "${id}"; ${hint}`, id)
}

function noPackets(id: string): Refusal {
  const message = `"${id}" is a dependency: it says who knows whom and sends nothing.`
  return refused('wire/no-packets', message, id)
}

function refused(code: string, message: string, connection: string): Refusal {
  const problem: Problem = {
    code,
    message,
    path: '',
    values: { connection },
    severity: 'error',
  }
  return { ok: false, problems: [problem] }
}
