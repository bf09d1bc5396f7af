/** What questions ask to predict, run here once: against the tables of the domain reference. */
import { expect, test } from 'vitest'
import { measured } from '../../src/shared/drills/measures/measure'
import { senderKnows } from '../../src/shared/drills/measures/sender-knows'
import { SENDERS } from '../../src/shared/drills/measures/situation'
import { modelAnswer } from '../../src/shared/drills/model-answer'
import { reportMarkdown } from '../../src/shared/drills/report'
import { newSession } from '../../src/shared/drills/session'
import { rightOption, tableSchema } from '../../src/shared/drills/table-question'
import { drill, gradeOf } from '../support/drills'

const rest = { protocol: 'rest', latency: 25 } as const

// domain.md D4: round trip 50 ms, server time 0.
test.each([
  ['HTTP', {}, 100],
  ['TLS 1.3', { tls: '1.3' }, 150],
  ['TLS 1.2', { tls: '1.2' }, 200],
  ['TLS 1.2 resumed', { tls: '1.2', session: 'resumed' }, 150],
  ['0-RTT', { tls: '1.3', session: 'early' }, 100],
  ['HTTP/3', { http3: true }, 100],
  ['HTTP/3 with 0-RTT', { http3: true, session: 'early' }, 50],
] as const)('%s: the first byte after %j is at %i ms', (_, options, ms) => {
  expect(measured({ packets: { ...rest, ...options }, of: 'firstByteMs' })).toBe(ms)
})

test('three packets go before a request over TCP, none before a datagram', () => {
  expect(measured({ packets: rest, of: 'packetsBefore' })).toBe(3)
  expect(measured({ packets: { protocol: 'udp' }, of: 'packetsBefore' })).toBe(0)
})

// domain.md 1.1, by REST, gRPC, RabbitMQ, Kafka, WebSocket; where that has no class, nothing is asked.
test.each([
  ['nothing', ['DONE', 'DONE', 'QUEUED', 'QUEUED', 'UNKNOWN']],
  ['down', ['NOT-DONE', 'NOT-DONE', 'QUEUED', 'QUEUED']],
  ['unreachable', ['NOT-DONE', 'NOT-DONE']],
  ['slow', ['UNKNOWN', 'UNKNOWN', 'QUEUED', 'QUEUED', 'UNKNOWN']],
  ['request-lost', ['UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN']],
  ['response-lost', ['UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN']],
  ['crash', ['UNKNOWN', 'UNKNOWN', 'QUEUED', 'QUEUED', 'UNKNOWN']],
  ['rejected', ['NOT-DONE', 'NOT-DONE']],
] as const)('what senders know: %s', (meets, known) => {
  expect(SENDERS.slice(0, known.length).map((by) => senderKnows(by, meets))).toEqual(known)
})

test('a measured number is an option by its value or by its range, or none', () => {
  const table = (value: object) =>
    tableSchema.parse({
      columns: [{ id: 'c', text: '' }],
      rows: [{ id: 'r', text: '', cells: {} }],
      options: [
        { id: 'a', text: '', ...value },
        { id: 'b', text: '', value: 1 },
      ],
    })
  const asked = (value: object) => ({
    id: 'r.c',
    column: 'c',
    row: { id: 'r', text: '', cells: {} },
    cell: { measured: { packets: rest, of: 'packetsBefore' as const } },
    options: table(value).options ?? [],
  })
  expect(rightOption(asked({ value: 3 }))).toBe('a')
  expect(rightOption(asked({ least: 2 }))).toBe('a')
  expect(rightOption(asked({ most: 2 }))).toBeUndefined()
})

test('a report says which cells are wrong, and what the runs gave', () => {
  const of = drill('http-request')
  const right = modelAnswer(of)
  const slipped = { 'tcp.packets': 'n2', 'udp.packets': 'n0' }
  const answers = { ...right.answers, packets: { pairs: slipped } }
  const markdown = reportMarkdown({
    drill: of,
    session: { ...newSession(of.id), answers, board: right.board },
    grade: gradeOf(of, { ...right, answers }),
    language: 'en',
    translate: (key) => key,
  })
  expect(markdown).toContain('wrongCells HTTP over TCP, without TLS, packets.')
  expect(markdown).toContain('measured HTTP over TCP, without TLS, packets: 3;')
  expect(markdown).toContain('over UDP, of 100: 91.')
})
