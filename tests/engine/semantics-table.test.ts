/**
 * semantics.md, row by row: the tests and golden traces that prove each. The rows are those of the tables
 * there and of the format's own lists, so that a new action, protocol or fault does not pass without a test.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { SEARCHED_FAULTS } from '../../src/shared/engine/searched-faults'
import { ACTION_KINDS } from '../../src/shared/scenario/action'
import { PROTOCOLS } from '../../src/shared/scenario/connection'
import { FAULT_KINDS } from '../../src/shared/scenario/scenario'

/** `file: part of a test's name`, and names of golden traces. */
interface Proof {
  readonly tests: readonly string[]
  readonly golden?: readonly string[]
}

const ACTIONS: Readonly<Record<(typeof ACTION_KINDS)[number], Proof>> = {
  save: {
    tests: ['actions: commits a row in the database', 'actions: fails with its handler while'],
    golden: ['rest-happy', 'sql-is-down'],
  },
  effect: {
    tests: ['actions: with once is done once per order', 'actions: with an external is a call'],
    golden: ['effect-at-external', 'effect-declined', 'effect-lost-response-once'],
  },
  call: {
    tests: ['calls: that is answered gives its caller', 'calls: whose request is lost times out'],
    golden: ['rest-nested-failure', 'rest-lost-request'],
  },
  publish: {
    tests: ['broker: waits for the confirm', 'broker: without confirm neither waits nor notices'],
    golden: ['broker-lost-confirm', 'broker-lost-publish-unconfirmed', 'outbox-relay-crashes'],
  },
  push: { tests: ['actions: sends one frame on the open'], golden: ['websocket-push'] },
  reply: { tests: ['actions: reply answers at once'], golden: ['rest-happy'] },
  fail: {
    tests: ['actions: fail stops there', 'amqp: not put back, is dead at once'],
    golden: ['broker-dead-letter', 'amqp-reject'],
  },
  if: { tests: ['actions: chooses by rows and effects'], golden: ['wait-and-branch'] },
  dedupe: {
    tests: ['actions: stops quietly when', 'actions: is marked by the commit that follows'],
    golden: ['dedupe-duplicate', 'inbox-transaction'],
  },
  transaction: { tests: ['actions: a transaction stores rows'], golden: ['inbox-transaction'] },
  saga: { tests: ['actions: undoes those done, newest first'], golden: ['saga-undone'] },
  wait: { tests: ['actions: lets virtual time pass'], golden: ['wait-and-branch'] },
}

/** What only a wire study draws is drawn, asked and answered like any call, or never runs. */
const STUDIES = ['tcp', 'udp', 'smtp', 'ftp', 'ssh', 'dependency'] as const
type Run = Exclude<(typeof PROTOCOLS)[number], (typeof STUDIES)[number]>

const PROTOCOL_PROOFS: Readonly<Record<Run, Proof>> = {
  rest: {
    tests: [
      'calls: to a service that is down is refused',
      'calls: whose response is lost times out just the same',
      'calls: leads to the same order and the stored response',
      'calls: is repeated unchanged until the stored answer is there',
      'calls: turns the next one away at once',
    ],
    golden: ['rest-refused-until-restart', 'rest-lost-response-idempotent'],
  },
  grpc: {
    tests: ['calls: a nested call gets what is left', 'calls: past the deadline everything below'],
    golden: ['grpc-deadline'],
  },
  broker: {
    tests: [
      'broker: comes back when its consumer crashes',
      'broker: is a dead letter after five deliveries',
      'broker: acknowledged before its handler is lost',
      'broker: keeps its order with one consumer',
      'broker: named by two services is shared by them',
      'broker: handles a partition in order',
      'broker: replays what was not committed',
      'broker: gives a group each record once',
      'broker: to a broker that is down is refused',
      'broker: an idempotent producer knows its own repetitions',
    ],
    golden: ['broker-fan-out', 'broker-competing', 'kafka-partitions', 'broker-box-is-down'],
  },
  amqp: {
    tests: [
      'amqp: %s: %s is bound by %s',
      'amqp: comes back to a publisher that says mandatory',
      'amqp: put back, is delivered until the limit',
      'amqp: goes to whatever is bound to the dead-letter exchange',
      'amqp: ends the wait of a message that nobody takes',
      'broker: is handled by as many at a time as there are workers',
    ],
    golden: [
      'amqp-topic',
      'amqp-mandatory',
      'amqp-reject',
      'amqp-dead-letter-exchange',
      'amqp-ttl',
    ],
  },
  websocket: {
    tests: ['actions: a crash closes the socket', 'actions: frames of one sender arrive in order'],
    golden: ['websocket-push', 'websocket-first-frame'],
  },
  sql: { tests: ['actions: fails with its handler while'], golden: ['sql-is-down'] },
}

