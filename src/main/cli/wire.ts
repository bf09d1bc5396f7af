/** `dryrun wire FILE --connection ID`: the packets of one hop, for people or machines. */
import type { Annotated } from '../../shared/wire/bytes/annotated'
import { type Hop, hopOf } from '../../shared/wire/hop'
import type { WireOptions } from '../../shared/wire/hop-setting'
import type { Packet } from '../../shared/wire/transport/conversation'
import { complainAbout, print, printJson } from './output'
import { scenarioNamed } from './scenario-input'
import { STATUS, type Status } from './status'
import { wireText } from './wire-text'

interface WireCall {
  readonly connection: string
  readonly warm?: true
  readonly tls?: WireOptions['tls']
  readonly session?: WireOptions['session']
  readonly dns?: boolean
  readonly http3?: true
  readonly bytes?: true
  readonly json?: true
}

export async function wire(file: string, call: WireCall): Promise<Status> {
  const scenario = await scenarioNamed(file)
  if (scenario === undefined) return STATUS.unusable
  const { warm, tls, session, dns, http3 } = call
  const hop = hopOf(scenario, call.connection, {
    ...(warm !== undefined && { warm }),
    ...(tls !== undefined && { tls }),
    ...(session !== undefined && { session }),
    ...(dns !== undefined && { dns }),
    ...(http3 !== undefined && { http3 }),
  })
  if (!hop.ok) {
    complainAbout(file, hop.problems)
    return STATUS.unusable
  }
  if (call.json) printJson(wireJson(hop.value))
  else print(wireText(hop.value, call.bytes === true))
  return STATUS.fine
}

/** The public shape: names and meaning of its fields stay as they are. Times in milliseconds. */
function wireJson(hop: Hop): object {
  const { connection, protocol, options, parties, roundTrips, timesUs } = hop
  return {
    connection,
    protocol,
    options,
    parties: parties.map(({ name, address }) => ({
      name,
      address: address.ip.join('.'),
      port: address.port,
    })),
    roundTrips,
    setup: timesUs.setup / 1_000,
    answer: timesUs.answer / 1_000,
    end: timesUs.end / 1_000,
    packets: hop.packets.map((packet) => packetJson(hop, packet)),
  }
}

function packetJson({ parties }: Hop, packet: Packet): object {
  const { seq, from, to, sentUs, arrivedUs, protocol, title, phase, size, note } = packet
  return {
    seq,
    sent: sentUs / 1_000,
    arrived: arrivedUs / 1_000,
    from: parties[from]?.name,
    to: parties[to]?.name,
    protocol,
    title,
    phase,
    size,
    about: packet.about === true,
    sealed: packet.sealed === true,
    ...(note !== undefined && { note }),
    ...(packet.transport !== undefined && { header: piece(packet.transport) }),
    ...(packet.content !== undefined && { content: piece(packet.content) }),
  }
}

const piece = ({ bytes, fields }: Annotated) => ({
  hex: Buffer.from(bytes).toString('hex'),
  fields,
})
