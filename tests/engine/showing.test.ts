/** What views are given: moments, flights, choices and sentences. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import english from '../../resources/locales/en/steps.json'
import russian from '../../resources/locales/ru/steps.json'
import { choicesAt } from '../../src/shared/engine/choices'
import { momentOf } from '../../src/shared/engine/decode'
import { STEP_KINDS } from '../../src/shared/engine/step'
import { stepParams } from '../../src/shared/engine/step-params'
import { scenario } from '../support/builders'
import { type Ran, run } from '../support/running'

const drawn = () =>
  scenario()
    .rest('client -> orders', { operation: 'POST /orders', latency: 10 })
    .sql('orders -> ordersDb', { latency: 30 })
    .broker('orders -> charging')
    .handler('orders', 'client-orders', [
      { save: 'order', as: 'new' },
      { publish: 'OrderCreated' },
      { reply: 201 },
    ])

const flightsAfter = (ran: Ran, kind: string) => {
  const position = ran.steps.findIndex((step) => step.kind === kind) + 1
  return momentOf(ran.program, ran.trace.stateAt(position)).flights
}

describe('a moment', () => {
  test('shows a request along its line, and its answer back', () => {
    const ran = run(drawn().build())
    expect(flightsAfter(ran, 'request.sent')).toMatchObject([
      {
        connection: 'client-orders',
        kind: 'request',
        direction: 'forward',
        sentUs: 0,
        arrivesUs: 10_000,
      },
    ])
    expect(flightsAfter(ran, 'response.sent')).toContainEqual(
      expect.objectContaining({
        connection: 'client-orders',
        kind: 'response',
        direction: 'back',
        late: false,
      }),
    )
  })

  test('shows a commit on its way to the database, and an event on its way to the consumer', () => {
    const ran = run(drawn().build())
    expect(flightsAfter(ran, 'handler.started')).toMatchObject([
      { connection: 'orders-ordersDb', kind: 'sql', sentUs: 10_000, arrivesUs: 40_000 },
    ])
    expect(flightsAfter(ran, 'event.published')).toMatchObject([
      { connection: 'orders-charging', kind: 'event', message: 'OrderCreated', order: 'o1' },
    ])
  })

  test('keeps the id of a flight for as long as it lasts', () => {
    const ran = run(drawn().build())
    const ids = new Map<number, string>()
    for (let position = 0; position <= ran.steps.length; position += 1) {
      for (const flight of momentOf(ran.program, ran.trace.stateAt(position)).flights) {
        const what = `${flight.kind} ${flight.connection} ${flight.sentUs}`
        const known = ids.get(flight.id)
        if (known !== undefined) expect(known).toBe(what)
        ids.set(flight.id, what)
      }
    }
    expect(ids.size).toBe(4)
  })

  test('says of an answer that nobody waits for that it is late', () => {
    const late = drawn().fault({ kind: 'delay', at: { connection: 'client-orders' } })
    const flights = flightsAfter(run(late.build()), 'response.sent')
    expect(flights).toContainEqual(expect.objectContaining({ kind: 'response', late: true }))
  })

  test('shows running handlers, where they stand and what they wait for', () => {
    const ran = run(drawn().build())
    const published = ran.kinds.indexOf('event.published') + 1
    const moment = momentOf(ran.program, ran.trace.stateAt(published))
    expect(moment.services.orders?.running).toEqual([
      { order: 'o1', trigger: 'POST /orders', at: 1, of: 3, waiting: 'confirm', attempt: 1 },
    ])
    expect(moment.services.client?.running).toMatchObject([{ waiting: 'answer' }])
  })

  test('shows an outbox until it is marked', () => {
    const outboxed = scenario()
      .broker('orders -> charging')
      .rest('client -> orders')
      .handler('orders', 'client-orders', [
        { publish: 'OrderCreated', outbox: true },
        { reply: 202 },
      ])
    const ran = run(outboxed.build())
    const stored = ran.kinds.indexOf('outbox.stored') + 1
    const outboxAt = (position: number) =>
      momentOf(ran.program, ran.trace.stateAt(position)).services.orders?.outbox
    expect(outboxAt(stored)).toEqual(['OrderCreated o1'])
    expect(outboxAt(ran.steps.length)).toEqual([])
  })
})

describe('the choices of a moment', () => {
  test('name what happens, to what, and when of itself', () => {
    const ran = run(drawn().build())
    const choices = choicesAt(ran.program, ran.trace.stateAt(2))
    expect(choices.map(({ kind }) => kind)).toEqual([
      'timeout',
      'arrive',
      'lose-request',
      'duplicate',
      'delay',
      'crash',
      'crash',
      'crash',
      'stop-broker',
      'partition',
      // The line that implies its broker: all of it, the publisher's half, the consumer's.
      'partition',
      'partition',
      'partition',
      'partition',
    ])
    expect(choices[1]).toMatchObject({
      fault: false,
      service: 'orders',
      connection: 'client-orders',
      message: 'POST /orders',
      order: 'o1',
      key: 'o1',
      dueUs: 10_000,
    })
    expect(choices[2]).toMatchObject({ fault: true, connection: 'client-orders' })
    expect(choices[2]?.dueUs).toBeUndefined()
  })

  test('use only words that the views have texts for', () => {
    const known = new Set([
      ...['proceed', 'arrive', 'deliver', 'timeout', 'restart', 'stimulus'],
      ...['crash', 'lose-request', 'lose-response', 'duplicate', 'delay', 'reorder', 'partition'],
      'stop-broker',
    ])
    const ran = run(drawn().stimulus('client-orders', 'o1').stimulus('client-orders', 'o2').build())
    for (let position = 0; position <= ran.steps.length; position += 1)
      for (const { kind } of choicesAt(ran.program, ran.trace.stateAt(position)))
        expect(known.has(kind)).toBe(true)
  })
})

describe('the sentence of a step', () => {
  const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name)

  test('exists for every kind in both languages', () => {
    for (const catalogue of [english, russian])
      for (const kind of STEP_KINDS) expect(Object.hasOwn(catalogue, kind), kind).toBe(true)
    expect(Object.keys(russian)).toEqual(Object.keys(english))
  })

  test('is given everything it asks for, in every golden run', () => {
    const folder = join(import.meta.dirname, '../golden')
    const said = new Set<string>()
    for (const name of [
      'broker-crash-before-ack',
      'effect-lost-response-once',
      'websocket-push',
      'saga-undone',
    ]) {
      const ran = run(JSON.parse(readFileSync(join(folder, `${name}.dryrun.json`), 'utf8')))
      for (const step of ran.steps) {
        const params = stepParams(ran.program, step, 'ru')
        const key = params.context === undefined ? step.kind : `${step.kind}_${params.context}`
        for (const catalogue of [english, russian] as readonly Record<string, string>[]) {
          const text = catalogue[key] ?? catalogue[step.kind] ?? ''
          for (const asked of placeholders(text)) expect(Object.keys(params), key).toContain(asked)
        }
        said.add(key)
      }
    }
    expect(said.size).toBeGreaterThan(20)
  })

  test('names services in the language asked for', () => {
    const named = scenario()
      .client('client', { name: { en: 'Client', ru: 'Клиент' } })
      .rest('client -> orders', { operation: 'POST /orders' })
    const ran = run(named.build())
    const [first] = ran.steps
    if (first === undefined) throw new Error('no step')
    expect(stepParams(ran.program, first, 'ru').service).toBe('Клиент')
    expect(stepParams(ran.program, first, 'en').service).toBe('Client')
  })
})
