/**
 * TLS on a TCP connection: the flights of a handshake and what a record adds. Sizes were measured once with
 * OpenSSL 3.0.19 and an RSA-2048 certificate signed by a P-256 authority; they vary, and are marked so.
 */

import type { WireNote } from '../wire-note'
import type { Channel } from './channel'
import type { Actor, Conversation, Payload } from './conversation'
import type { TcpConnection } from './tcp'
import { clientHello, type TlsVersion } from './tls-hello'

/** A first handshake, one that goes on from an earlier connection, and one that sends data at once. */
export type TlsSession = 'full' | 'resumed' | 'early'

export interface TlsSetting {
  readonly version: TlsVersion
  /** `early` is of TLS 1.3 only. */
  readonly session: TlsSession
  readonly host: string
  readonly protocols: readonly string[]
}

/** Bytes that a record adds: 5 of header, 16 of tag, 1 of type (RFC 8446 section 5.2); with TLS 1.2 8 of nonce. */
export const RECORD_OVERHEAD: Readonly<Record<TlsVersion, number>> = { '1.2': 29, '1.3': 22 }

const TICKETS_13 = 2 * 255

export class TlsConnection implements Channel {
  readonly client: Actor
  readonly server: Actor
  private isEarly = false
  private owesTickets = false

  constructor(
    private readonly talk: Conversation,
    private readonly tcp: TcpConnection,
    private readonly setting: TlsSetting,
  ) {
    this.client = tcp.client
    this.server = tcp.server
  }

  handshake(): this {
    const { version, session } = this.setting
    if (version === '1.2') {
      if (session === 'full') this.full12()
      else this.resumed12()
    } else if (session === 'early') {
      this.flight(this.client, 'ClientHello', 523, 'earlyHello')
      this.isEarly = true
    } else this.handshake13(session)
    return this
  }

  send(from: Actor, payload: Payload): void {
    if (this.owesTickets && from === this.server) {
      this.flight(this.server, 'NewSessionTicket × 2', TICKETS_13, 'tickets')
      this.owesTickets = false
    }
    this.tcp.send(from, this.sealed(payload))
    if (this.isEarly && from === this.client) this.finishEarly()
  }

  close(from: Actor): void {
    // An alert is two bytes.
    this.tcp.send(from, {
      ...this.sealed({ protocol: 'tls', title: 'close_notify', phase: 'close', size: 2 }),
      note: 'closeNotify',
    })
    this.tcp.close(from)
  }

  private sealed(payload: Payload): Payload {
    return {
      ...payload,
      size: payload.size + RECORD_OVERHEAD[this.setting.version],
      sealed: true,
    }
  }

  private full12(): void {
    this.hello()
    this.flight(
      this.server,
      'ServerHello, Certificate, ServerKeyExchange, ServerHelloDone',
      912,
      'certificate',
    )
    this.flight(this.client, 'ClientKeyExchange, ChangeCipherSpec, Finished', 93, 'keys')
    this.flight(this.server, 'NewSessionTicket, ChangeCipherSpec, Finished', 242)
  }

  private resumed12(): void {
    this.flight(this.client, 'ClientHello', 517, 'resumedHello')
    this.flight(this.server, 'ServerHello, ChangeCipherSpec, Finished', 141, 'resumedServer')
    this.flight(this.client, 'ChangeCipherSpec, Finished', 51)
  }

  private handshake13(session: 'full' | 'resumed'): void {
    if (session === 'full') {
      this.hello()
      this.flight(
        this.server,
        'ServerHello, {EncryptedExtensions, Certificate, CertificateVerify, Finished}',
        1_069,
        'certificate13',
      )
      this.owesTickets = true
    } else {
      this.flight(this.client, 'ClientHello', 523, 'resumedHello')
      this.flight(this.server, 'ServerHello, {EncryptedExtensions, Finished}', 241, 'resumedServer')
    }
    this.flight(this.client, 'ChangeCipherSpec, {Finished}', 80, 'finishedWithRequest')
  }

  /** The server's answer to an early hello, and the end of the client's early data. */
  private finishEarly(): void {
    this.isEarly = false
    this.flight(this.server, 'ServerHello, {EncryptedExtensions, Finished}', 241, 'earlyServer')
    const heardUs = this.talk.now(this.client)
    const finished = this.payloadOf('{EndOfEarlyData, Finished}', 80)
    this.tcp.sendAside(this.client, finished, heardUs)
  }

  private hello(): void {
    const content = clientHello(this.setting)
    this.tcp.send(this.client, {
      protocol: 'tls',
      title: 'ClientHello',
      phase: 'secure',
      content,
      size: content.bytes.length,
      note: this.setting.version === '1.3' ? 'clientHello13' : 'clientHello12',
    })
  }

  private flight(from: Actor, title: string, size: number, note?: WireNote): void {
    this.tcp.send(from, this.payloadOf(title, size, note))
  }

  private payloadOf(title: string, size: number, note?: WireNote): Payload {
    return {
      protocol: 'tls',
      title,
      phase: 'secure',
      size,
      about: true,
      ...(note !== undefined && { note }),
    }
  }
}
