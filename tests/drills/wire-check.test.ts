/** Checks over packets: each kind of demand shown once where it holds, and once where one thing is otherwise. */
import { expect, test } from 'vitest'
import { Cast } from '../../src/shared/drills/cast'
import type { WireCheck } from '../../src/shared/drills/check'
import { modelAnswer } from '../../src/shared/drills/model-answer'
import { checkWire, hopsAsked } from '../../src/shared/drills/wire-check'
import { asScenario, drill, gradeOf, inRussian } from '../support/drills'

const position = { x: 0, y: 0 }
const boardOf = (line: object) =>
  asScenario({
    dryrun: 1,
    title: '',
    services: [
      { id: 'a', kind: 'client', name: 'A', position },
      { id: 'b', kind: 'service', name: 'B', role: 'orders', serviceTime: 0, position },
    ],
    connections: [{ id: 'l', from: 'a', to: 'b', protocol: 'rest', ...line }],
  })
const post = boardOf({ operation: 'POST /orders', idempotencyKey: true, latency: 10 })
const plain = { tls: 'none', dns: false } as const
const on = (board: ReturnType<typeof boardOf>, check: Omit<WireCheck, 'from' | 'to'>) =>
  checkWire(new Cast(board), { from: 'client', to: 'orders', ...check })

test.each<[string, Omit<WireCheck, 'from' | 'to'>]>([
  ['a protocol', { speaks: ['tls', 'http/1.1'] }],
  ['an order', { shows: ['SYN', 'SYN, ACK', 'ACK', 'ClientHello', 'POST /orders', '201'] }],
  ['an absence', { never: ['ClientHello', 'GET'], options: plain }],
  ['a field', { carries: ['idempotency-key:', 'Content-Length:'] }],
  ['round trips', { roundTrips: 3, options: { ...plain, tls: '1.3' } }],
  ['a time', { answerMs: 40, options: plain }],
])('%s that is there', (_, check) => {
  expect(on(post, check)).toMatchObject({ status: 'passed', hop: { connection: 'l' } })
})

test.each<[string, Omit<WireCheck, 'from' | 'to'>, object]>([
  ['a protocol', { speaks: ['tls'], options: plain }, { why: 'notSpoken', protocol: 'tls' }],
  ['a packet', { shows: ['SYN', 'GET'] }, { why: 'packetMissing', packet: 'GET' }],
  ['an order', { shows: ['POST', 'SYN'] }, { why: 'packetEarly', packet: 'SYN', after: 'POST' }],
  ['an absence', { never: ['POST'] }, { why: 'packetSent', packet: 'POST' }],
  ['a field', { carries: ['Cookie:'] }, { why: 'notCarried', text: 'Cookie:' }],
  ['round trips', { roundTrips: 2 }, { why: 'otherTrips', trips: 4, wanted: 2 }],
  ['a time', { answerMs: 20, options: plain }, { why: 'otherTime', ms: 40, wanted: 20 }],
])('%s that is not', (_, check, why) => {
  expect(on(post, check)).toMatchObject({ status: 'failed', why, hop: { connection: 'l' } })
})

test('one line of several is enough, and without a line it says so', () => {
  const [first] = post.connections
  const line = { ...first, id: 'other', protocol: 'udp', operation: undefined }
  const both = asScenario(
    JSON.parse(JSON.stringify({ ...post, connections: [line, ...post.connections] })),
  )
  expect(on(both, { speaks: ['http/1.1'] })).toMatchObject({ hop: { connection: 'l' } })
  const none = { ...post, connections: [] }
  expect(on(none, { speaks: ['tcp'] }).why).toMatchObject({ why: 'noLine', from: 'client' })
})

test.each([
  ['http-request', ['http']],
  ['http-tcp', ['answer']],
  ['http-https', ['tls13', 'tls12', 'plain']],
])('%s: its board as given shows it not yet, the model does, in Russian too', (id, fails) => {
  const of = drill(id)
  const { answers, board } = modelAnswer(of)
  if (of.start === undefined || board === undefined) throw new Error('no boards')
  const given = gradeOf(of, { board: of.start, answers })
  expect(given.checks.filter((one) => one.status === 'failed').map((one) => one.id)).toEqual(fails)
  expect(gradeOf(of, { board: inRussian(board), answers }).passed).toBe(true)
  expect(hopsAsked(of, of.start).every(({ hop }) => hop?.connection === 'place')).toBe(true)
})
