/** Checks over the packets of a line: which go, in which order, what the request carries, what it costs. */
import { utf8Bytes } from '../base/utf8-bytes'
import type { Connection } from '../scenario/connection'
import type { Scenario } from '../scenario/scenario'
import { type Hop, hasWire, hopOf } from '../wire/hop'
import type { WireOptions } from '../wire/hop-setting'
import type { Packet } from '../wire/transport/conversation'
import { Cast } from './cast'
import type { Check, WireCheck } from './check'
import type { Drill } from './drill'
import { failed, type HopEvidence, passed, type Verdict } from './result'
import type { Why } from './why'

/** Right when one of the lines shows it all; else what the first one does not show. */
export function checkWire(cast: Cast, check: WireCheck): Verdict {
  const { from, to } = check
  for (const role of [from, to])
    if (cast.services(role).length === 0) return failed({ why: 'noRole', role })
  const judged = wireLines(cast, check).map((line) => judgedLine(cast, check, line))
  const found = judged.find(({ status }) => status === 'passed') ?? judged[0]
  return found ?? failed({ why: 'noLine', from, to, by: 'any' })
}

/** The lines whose packets are meant, in the order of the file. */
function wireLines(cast: Cast, check: Pick<WireCheck, 'from' | 'to'>): readonly Connection[] {
  return cast.board.connections.filter(
    ({ from, to, protocol }) =>
      hasWire(protocol) && cast.plays(from, check.from) && cast.plays(to, check.to),
  )
}

/** The checks over packets, each with the line that it looks at first; without one where there is none. */
export function hopsAsked(
  drill: Drill,
  board: Scenario,
): readonly { readonly check: Check; readonly hop: HopEvidence | undefined }[] {
  const asked = drill.checks.flatMap((check) => ('wire' in check ? [check] : []))
  if (asked.length === 0) return []
  const cast = new Cast(board, drill)
  return asked.map((check) => {
    const [line] = wireLines(cast, check.wire)
    const hop = line && hopOf(board, line.id, wanted(check.wire))
    const { connection = '', options } = hop?.ok ? hop.value : {}
    return { check, hop: options && { connection, options } }
  })
}

function judgedLine(cast: Cast, check: WireCheck, { id, protocol }: Connection): Verdict {
  const hop = hopOf(cast.board, id, wanted(check))
  if (!hop.ok) return failed({ why: 'doesNotRun', problem: hop.problems[0]?.message ?? protocol })
  const shown: HopEvidence = { connection: id, options: hop.value.options }
  const why = missing(hop.value, check)
  return { ...(why === undefined ? passed() : failed(why)), hop: shown }
}

/** What is not said is left to the protocol. */
function wanted({ options = {} }: Pick<WireCheck, 'options'>): Partial<WireOptions> {
  const { warm, tls, session, dns } = options
  return {
    ...(warm !== undefined && { warm }),
    ...(tls !== undefined && { tls }),
    ...(session !== undefined && { session }),
    ...(dns !== undefined && { dns }),
  }
}

function missing(hop: Hop, check: WireCheck): Why | undefined {
  const { packets, roundTrips, timesUs } = hop
  for (const protocol of check.speaks ?? [])
    if (!packets.some((one) => one.protocol === protocol)) return { why: 'notSpoken', protocol }
  for (const name of check.never ?? []) {
    if (packets.some((one) => isNamed(one, name))) return { why: 'packetSent', packet: name }
  }
  const order = outOfOrder(packets, check.shows ?? [])
  if (order !== undefined) return order
  const request = packets.filter(({ phase }) => phase === 'request')
  for (const text of check.carries ?? [])
    if (!request.some((one) => isCarried(one, text))) return { why: 'notCarried', text }
  const { roundTrips: trips, answerMs } = check
  if (trips !== undefined && roundTrips.answer !== trips)
    return { why: 'otherTrips', trips: rounded(roundTrips.answer), wanted: trips }
  const ms = rounded(timesUs.answer / 1_000)
  if (answerMs !== undefined && ms !== answerMs) return { why: 'otherTime', ms, wanted: answerMs }
  return undefined
}

/** Each after the one before it: the same name may be wanted twice. */
function outOfOrder(packets: readonly Packet[], names: readonly string[]): Why | undefined {
  let next = 0
  for (const [index, name] of names.entries()) {
    const at = packets.findIndex((one, place) => place >= next && isNamed(one, name))
    if (at >= 0) {
      next = at + 1
      continue
    }
    const before = names[index - 1]
    const isThere = packets.some((one) => isNamed(one, name))
    return isThere && before !== undefined
      ? { why: 'packetEarly', packet: name, after: before }
      : { why: 'packetMissing', packet: name }
  }
  return undefined
}

function isNamed({ title }: Packet, name: string): boolean {
  return title === name || title.startsWith(`${name} `)
}

function isCarried({ content }: Packet, text: string): boolean {
  if (content === undefined) return false
  const { bytes, fields } = content
  const isInFields = fields.some(({ name, value = '' }) => has(`${name}: ${value}`, text))
  return isInFields || has(perByte(bytes), perByte(utf8Bytes(text)))
}

const has = (whole: string, part: string) => whole.toLowerCase().includes(part.toLowerCase())

/** A character a byte, so that bytes are searched like text. */
function perByte(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

/** To a microsecond: sums of latencies are of floating point. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
