/**
 * Who says what to whom, and when: each party has a clock of its own, which goes on when it thinks and when it
 * hears something. Times follow from one-way latency alone, so that round trips can be counted on the result.
 */
import type { Annotated } from '../bytes/annotated'
import type { WireNote } from '../wire-note'
import type { Address } from './address'

export const WIRE_PHASES = [
  'resolve',
  'connect',
  'secure',
  'open',
  'request',
  'answer',
  'close',
] as const
/** What a packet is for: finding the address, transport, encryption, the protocol's own opening, work, the end. */
export type WirePhase = (typeof WIRE_PHASES)[number]

export const WIRE_PROTOCOLS = [
  'udp',
  'dns',
  'tcp',
  'tls',
  'quic',
  'http/1.1',
  'http/2',
  'http/3',
  'websocket',
  'amqp 0-9-1',
  'kafka',
  'postgresql',
  'smtp',
  'ftp',
  'ssh',
] as const
export type WireProtocol = (typeof WIRE_PROTOCOLS)[number]

export interface Party {
  readonly name: string
  readonly address: Address
}

/** What one packet carries. */
export interface Payload {
  readonly protocol: WireProtocol
  /** As the protocol calls it: `SYN`, `ClientHello`, `Basic.Publish`. */
  readonly title: string
  readonly phase: WirePhase
  /** Known bytes: those on the wire, or, where `sealed`, those inside the encrypted record. */
  readonly content?: Annotated
  readonly sealed?: boolean
  /** Bytes that the transport carries. */
  readonly size: number
  /** The size varies with certificates, keys and options: it was measured once. */
  readonly about?: boolean
  /** Why this packet is there. */
  readonly note?: WireNote
}

export interface Packet extends Payload {
  /** From 1, by the time of sending. */
  readonly seq: number
  readonly from: number
  readonly to: number
  /** Microseconds from the first packet. */
  readonly sentUs: number
  readonly arrivedUs: number
  /** The header of the transport; absent where its checksum would depend on bytes that nobody knows. */
  readonly transport?: Annotated
}

/** One end of one connection: a party that serves two at once has an actor, and a clock, for each. */
export type Actor = number

export class Conversation {
  private readonly clocks: number[] = []
  private readonly partyOf: number[] = []
  private readonly said: Omit<Packet, 'seq'>[] = []

  /** `latencyUs` is one way. */
  constructor(
    readonly parties: readonly Party[],
    readonly latencyUs: number,
  ) {}

  /** An end of a connection, at the beginning of time. */
  actor(party: number): Actor {
    this.clocks.push(0)
    return this.partyOf.push(party) - 1
  }

  now(actor: Actor): number {
    return this.clocks[actor] ?? 0
  }

  think(actor: Actor, us: number): void {
    this.clocks[actor] = this.now(actor) + us
  }

  /** Nothing more goes out of this end before that time. */
  wait(actor: Actor, untilUs: number): void {
    this.clocks[actor] = Math.max(this.now(actor), untilUs)
  }

  address(actor: Actor): Address {
    const party = this.parties[this.partyOf[actor] ?? -1]
    return party?.address ?? { ip: [0, 0, 0, 0], port: 0 }
  }

  /** The other end has heard it before it goes on. */
  say(from: Actor, to: Actor, payload: Payload, transport?: Annotated): void {
    const sentUs = this.now(from)
    this.note(from, to, payload, sentUs, transport)
    this.wait(to, sentUs + this.latencyUs)
  }

  /** Said at a time of its own; nobody waits for it. */
  aside(from: Actor, to: Actor, payload: Payload, sentUs: number): void {
    this.note(from, to, payload, sentUs)
  }

  packets(): Packet[] {
    return this.said
      .map((packet, at) => ({ packet, at }))
      .sort((a, b) => a.packet.sentUs - b.packet.sentUs || a.at - b.at)
      .map(({ packet }, at) => ({ seq: at + 1, ...packet }))
  }

  private note(
    from: Actor,
    to: Actor,
    payload: Payload,
    sentUs: number,
    transport?: Annotated,
  ): void {
    this.said.push({
      ...payload,
      from: this.partyOf[from] ?? 0,
      to: this.partyOf[to] ?? 0,
      sentUs,
      arrivedUs: sentUs + this.latencyUs,
      ...(transport !== undefined && { transport }),
    })
  }
}
