/**
 * What the sender observes, line by line of domain.md 1.1, for each kind of line: what it is told, and how often
 * the work was done all the same. Where the machine says less than the table there, the line says so: a
 * broker's alarms and a producer's buffer that is full are not told apart from silence or refusal.
 */
import { expect, test } from 'vitest'
import type { Action } from '../../src/shared/scenario/action'
import type { Fault } from '../../src/shared/scenario/scenario'
import { type ScenarioBuilder, scenario } from '../support/builders'
import { run } from '../support/running'

type Told = readonly [told: number, done: number]

const WORK: readonly Action[] = [{ effect: 'charge' }, { wait: 10 }]
const SLOW: readonly Action[] = [{ effect: 'charge' }, { wait: 5_000 }]
const fault = (kind: Fault['kind'], connection: string): Fault => ({ kind, at: { connection } })
const crash = (service: string): Fault => ({ kind: 'crash', at: { service } })
const midway: Fault = { kind: 'crash', at: { service: 'charging', after: { action: 'charge' } } }

/** What the client was told last, `NaN` for nothing; and how often the card was charged. */
function outcomeOf(drawn: ScenarioBuilder, faults: readonly Fault[]): Told {
  for (const one of faults) drawn.fault(one)
  const { replies, effects } = run(drawn.build())
  return [replies.o1?.at(-1) ?? Number.NaN, effects.o1?.charge ?? 0]
}

const LINE = 'client-charging'

// 0 is silence; in gRPC it is OK as well.
test.each<readonly [string, readonly Fault[], readonly Action[], Told, Told]>([
  ['success: done', [], WORK, [200, 1], [0, 1]],
  ['process down: refused, not done', [crash('charging')], WORK, [503, 0], [14, 0]],
  ['receiver slow: unknown, side effects stay', [], SLOW, [0, 1], [0, 1]],
  ['request lost: unknown', [fault('lose-request', LINE)], WORK, [0, 0], [0, 0]],
  ['response lost: unknown although done', [fault('lose-response', LINE)], WORK, [0, 1], [0, 1]],
  ['receiver crashes mid-way: unknown', [midway], WORK, [0, 1], [0, 1]],
  ['receiver rejects: not done, definitive', [], [{ fail: 422 }], [422, 0], [9, 0]],
  // On a connection that is open already the request waits, and comes late.
  ['partition: held up, unknown', [fault('partition', LINE)], WORK, [0, 1], [0, 0]],
])('a caller: %s', (_line, faults, work, rest, grpc) => {
  const drawn = (protocol: 'rest' | 'grpc') =>
    scenario()
      .line(protocol, 'client -> charging', { timeout: 1_000, retries: 0 })
      .handler('charging', LINE, work)
  expect(outcomeOf(drawn('rest'), faults)).toEqual(rest)
  expect(outcomeOf(drawn('grpc'), faults)).toEqual(grpc)
})

test.each([
  ['rest', [503, 1]],
  ['grpc', [8, 1]],
] as const)('a caller: overload: refused, not done (%s)', (line, told) => {
  const drawn = scenario()
    .service('charging', { maxRequests: 1 })
    .line(line, 'client -> charging', { timeout: 1_000, retries: 0 })
    .handler('charging', LINE, WORK)
    .stimulus(LINE, 'o1')
    .stimulus(LINE, 'o1', { at: 50 })
  // Of two the second is turned away at once: its answer is there before that of the first.
  const { replies, effects } = run(drawn.build())
  expect([replies.o1?.[0], effects.o1?.charge]).toEqual(told)
})

test.each(['rest', 'grpc'] as const)('a caller that must connect first: not done (%s)', (line) => {
  const drawn = scenario()
    .line(line, 'client -> charging', { timeout: 1_000, connectTimeout: 200, retries: 0 })
    .handler('charging', LINE, WORK)
  const refused = line === 'rest' ? 503 : 14
  expect(outcomeOf(drawn, [fault('partition', LINE)])).toEqual([refused, 0])
})

test.each<readonly [string, readonly Fault[], Told]>([
  ['success: the broker has it', [], [202, 1]],
  ['consumer down: no difference', [crash('charging')], [202, 1]],
  ['broker down: refused at once', [crash('mq')], [503, 0]],
  ['publish lost: no confirm, so published again', [fault('lose-request', 'shop-mq')], [202, 1]],
  ['consumer crashes: delivered again, a duplicate', [midway], [202, 2]],
])('a publisher to either broker: %s', (_line, faults, told) => {
  for (const flavor of ['rabbitmq', 'kafka'] as const) {
    const drawn = scenario()
      .rest('client -> shop')
      .brokerBox('mq')
      .broker('shop -> mq', { flavor, timeout: 500 })
      .broker('mq -> charging', { flavor })
      .handler('shop', 'client-shop', [{ publish: 'OrderCreated' }, { reply: 202 }])
    expect(outcomeOf(drawn, faults), flavor).toEqual(told)
  }
})

test.each([
  ['RabbitMQ: published again, a duplicate', 'rabbitmq', {}, 2],
  ['Kafka: the broker knows the repetition', 'kafka', {}, 1],
  ['Kafka without idempotence: a duplicate', 'kafka', { idempotence: false }, 2],
] as const)('a publisher whose confirm is lost: %s', (_line, flavor, line, done) => {
  const drawn = scenario()
    .rest('client -> shop')
    .brokerBox('mq')
    .broker('shop -> mq', { flavor, timeout: 500, ...line })
    .broker('mq -> charging', { flavor })
    .handler('shop', 'client-shop', [{ publish: 'OrderCreated' }, { reply: 202 }])
  expect(outcomeOf(drawn, [fault('lose-response', 'shop-mq')])).toEqual([202, done])
})

test.each<readonly [string, readonly Fault[], Told]>([
  ['lost: silently', [fault('lose-request', 'shop-mq')], [202, 0]],
  ['broker down: it never knows', [crash('mq')], [202, 0]],
])('a publisher without confirms: %s', (_line, faults, told) => {
  const drawn = scenario()
    .rest('client -> shop')
    .brokerBox('mq')
    .broker('shop -> mq')
    .broker('mq -> charging')
    .handler('shop', 'client-shop', [{ publish: 'OrderCreated', confirm: false }, { reply: 202 }])
  expect(outcomeOf(drawn, faults)).toEqual(told)
})

const LATER: Fault = {
  kind: 'lose-request',
  at: { connection: 'shop-charging', after: { step: 'connection.opened' } },
}

test.each<readonly [string, readonly Fault[], Told]>([
  ['success: nothing known', [], [202, 1]],
  ['receiver down: gone', [crash('charging')], [202, 0]],
  ['frame lost: silently', [LATER], [202, 0]],
])('a WebSocket sender: %s', (_line, faults, told) => {
  const drawn = scenario()
    .rest('client -> shop')
    .websocket('shop -> charging')
    // The first frame opens the socket and is gone.
    .handler('shop', 'client-shop', [
      { push: 'shop-charging' },
      { wait: 50 },
      { push: 'shop-charging' },
      { reply: 202 },
    ])
  expect(outcomeOf(drawn, faults)).toEqual(told)
})
