import { describe, expect, test } from 'vitest'
import {
  choicesAbout,
  impossibleFor,
  type Message,
  messagesAt,
  messagesOf,
} from '../../../src/renderer/state/message-choices'
import { choicesAt } from '../../../src/shared/engine/choices'
import { momentOf } from '../../../src/shared/engine/decode'
import type { Moment } from '../../../src/shared/engine/moment'
import type { Step } from '../../../src/shared/engine/step'
import type { Scenario } from '../../../src/shared/scenario/scenario'
import { scenario } from '../../support/builders'
import { run } from '../../support/running'

const drawn = scenario()
  .rest('client -> orders', { id: 'place', timeout: 1_000 })
  .broker('orders -> charging', { id: 'bill' })
  .stimulus('place', 'o1')
  .stimulus('place', 'o2')
  .build()

interface At {
  readonly moment: Moment
  readonly steps: readonly Step[]
  readonly offered: (message: Message) => readonly string[]
  readonly refused: (message: Message) => readonly string[]
}

/** The run at the first position where such a message is. */
function firstWith(one: Scenario, stage: Message['stage']): At & { readonly message: Message } {
  const ran = run(one)
  for (let position = 0; position <= ran.trace.steps.length; position += 1) {
    const moment = momentOf(ran.program, ran.trace.stateAt(position))
    const message = messagesAt(moment).find((found) => found.stage === stage)
    if (!message) continue
    const about = (asked: Message) =>
      choicesAbout(choicesAt(ran.program, ran.trace.stateAt(position)), [asked])
    return {
      moment,
      steps: ran.steps,
      message,
      offered: (asked) => about(asked).map(({ kind }) => kind),
      refused: (asked) =>
        impossibleFor(asked, about(asked)).map(({ what, why }) => `${what}: ${why}`),
    }
  }
  throw new Error(`never ${stage}`)
}

describe('what may happen to one message', () => {
  test('a request arrives, is lost, repeated or delayed; its answer is not there to be lost', () => {
    const { message, offered, refused } = firstWith(drawn, 'request')
    expect(offered(message)).toEqual(['arrive', 'lose-request', 'duplicate', 'delay'])
    expect(refused(message)).toEqual(['lose-response: notAnswered'])
  })

  test('on a line that is cut a request is held up, whatever one would do to it', () => {
    const cut: Scenario = {
      ...drawn,
      faults: [{ kind: 'partition', at: { connection: 'place' } }],
    }
    const { message, offered, refused } = firstWith(cut, 'request')
    expect(offered(message)).toEqual([])
    expect(refused(message)).toEqual([
      'lose-request: held',
      'duplicate: held',
      'delay: held',
      'lose-response: notAnswered',
    ])
  })

  test('an answer arrives, is lost or delayed, and comes once', () => {
    const { message, offered, refused } = firstWith(drawn, 'response')
    expect(offered(message)).toEqual(['arrive', 'lose-response', 'delay'])
    expect(refused(message)).toEqual(['duplicate: answeredOnce'])
  })

  test('an event that the broker has is delivered or repeated, and not lost', () => {
    const { message, offered, refused } = firstWith(drawn, 'event')
    expect(offered(message)).toEqual(['deliver', 'duplicate'])
    expect(refused(message)).toEqual([
      'reorder: noneBefore',
      'lose-request: stored',
      'delay: noTimer',
    ])
  })

  test('a message behind another overtakes it and is not delivered in its turn', () => {
    const down: Scenario = { ...drawn, faults: [{ kind: 'crash', at: { service: 'charging' } }] }
    const { moment, message, offered, refused } = firstWith(down, 'ready')
    const waiting = messagesAt(moment).filter(({ stage }) => stage === 'ready')
    expect(waiting).toContainEqual(message)
    expect(offered(message)).toEqual(['duplicate'])
    expect(refused(message)).toContain('deliver: notNext')
  })

  test('no two messages of a moment are taken for one another', () => {
    const ran = run(drawn)
    for (let position = 0; position <= ran.trace.steps.length; position += 1) {
      const state = ran.trace.stateAt(position)
      const { flights, queues } = momentOf(ran.program, state)
      const ids = [
        ...flights.filter(({ kind }) => kind !== 'event').map(({ id }) => id),
        ...queues.flatMap(({ ready, unacked, dead }) =>
          [...ready, ...unacked, ...dead].map(({ id }) => id),
        ),
      ]
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  test('a step is asked about what it sent, and nothing else', () => {
    const { moment, message, steps } = firstWith(drawn, 'request')
    const sent = steps.find(({ kind, order }) => kind === 'request.sent' && order === 'o1')
    const other = steps.find(({ kind }) => kind === 'stimulus')
    if (!sent || !other) throw new Error('nothing was sent')
    expect(messagesOf(sent, moment)).toEqual([message])
    expect(messagesOf(other, moment)).toEqual([])
  })
})
