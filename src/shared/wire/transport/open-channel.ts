/** Everything before the first byte of a protocol: the address, the connection, the encryption. */
import type { Annotated } from '../bytes/annotated'
import type { WireNote } from '../wire-note'
import type { Channel } from './channel'
import type { Actor, Conversation, Payload, WirePhase, WireProtocol } from './conversation'
import { dnsAnswer, dnsQuery } from './dns'
import { TcpConnection } from './tcp'
import { TlsConnection, type TlsSession } from './tls'
import type { TlsVersion } from './tls-hello'
import { udpHeader } from './udp'

export interface Opening {
  readonly warm: boolean
  readonly tls: TlsVersion | 'none'
  readonly session: TlsSession
  readonly host: string
  /** Offered in the hello (ALPN). */
  readonly protocols: readonly string[]
}

/** From the range that systems give to clients; one port a connection. */
const CLIENT_PORT = 40_000
const QUERY_ID = 0x1a2b
const TTL_SECONDS = 60

export function openChannel(
  talk: Conversation,
  client: Actor,
  server: Actor,
  { warm, tls, session, host, protocols }: Opening,
): Channel {
  const tcp = new TcpConnection(talk, client, server, CLIENT_PORT + server)
  if (!warm) tcp.open()
  if (tls === 'none') return tcp
  const secure = new TlsConnection(talk, tcp, { version: tls, session, host, protocols })
  return warm ? secure : secure.handshake()
}

/** Asks a resolver for the server's address: one round trip, two datagrams. */
export function resolveName(
  talk: Conversation,
  client: Actor,
  resolver: Actor,
  server: Actor,
  host: string,
): void {
  const { ip } = talk.address(server)
  const from = { ...talk.address(client), port: 53_000 }
  const to = talk.address(resolver)
  const ask = dnsQuery(QUERY_ID, host)
  const answer = dnsAnswer(QUERY_ID, host, ip, TTL_SECONDS)
  const payload = (title: string, content: Annotated, note: WireNote): Payload => ({
    ...packetOf('dns', title, 'resolve', content),
    note,
  })
  talk.say(client, resolver, payload(`A? ${host}`, ask, 'dnsQuery'), udpHeader(from, to, ask))
  talk.say(
    resolver,
    client,
    payload(`A ${ip.join('.')}`, answer, 'dnsAnswer'),
    udpHeader(to, from, answer),
  )
}

/** A packet whose bytes are known. */
export function packetOf(
  protocol: WireProtocol,
  title: string,
  phase: WirePhase,
  content: Annotated,
  note?: WireNote,
): Payload {
  return {
    protocol,
    title,
    phase,
    content,
    size: content.bytes.length,
    ...(note !== undefined && { note }),
  }
}
