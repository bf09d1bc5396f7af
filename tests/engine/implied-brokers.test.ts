/** semantics.md, "broker": one that a line implies stops and comes back as a drawn one does. */
import { describe, expect, test } from 'vitest'
import { choicesAt, findChoice, happensOn, recordChoice } from '../../src/shared/engine/choices'
import { compile } from '../../src/shared/engine/compile'
import { counterexampleOf } from '../../src/shared/engine/counterexample'
import { momentOf } from '../../src/shared/engine/decode'
import type { StepKind } from '../../src/shared/engine/step'
import { stepParams } from '../../src/shared/engine/step-params'
import type { Fault } from '../../src/shared/scenario/scenario'
import { scenario } from '../support/builders'
import { choiceLike, compiled, run } from '../support/running'
import { searched } from '../support/searching'
import { ALL, made } from '../support/small-searches'

const stopped = (connection: string, step?: StepKind): Fault => ({
  kind: 'stop-broker',
  at: { connection, ...(step !== undefined && { after: { step } }) },
})

const told = () =>
  scenario()
    .rest('client -> orders', { timeout: 20_000 })
    .broker('orders -> charging', { event: 'OrderCreated' })
    .broker('orders -> mail', { event: 'OrderCreated' })
    .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }, { reply: 201 }])

/** By the broker: the connections that imply it. */
const brokersOf = (drawn: ReturnType<typeof scenario>) => {
  const { services, lines } = compiled(drawn.build())
  return services
    .filter(({ id }) => id === undefined)
    .map((broker) => broker.lines.map((line) => lines[line]?.id))
}

describe('a broker that a line implies', () => {
  test('refuses what is published and comes back with what it holds', () => {
    const down = run(told().fault(stopped('orders-mail')).build())
    expect(down.kinds).toContain('request.refused')
    expect(down.replies).toEqual({ o1: [503] })
    expect(down.kinds.at(-1)).toBe('broker.restarted')

    const holding = run(told().fault(stopped('orders-mail', 'event.published')).build())
    expect(holding.kinds.indexOf('event.delivered')).toBeGreaterThan(
      holding.kinds.indexOf('broker.restarted'),
    )
    expect(holding.effects.o1?.charge).toBe(1)
  })

  test('takes back what was delivered and not acknowledged, and the handler runs on', () => {
    const ran = run(told().fault(stopped('orders-charging', 'event.delivered')).build())
    expect(ran.kinds).toContain('event.redelivered')
    expect(ran.effects.o1?.charge).toBe(2)
  })

  test('is shared by the lines of one event, and by those of one queue', () => {
    expect(brokersOf(told())).toEqual([['orders-charging', 'orders-mail']])
    const two = scenario()
      .broker('orders -> charging', { event: 'OrderCreated' })
      .broker('orders -> mail', { event: 'OrderPaid' })
    expect(brokersOf(two)).toEqual([['orders-charging'], ['orders-mail']])
    const competing = scenario()
      .broker('orders -> charging', { event: 'OrderCreated', queue: 'work' })
      .broker('returns -> charging2', { event: 'Returned', queue: 'work' })
    expect(brokersOf(competing)).toEqual([['orders-charging', 'returns-charging2']])
    const drawn = scenario().brokerBox('mq').broker('orders -> mq').broker('mq -> charging')
    expect(brokersOf(drawn)).toEqual([])
  })

  test('is offered to stop on each of its lines, and to start again once it has', () => {
    const ran = run(told().build())
    const published = ran.kinds.indexOf('event.published') + 1
    const state = ran.trace.stateAt(published)
    const choices = choicesAt(ran.program, state).filter(({ kind }) => kind === 'stop-broker')
    expect(choices).toMatchObject([{ fault: true, message: 'OrderCreated' }])
    for (const line of ['orders-charging', 'orders-mail'])
      expect(choices.every((choice) => happensOn(choice, line))).toBe(true)

    const choice = choiceLike(ran, state, { kind: 'stop-broker' })
    const record = recordChoice(ran.program, state, choice)
    expect(record).toEqual({ kind: 'stop-broker', connection: 'orders-charging' })
    expect(findChoice(ran.program, state, record)).toBe(choice)

    const { state: after } = ran.machine.apply(state, choice)
    expect(momentOf(ran.program, after).stopped).toEqual(['orders-charging', 'orders-mail'])
    const restart = choicesAt(ran.program, after).find(({ kind }) => kind === 'restart')
    expect(restart).toMatchObject({ fault: false, along: ['orders-charging', 'orders-mail'] })
    expect(restart?.service).toBeUndefined()
  })

  test('is called by what it carries and by its lines', () => {
    const ran = run(told().fault(stopped('orders-mail')).build())
    const stop = ran.steps.find(({ kind }) => kind === 'broker.stopped')
    if (stop === undefined) throw new Error('it does not stop')
    const { message, lines } = stepParams(ran.program, stop)
    expect([message, lines]).toEqual(['OrderCreated', 'orders → charging, mail'])
    expect(ran.moment.services).not.toHaveProperty('undefined')
  })

  test('stops in a search that is asked for it, and in no other', () => {
    const promised = told().finally('charged', 'effects.charge >= 1').build()
    const { services } = compiled(promised, { timed: false, budgets: { crash: 1 } })
    expect(services.every(({ id }) => id !== undefined)).toBe(true)
    const search = made(promised, { 'stop-broker': 1 }, ALL)
    const [violation] = searched(search.system).violations
    if (violation === undefined) throw new Error('nothing is broken')
    expect(counterexampleOf(search, violation)?.faults).toMatchObject([
      { kind: 'stop-broker', connection: 'orders-charging' },
    ])
  })
})

describe('a broker that is named to stop', () => {
  test('may be a box, or stand at either end of the line that is named', () => {
    const boxed = scenario()
      .rest('client -> orders')
      .brokerBox('mq')
      .broker('orders -> mq')
      .broker('mq -> charging')
    const places: Fault['at'][] = [
      { service: 'mq' },
      { connection: 'orders-mq' },
      { connection: 'mq-charging' },
    ]
    for (const at of places) {
      const { steps } = run(boxed.fault({ kind: 'stop-broker', at }).build())
      expect(steps.find(({ kind }) => kind === 'service.crashed')?.service).toBe('mq')
    }
  })

  test('is a problem where there is none', () => {
    const problemsOf = (at: Fault['at']) => {
      const result = compile(told().fault({ kind: 'stop-broker', at }).build())
      return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`)
    }
    expect(problemsOf({ connection: 'client-orders' })).toEqual([
      'engine/no-broker faults[0].at.connection',
    ])
    expect(problemsOf({ service: 'orders' })).toEqual(['engine/no-broker faults[0].at.service'])
  })
})
