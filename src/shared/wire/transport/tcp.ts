/** One TCP connection between two parties (RFC 9293): handshake, numbered bytes, the end. */
import { type Annotated, WireWriter } from '../bytes/annotated'
import { transportChecksum } from '../bytes/internet-checksum'
import type { WireNote } from '../wire-note'
import type { Address } from './address'
import type { Actor, Conversation, Payload, WirePhase } from './conversation'

const FLAGS = { FIN: 0x01, SYN: 0x02, RST: 0x04, PSH: 0x08, ACK: 0x10 } as const
type Flag = keyof typeof FLAGS

/** Ethernet's 1,500 bytes less 40 of IPv4 and TCP: what a segment carries at most. */
export const SEGMENT_BYTES = 1_460
const WINDOW = 64_240
/** First sequence numbers are random (section 3.4.1); here they are always the same. */
const FIRST_NUMBERS = [1_000, 9_000] as const

interface Segment {
  readonly flags: readonly Flag[]
  readonly payload?: Annotated
  readonly payloadBytes: number
}

export class TcpConnection {
  private readonly next: [number, number] = [...FIRST_NUMBERS]

  constructor(
    private readonly talk: Conversation,
    readonly client: Actor,
    readonly server: Actor,
    private readonly clientPort: number,
    /** Where it is not the port that the server is known by. */
    private readonly serverPort?: number,
  ) {}

  /** Three segments, one round trip; data may follow the third at once. */
  open(): this {
    this.control(this.client, ['SYN'], 'connect', 'syn')
    this.control(this.server, ['SYN', 'ACK'], 'connect', 'synAck')
    this.control(this.client, ['ACK'], 'connect', 'handshakeDone')
    return this
  }

  /** Bytes of a protocol above; from which end, and what they are. */
  send(from: Actor, payload: Payload): void {
    const { content, sealed, about } = payload
    const isKnown = content !== undefined && sealed !== true && about !== true
    const segment: Segment = {
      flags: ['PSH', 'ACK'],
      payloadBytes: payload.size,
      ...(isKnown && { payload: content }),
    }
    const fits = isKnown && payload.size <= SEGMENT_BYTES
    this.talk.say(from, this.other(from), payload, fits ? this.header(from, segment) : undefined)
    this.advance(from, payload.size)
  }

  /** Bytes on their way that nobody waits for. */
  sendAside(from: Actor, payload: Payload, sentUs: number): void {
    this.talk.aside(from, this.other(from), payload, sentUs)
    this.advance(from, payload.size)
  }

  /** FIN, FIN with the acknowledgement, ACK: merged, as when the other side has nothing more to send. */
  close(from: Actor): void {
    this.control(from, ['FIN', 'ACK'], 'close', 'fin')
    this.control(this.other(from), ['FIN', 'ACK'], 'close')
    this.control(from, ['ACK'], 'close', 'timeWait')
  }

  private control(from: Actor, flags: readonly Flag[], phase: WirePhase, note?: WireNote): void {
    const header = this.header(from, { flags, payloadBytes: 0 })
    const payload: Payload = {
      protocol: 'tcp',
      title: flags.join(', '),
      phase,
      size: 0,
      ...(note !== undefined && { note }),
    }
    this.talk.say(from, this.other(from), payload, header)
    if (flags.includes('SYN') || flags.includes('FIN')) this.advance(from, 1)
  }

  private header(from: Actor, { flags, payload }: Segment): Annotated {
    const write = (checksum: number) => this.headerWith(from, flags, checksum)
    const blank = write(0)
    const segment = [...blank.bytes, ...(payload?.bytes ?? [])]
    const [ours, theirs] = [this.address(from), this.address(this.other(from))]
    return write(transportChecksum(6, ours, theirs, segment))
  }

  private headerWith(from: Actor, flags: readonly Flag[], checksum: number): Annotated {
    const isAcknowledging = flags.includes('ACK')
    const isOpening = flags.includes('SYN')
    const bits = flags.reduce((sum, flag) => sum | FLAGS[flag], 0)
    const words = isOpening ? 6 : 5
    const writer = new WireWriter()
      .uint('Source Port', 2, this.address(from).port)
      .uint('Destination Port', 2, this.address(this.other(from)).port)
      .uint('Sequence Number', 4, this.sequence(from))
      .uint('Acknowledgment Number', 4, isAcknowledging ? this.sequence(this.other(from)) : 0)
      .uint('Data Offset', 1, words << 4, `${words * 4} bytes`)
      .uint('Control bits', 1, bits, flags.join(' | '))
      .uint('Window', 2, WINDOW)
      .uint('Checksum', 2, checksum, `0x${checksum.toString(16).padStart(4, '0')}`)
      .uint('Urgent Pointer', 2, 0)
    if (isOpening)
      writer.uint('Maximum Segment Size', 4, 0x02040000 + SEGMENT_BYTES, `${SEGMENT_BYTES}`)
    return writer.done()
  }

  private address(end: Actor): Address {
    const address = this.talk.address(end)
    const port = end === this.client ? this.clientPort : (this.serverPort ?? address.port)
    return { ...address, port }
  }

  private other(end: Actor): Actor {
    return end === this.client ? this.server : this.client
  }

  private sequence(end: Actor): number {
    return this.next[end === this.client ? 0 : 1]
  }

  private advance(end: Actor, bytes: number): void {
    this.next[end === this.client ? 0 : 1] += bytes
  }
}
