/**
 * QUIC version 1 over UDP (RFC 9000, RFC 9001): the handshake of transport and TLS 1.3 in one round trip. All
 * but the headers is encrypted, so that of the datagrams only what they carry and about how long they are is
 * known here.
 */
import type { WireNote } from '../wire-note'
import type { Channel } from './channel'
import type { Actor, Conversation, Payload } from './conversation'
import type { TlsSession } from './tls'

/** A client's first datagram is padded to this: RFC 9000 section 14.1. */
const INITIAL_BYTES = 1_200
/** Short header of 1, a connection id of 8, a packet number of 2, a tag of 16: RFC 9000 17.3, RFC 9001 5.3. */
const SHORT_OVERHEAD = 27
/** What the server says in its flight, with a certificate and without: the sizes of TLS 1.3's flights. */
const SERVER_FLIGHT = { full: INITIAL_BYTES + 300, resumed: INITIAL_BYTES } as const
const FINISHED_BYTES = 80
const CLOSE_BYTES = 30

export class QuicConnection implements Channel {
  private isEarly = false

  constructor(
    private readonly talk: Conversation,
    readonly client: Actor,
    readonly server: Actor,
    private readonly session: TlsSession,
  ) {}

  open(): this {
    if (this.session === 'early') {
      this.handshake(this.client, 'Initial: ClientHello', INITIAL_BYTES, 'quicEarly')
      this.isEarly = true
      return this
    }
    const full = this.session === 'full'
    this.handshake(this.client, 'Initial: ClientHello', INITIAL_BYTES, 'quicInitial')
    this.handshake(
      this.server,
      full
        ? 'Initial: ServerHello; Handshake: {EncryptedExtensions, Certificate, CertificateVerify, Finished}'
        : 'Initial: ServerHello; Handshake: {EncryptedExtensions, Finished}',
      SERVER_FLIGHT[this.session === 'full' ? 'full' : 'resumed'],
      'quicServer',
    )
    this.handshake(this.client, 'Handshake: {Finished}', FINISHED_BYTES, 'finishedWithRequest')
    return this
  }

  send(from: Actor, payload: Payload): void {
    const size = payload.size + SHORT_OVERHEAD
    this.talk.say(from, this.other(from), { ...payload, size, sealed: true })
    if (!this.isEarly || from !== this.client) return
    // What went out early is not acknowledged before the server has said hello: RFC 9001 section 4.6.
    this.isEarly = false
    const hello = 'Initial: ServerHello; Handshake: {EncryptedExtensions, Finished}'
    this.handshake(this.server, hello, SERVER_FLIGHT.resumed, 'earlyServer')
    const finished = this.payload('Handshake: {Finished}', FINISHED_BYTES)
    this.talk.aside(this.client, this.server, finished, this.talk.now(this.client))
  }

  close(from: Actor): void {
    this.talk.say(from, this.other(from), {
      ...this.payload('CONNECTION_CLOSE', CLOSE_BYTES),
      phase: 'close',
    })
  }

  private handshake(from: Actor, title: string, size: number, note: WireNote): void {
    this.talk.say(from, this.other(from), this.payload(title, size, note))
  }

  private payload(title: string, size: number, note?: WireNote): Payload {
    return {
      protocol: 'quic',
      title,
      phase: 'secure',
      size,
      about: true,
      ...(note !== undefined && { note }),
    }
  }

  private other(end: Actor): Actor {
    return end === this.client ? this.server : this.client
  }
}
