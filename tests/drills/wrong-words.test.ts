/** Wrong answers to the drills of protocols: one mistake each, and exactly the check that it is about fails. */
import { expect, test } from 'vitest'
import type { GivenAnswer } from '../../src/shared/drills/answer'
import { modelAnswer } from '../../src/shared/drills/model-answer'
import { drill, failedIds, gradeOf, inRussian } from '../support/drills'
import { edited } from './board-edits'
import { wrongEndpoints } from './wrong-endpoints'

const pairs = (wrong: Readonly<Record<string, string>>) => (right: GivenAnswer) =>
  'pairs' in right ? { pairs: { ...right.pairs, ...wrong } } : right
const swapped = (a: number, b: number) => (right: GivenAnswer) => {
  if (!Array.isArray(right)) return right
  const ids = [...right]
  ids[a] = right[b] ?? ''
  ids[b] = right[a] ?? ''
  return ids
}
const typed = (from: string, to: string) => (right: GivenAnswer) =>
  'text' in right ? { text: right.text.replace(from, to) } : right
const chosen = (ids: readonly string[]) => () => [...ids]

const WRONG: Readonly<
  Record<string, readonly (readonly [string, (right: GivenAnswer) => GivenAnswer])[]>
> = {
  protocols: [
    ['layers', pairs({ tls: 'application' })],
    ['layers', pairs({ quic: 'transport' })],
    ['ports', pairs({ ftp: 'p20', ftpdata: 'p21' })],
    ['ports', pairs({ smtp: 'p587', submission: 'p25' })],
    ['tcp-udp', chosen(['stream', 'processed', 'datagram', 'checksum'])],
  ],
  'http-request': [
    ['raw', typed('\n\n', '\n')],
    ['raw', typed('Host: shop.example.com\n', '')],
    ['raw', typed('Content-Length: 15', 'Content-Length: 16')],
    ['raw', typed('POST', 'GET')],
    ['packets', pairs({ 'tcp.packets': 'n2' })],
    ['lossy', pairs({ 'udp.delivered': 'all' })],
    ['parts', swapped(1, 2)],
  ],
  'http-tcp': [
    ['who', pairs({ order: 'http' })],
    ['lost', chosen(['made', 'plain-retry', 'key-retry'])],
    ['transport', chosen(['tcp'])],
    ['proof', chosen(['p3'])],
  ],
  'http-https': [
    ['cost', pairs({ 'tls12.ms': 'm150' })],
    ['cost', pairs({ 'h3.ms': 'm150' })],
    ['cost', pairs({ 'zero.ms': 'm100' })],
    ['gives', chosen(['conf', 'integ', 'auth', 'ip'])],
  ],
  'other-protocols': [
    ['smtp', swapped(0, 1)],
    ['ftp', swapped(9, 10)],
    ['ssh', swapped(2, 3)],
    ['first', pairs({ smtp: 'client' })],
    ['port', chosen(['c'])],
  ],
  'idempotent-methods': [
    ['methods', pairs({ 'delete.idempotent': 'no' })],
    ['methods', pairs({ 'put.safe': 'yes' })],
    ['methods', pairs({ 'patch.cacheable': 'yes' })],
    ['meaning', chosen(['effect', 'same-answer', 'retry'])],
    ['key-replies', pairs({ other: 'stored' })],
  ],
  'rest-brokers-grpc': [
    ['matrix', pairs({ 'initiates.kafka': 'push' })],
    ['matrix', pairs({ 'time.ws': 'broker' })],
    ['outcome', pairs({ 'slow.rest': 'notdone' })],
    ['outcome', pairs({ 'crash.rabbit': 'unknown' })],
    ['kinds', pairs({ amqp: 'broker' })],
    ['bytes', pairs({ ws: 'http2' })],
  ],
}

test.each(
  Object.entries(WRONG).flatMap(([id, wrong]) =>
    wrong.map(([check, slip], at) => ({ id, check, slip, at })),
  ),
)('$id, $at: only $check fails', ({ id, check, slip }) => {
  const of = drill(id)
  const { answers = {}, board } = modelAnswer(of)
  const right = answers[check]
  if (right === undefined) throw new Error(`${id} asks no ${check}`)
  const slipped = { ...answers, [check]: slip(right) }
  for (const drawn of board === undefined ? [undefined] : [board, inRussian(board)])
    expect(failedIds(gradeOf(of, { board: drawn, answers: slipped }))).toEqual([check])
})

test.each(Object.entries(wrongEndpoints))('an endpoint where %s', (_, { board, fails }) => {
  const of = drill('idempotent-methods')
  const { answers, board: model } = modelAnswer(of)
  if (model === undefined) throw new Error('no model board')
  const wrong = board(model)
  for (const drawn of [wrong, inRussian(wrong)])
    expect(failedIds(gradeOf(of, { board: drawn, answers }))).toEqual(fails)
})

test('a line across the trust boundary that says no TLS fails what is about it', () => {
  const of = drill('http-https')
  const { answers, board: model } = modelAnswer(of)
  if (model === undefined) throw new Error('no model board')
  const wrong = edited((raw) => {
    raw.connections[0].tls = 'none'
  })(model)
  for (const drawn of [wrong, inRussian(wrong)])
    expect(failedIds(gradeOf(of, { board: drawn, answers }))).toEqual(['boundary'])
})

test('every drill of protocols has at least four wrong answers', () => {
  for (const wrong of Object.values(WRONG)) expect(wrong.length).toBeGreaterThanOrEqual(4)
})
