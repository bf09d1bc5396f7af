/**
 * Messages over a line that loses packets, sent for real: each packet is lost or not by a seeded number, UDP
 * sends each datagram once, TCP sends a segment again until it is acknowledged. What is counted is what the
 * receiving application gets.
 */
import { uniform } from '../base/random'

export interface LossySetting {
  readonly transport: 'tcp' | 'udp'
  /** Each fits into one packet. */
  readonly messages: number
  /** Of 100 packets, acknowledgements too. */
  readonly lossPercent: number
  readonly seed: number
}

export interface LossyRun {
  /** What the application at the far end was given; by TCP in order and without a gap. */
  readonly delivered: number
  /** Segments or datagrams, acknowledgements too. */
  readonly packets: number
  readonly lost: number
  readonly resent: number
}

/** Ten segments at once at first: RFC 6928. It does not grow here. */
const WINDOW = 10
/** Linux gives up a connection after so many timeouts in a row: `tcp_retries2`. */
const TIMEOUTS_MAX = 15

export function sendOverLossyLine(setting: LossySetting): LossyRun {
  const line = new LossyLine(setting)
  return setting.transport === 'udp' ? datagrams(line, setting) : stream(line, setting)
}

class LossyLine {
  packets = 0
  lost = 0

  constructor(private readonly setting: Pick<LossySetting, 'lossPercent' | 'seed'>) {}

  /** Whether the next packet arrives. */
  carries(): boolean {
    const { lossPercent, seed } = this.setting
    const isLost = uniform(seed, this.packets) < lossPercent / 100
    this.packets += 1
    if (isLost) this.lost += 1
    return !isLost
  }
}

/** RFC 768: no connection, no acknowledgement, nothing again. */
function datagrams(line: LossyLine, { messages }: LossySetting): LossyRun {
  let delivered = 0
  for (let message = 0; message < messages; message += 1) if (line.carries()) delivered += 1
  return { delivered, packets: line.packets, lost: line.lost, resent: 0 }
}

/**
 * RFC 9293 section 3.8: cumulative acknowledgements, and after a timeout everything from the first segment
 * that is not acknowledged. Without selective acknowledgements and fast retransmission, which save time only.
 */
function stream(line: LossyLine, { messages }: LossySetting): LossyRun {
  const received = new Set<number>()
  let acknowledged = 0
  let sent = 0
  let resent = 0
  let inOrder = 0
  for (let timeouts = 0; acknowledged < messages && timeouts < TIMEOUTS_MAX; ) {
    const before = acknowledged
    const end = Math.min(before + WINDOW, messages)
    for (let segment = before; segment < end; segment += 1) {
      if (segment < sent) resent += 1
      sent = Math.max(sent, segment + 1)
      if (!line.carries()) continue
      received.add(segment)
      while (received.has(inOrder)) inOrder += 1
      if (line.carries()) acknowledged = Math.max(acknowledged, inOrder)
    }
    timeouts = acknowledged === before ? timeouts + 1 : 0
  }
  return { delivered: inOrder, packets: line.packets, lost: line.lost, resent }
}
