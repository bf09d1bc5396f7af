/** How long a hop takes: counted on the packets, against the cost table of the domain reference (section 3.1). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PROTOCOLS } from '../../src/shared/scenario/connection'
import { hasWire, hopOf } from '../../src/shared/wire/hop'
import type { WireOptions } from '../../src/shared/wire/hop-setting'
import { SEGMENT_BYTES } from '../../src/shared/wire/transport/tcp'
import { bytesOf, drawn, hopIn, packet } from './hops'

const plain = { tls: 'none', dns: false } as const
const secure = (tls: '1.2' | '1.3', session: WireOptions['session']) => ({
  tls,
  session,
  dns: false,
})
const quic = (session: WireOptions['session']) => ({ http3: true, session, dns: false })

describe('round trips before the request leaves, and until the first byte of the answer', () => {
  test.each([
    ['a UDP datagram', drawn({ protocol: 'udp' }), plain, 0, 1],
    ['HTTP over plain TCP', drawn({ protocol: 'rest' }), plain, 1, 2],
    ['TLS 1.2, full', drawn({ protocol: 'rest' }), secure('1.2', 'full'), 3, 4],
    ['TLS 1.2, resumed', drawn({ protocol: 'rest' }), secure('1.2', 'resumed'), 2, 3],
    ['TLS 1.3, full', drawn({ protocol: 'rest' }), secure('1.3', 'full'), 2, 3],
    ['TLS 1.3, resumed', drawn({ protocol: 'rest' }), secure('1.3', 'resumed'), 2, 3],
    ['TLS 1.3, 0-RTT', drawn({ protocol: 'rest' }), secure('1.3', 'early'), 1, 2],
    ['HTTP/3', drawn({ protocol: 'rest' }), quic('full'), 1, 2],
    ['HTTP/3, resumed', drawn({ protocol: 'rest' }), quic('resumed'), 1, 2],
    ['HTTP/3, 0-RTT', drawn({ protocol: 'rest' }), quic('early'), 0, 1],
    ['HTTP/2 in clear text', drawn({ protocol: 'grpc' }), plain, 1, 2],
    ['HTTP/2 over TLS 1.3', drawn({ protocol: 'grpc' }), secure('1.3', 'full'), 2, 3],
    ['WebSocket over TLS 1.3', drawn({ protocol: 'websocket' }), secure('1.3', 'full'), 3, 4],
    ['SMTP: MAIL at 4, the last 250 at 7', drawn({ protocol: 'smtp' }), plain, 3, 7],
    ['FTP: PASV at 6, the first byte at 8', drawn({ protocol: 'ftp' }), plain, 5, 8],
    ['a name to be found first', drawn({ protocol: 'rest' }), { tls: 'none', dns: true }, 2, 3],
    [
      'an open connection',
      drawn({ protocol: 'rest' }),
      { ...secure('1.3', 'full'), warm: true },
      0,
      1,
    ],
  ] as const)('%s', (_name, scenario, options, setup, answer) => {
    expect(hopIn(scenario, options).roundTrips).toEqual({ setup, answer })
  })

  test('AMQP: five to a channel, then one for each thing declared', () => {
    const line = { protocol: 'amqp', event: 'paid' } as const
    const publishing = hopIn(drawn(line, ['service', 'broker']), plain)
    // Exchange.Declare and Confirm.Select are asked and answered before the publish.
    expect(publishing.roundTrips).toEqual({ setup: 7, answer: 8 })
    const opened = packet(publishing, 'Channel.OpenOk')
    expect(opened.arrivedUs / (2 * publishing.latencyUs)).toBe(5)
  })

  test('SSH: between seven and ten, by how the user proves who it is', () => {
    const { answer } = hopIn(drawn({ protocol: 'ssh' }), plain).roundTrips
    expect(answer).toBeGreaterThanOrEqual(7)
    expect(answer).toBeLessThanOrEqual(10)
  })
})

describe('one REST hop, cold, with TLS 1.3', () => {
  const line = { protocol: 'rest', operation: 'POST /orders', idempotencyKey: true } as const
  const scenario = drawn({ ...line, latency: 0.25 })

  test('takes 5.0 ms with a round trip of half a millisecond, and 3.5 ms warm', () => {
    expect(hopIn(scenario).timesUs.answer).toBe(5_000)
    expect(hopIn(scenario, { warm: true }).timesUs.answer).toBe(3_500)
  })

  test('carries 294 and 173 bytes, and 22 more for each record', () => {
    const hop = hopIn(scenario)
    expect(bytesOf(packet(hop, 'POST /orders')).length).toBe(294)
    expect(bytesOf(packet(hop, '201')).length).toBe(173)
    expect(packet(hop, 'POST /orders').size).toBe(316)
    expect(packet(hop, '201').size).toBe(195)
  })

  test('goes in the order of the reference', () => {
    expect(hopIn(scenario).packets.map((one) => one.title)).toEqual([
      'A? orders.example.com',
      'A 10.9.0.2',
      'SYN',
      'SYN, ACK',
      'ACK',
      'ClientHello',
      'ServerHello, {EncryptedExtensions, Certificate, CertificateVerify, Finished}',
      'ChangeCipherSpec, {Finished}',
      'POST /orders',
      'NewSessionTicket × 2',
      '201',
      'close_notify',
      'FIN, ACK',
      'FIN, ACK',
      'ACK',
    ])
  })
})

test('the RTTs of a consumer do not delay its publisher, nor the other way round', () => {
  const hop = hopIn(drawn({ protocol: 'broker', event: 'OrderCreated' }))
  const confirm = packet(hop, 'Basic.Ack')
  const delivery = packet(hop, /^Basic.Deliver/)
  expect(confirm.from).toBe(1)
  expect(delivery.sentUs).toBeGreaterThanOrEqual(packet(hop, /^Basic.Publish/).arrivedUs)
})

test('only what runs has packets', () => {
  for (const protocol of PROTOCOLS) {
    const hop = hopOf(drawn({ protocol }), 'line')
    expect(hop.ok, protocol).toBe(hasWire(protocol))
  }
  expect(hopOf(drawn({ protocol: 'rest' }), 'lin')).toMatchObject({
    ok: false,
    problems: [{ code: 'wire/unknown-connection' }],
  })
})

const anyOptions = fc.record({
  warm: fc.boolean(),
  tls: fc.constantFrom('none', '1.2', '1.3'),
  session: fc.constantFrom('full', 'resumed', 'early'),
  dns: fc.boolean(),
  http3: fc.boolean(),
} satisfies Record<keyof WireOptions, unknown>)
const running = fc.constantFrom(...PROTOCOLS.filter(hasWire))

describe('laws of every hop', () => {
  test('the fields of a packet cover its bytes, one after another', () => {
    fc.assert(
      fc.property(running, anyOptions, (protocol, options) => {
        for (const one of hopIn(drawn({ protocol }), options).packets)
          for (const piece of [one.content, one.transport]) {
            if (piece === undefined) continue
            let at = 0
            for (const field of piece.fields) {
              expect(field.start, `${one.title}: ${field.name}`).toBe(at)
              at = field.end
            }
            expect(at, one.title).toBe(piece.bytes.length)
          }
      }),
    )
  })

  test('nothing arrives before it was sent, and packets are in the order of sending', () => {
    fc.assert(
      fc.property(running, anyOptions, fc.nat(50), (protocol, options, latency) => {
        const hop = hopIn(drawn({ protocol, latency }), options)
        hop.packets.forEach((one, at) => {
          expect(one.seq).toBe(at + 1)
          expect(one.arrivedUs - one.sentUs).toBe(latency * 1_000)
          expect(one.sentUs).toBeGreaterThanOrEqual(hop.packets[at - 1]?.sentUs ?? 0)
        })
      }),
    )
  })

  test('a transport header has the right checksum: everything adds up to all ones', () => {
    fc.assert(
      fc.property(running, anyOptions, (protocol, options) => {
        const hop = hopIn(drawn({ protocol }), options)
        for (const one of hop.packets) {
          if (one.transport === undefined) continue
          const number = one.transport.fields[2]?.name === 'Length' ? 17 : 6
          const segment = [...one.transport.bytes, ...(one.content?.bytes ?? [])]
          const ips = [one.from, one.to].flatMap((at) => hop.parties[at]?.address.ip ?? [])
          const all = [...ips, 0, number, segment.length >> 8, segment.length & 0xff, ...segment]
          expect(onesSum(all), one.title).toBe(0xffff)
        }
      }),
    )
  })

  test('the sizes say what the bytes are, and a record adds its overhead', () => {
    fc.assert(
      fc.property(running, anyOptions, (protocol, options) => {
        const hop = hopIn(drawn({ protocol }), options)
        for (const one of hop.packets) {
          if (one.content === undefined || one.about) continue
          if (one.sealed) expect(one.size).toBeGreaterThan(one.content.bytes.length)
          else expect(one.size).toBe(one.content.bytes.length)
          expect(one.size).toBeLessThanOrEqual(SEGMENT_BYTES)
        }
      }),
    )
  })

  test('a dearer setup never answers sooner', () => {
    fc.assert(
      fc.property(running, anyOptions, (protocol, options) => {
        const answered = (more: Partial<WireOptions>) =>
          hopIn(drawn({ protocol }), { ...options, ...more }).roundTrips.answer
        expect(answered({ warm: true })).toBeLessThanOrEqual(answered({ warm: false }))
        expect(answered({ tls: 'none' })).toBeLessThanOrEqual(answered({ tls: '1.3' }))
        expect(answered({ tls: '1.3' })).toBeLessThanOrEqual(answered({ tls: '1.2' }))
      }),
    )
  })
})

/** The sum of 16-bit words with the carries put back. */
function onesSum(bytes: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 2) sum += (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
  while (sum > 0xffff) sum = Math.floor(sum / 0x10000) + (sum % 0x10000)
  return sum
}