const FAULTS: Readonly<Record<(typeof FAULT_KINDS)[number], Proof>> = {
  crash: {
    tests: [
      'crashes: loses the running handler and keeps the rows',
      'crashes: is offered between any two steps',
      'crashes: happens right after the step it waits for',
      'actions: an outbox is at least once',
      'broker: that crashes keeps what it confirmed',
    ],
    golden: ['rest-callee-crashes', 'broker-crash-before-ack', 'broker-box-crashes'],
  },
  'lose-request': {
    tests: ['calls: can be lost by a choice', 'crashes: without a moment hits the first message'],
    golden: ['rest-lost-request', 'broker-lost-publish'],
  },
  'lose-response': {
    tests: ['calls: whose response is lost', 'broker: comes back when its acknowledgement is lost'],
    golden: ['rest-lost-response-retried', 'broker-lost-ack', 'broker-lost-confirm'],
  },
  duplicate: {
    tests: [
      'calls: may be duplicated by something in between',
      'broker: duplicated by the broker is handled twice',
      'broker: with two replicas hands the two copies',
    ],
    golden: ['broker-duplicate', 'broker-replicas'],
  },
  delay: {
    tests: ['calls: that is delayed past its timeout is still done'],
    golden: ['rest-delayed-past-timeout'],
  },
  reorder: { tests: ['broker: can be overtaken in by a choice'], golden: ['broker-reorder'] },
  partition: {
    tests: [
      'partition: keeps a request until it heals',
      'partition: is offered for every line',
      'partition: sends nothing while the line is cut',
      'partition: finds the order that is made twice',
      'partition: is cut on both sides where no half is named',
    ],
    golden: ['rest-partition', 'broker-cut-publisher'],
  },
  'stop-broker': {
    tests: [
      'implied-brokers: refuses what is published and comes back with what it holds',
      'implied-brokers: is shared by the lines of one event, and by those of one queue',
    ],
    golden: ['broker-line-crashes', 'broker-line-is-down'],
  },
}

const NAMES: Readonly<Record<string, Proof>> = {
  'rows, effects, intent, last, pending, deadLetters': {
    tests: ['keys-and-promises: knows rows, effects, intent, replies, last words, pending'],
  },
  always: { tests: ['keys-and-promises: always is held against every step'] },
  finally: {
    tests: [
      'keys-and-promises: finally is held only when nothing more',
      'keys-and-promises: finally waits until every crashed service',
    ],
  },
}

const VOCABULARY: Readonly<Record<string, Proof>> = {
  Key: { tests: ['keys-and-promises: two keys are two customers'] },
  Order: { tests: ['keys-and-promises: a handler that creates makes a new order'] },
  Cause: { tests: ['calls: that is answered gives its caller'] },
  'a drawing without handlers': {
    tests: ['inference: has one for each line', 'inference: gets one: o1, from the first client'],
    golden: ['drawing-alone'],
  },
  poison: { tests: ['broker: poisoned fails every time'], golden: ['broker-poison'] },
  outcomes: { tests: ['actions: that the provider declines'], golden: ['effect-declined'] },
}

const DRIVERS: Readonly<Record<string, Proof>> = {
  timeline: { tests: ['drivers/timeline: what is due first happens first'] },
  branches: { tests: ['drivers/branches: a choice at a position starts another branch'] },
  explorer: {
    tests: [
      'drivers/explore: water jugs: four gallons take six moves',
      'drivers/explore: of states is met and said',
    ],
  },
  load: {
    tests: [
      'drivers/load: agrees with Erlang C',
      'drivers/load: keeps Little’s law',
      'load: takes as long as on the timeline',
      'load: too many of them: the bottleneck is named',
    ],
  },
}

const engineTests = new Map([
  ...testsIn(import.meta.dirname, ''),
  ...testsIn(`${import.meta.dirname}/../drivers`, 'drivers/'),
])

function testsIn(folder: string, prefix: string): readonly (readonly [string, string])[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.test.ts') && file !== 'semantics-table.test.ts')
    .map((file) => [
      prefix + file.replace('.test.ts', ''),
      readFileSync(`${folder}/${file}`, 'utf8'),
    ])
}
const traces = new Set(readdirSync(`${import.meta.dirname}/../golden`))

/** What is claimed and not there. */
function missing({ tests, golden = [] }: Proof): readonly string[] {
  const absent = tests.filter((claim) => {
    const [file = '', name = ''] = claim.split(/: (.*)/s)
    return engineTests.get(file)?.includes(`('${name}`) !== true
  })
  return [...absent, ...golden.filter((name) => !traces.has(`${name}.trace.txt`))]
}

const TABLES = {
  driver: DRIVERS,
  action: ACTIONS,
  protocol: PROTOCOL_PROOFS,
  fault: FAULTS,
  'name of an invariant': NAMES,
  word: VOCABULARY,
}

describe.each(Object.entries(TABLES))('every %s of semantics.md', (_table, rows) => {
  test.each(Object.entries<Proof>(rows))('%s is proved by tests that are there', (_row, proof) => {
    expect(proof.tests.length).toBeGreaterThan(0)
    expect(missing(proof)).toEqual([])
  })
})

test('the tables leave nothing of the format out', () => {
  expect(Object.keys(ACTIONS)).toEqual([...ACTION_KINDS])
  expect([...Object.keys(PROTOCOL_PROOFS), ...STUDIES]).toEqual([...PROTOCOLS])
  expect(Object.keys(FAULTS)).toEqual([...FAULT_KINDS])
  expect([...SEARCHED_FAULTS].sort()).toEqual([...FAULT_KINDS].sort())
})

test('a row that claims what is not there is found out', () => {
  expect(missing({ tests: ['calls: that never was'], golden: ['nothing'] })).toHaveLength(2)
})
