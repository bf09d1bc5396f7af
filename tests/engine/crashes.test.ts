/** semantics.md, "Crashes and other faults", and the scenario's own list of them. */
import { describe, expect, test } from 'vitest'
import { branchAt, startBranches } from '../../src/shared/drivers/branches'
import { choicesAt } from '../../src/shared/engine/choices'
import { momentOf } from '../../src/shared/engine/decode'
import { scenario } from '../support/builders'
import { choiceLike, run } from '../support/running'

const drawn = () =>
  scenario()
    .rest('client -> orders', { timeout: 1000 })
    .sql('orders -> ordersDb')
    .broker('orders -> charging')
    .handler('orders', 'client-orders', [
      { save: 'order', as: 'new' },
      { publish: 'OrderCreated' },
      { reply: 201 },
    ])

describe('a crash', () => {
  test('loses the running handler and keeps the rows', () => {
    const ran = run(
      drawn()
        .fault({ kind: 'crash', at: { service: 'orders', after: { action: 'save' } } })
        .build(),
    )
    expect(ran.rows).toEqual({ o1: { order: 'new' } })
    expect(ran.effects).toEqual({})
  })

  test('is offered between any two steps, for every service and database but no client', () => {
    const ran = run(drawn().build())
    for (let position = 0; position <= ran.steps.length; position += 1) {
      const crashes = choicesAt(ran.program, ran.trace.stateAt(position)).filter(
        ({ kind }) => kind === 'crash',
      )
      expect(crashes.map(({ service }) => service)).toEqual(['orders', 'ordersDb', 'charging'])
      expect(crashes.every(({ fault, dueUs }) => fault && dueUs === undefined)).toBe(true)
    }
  })

  test('is not offered for what is down already, and a restart is', () => {
    const ran = run(
      drawn()
        .fault({ kind: 'crash', at: { service: 'charging' } })
        .build(),
    )
    const choices = choicesAt(ran.program, ran.trace.stateAt(1))
    expect(choices.some(({ kind, service }) => kind === 'crash' && service === 'charging')).toBe(
      false,
    )
    expect(choices.some(({ kind, service }) => kind === 'restart' && service === 'charging')).toBe(
      true,
    )
  })

  test('lasts as long as the scenario says, and so does a cut', () => {
    const crash = { kind: 'crash', for: 60_000, at: { service: 'charging' } } as const
    const cut = { kind: 'partition', for: 20_000, at: { connection: 'orders-charging' } } as const
    const { steps } = run(drawn().fault(crash).fault(cut).build())
    const atMs = (kind: string) =>
      steps.filter((step) => step.kind === kind).map(({ atUs }) => atUs / 1000)
    expect(atMs('service.restarted')).toEqual([60_000])
    expect(atMs('connection.healed')).toEqual([20_000, 20_000])
    expect(atMs('event.delivered').every((at) => at > 60_000)).toBe(true)
  })

  test('is followed by a restart after five seconds', () => {
    const ran = run(
      drawn()
        .fault({ kind: 'crash', at: { service: 'charging' } })
        .build(),
    )
    const restart = ran.steps.find(({ kind }) => kind === 'service.restarted')
    expect(restart?.atUs).toBe(5_000_000)
    expect(ran.moment.services.charging).toMatchObject({ up: true, crashes: 1 })
  })

  test('of one replica leaves the other working', () => {
    const two = scenario()
      .rest('client -> orders')
      .service('charging', { role: 'charging', replicas: 2 })
      .broker('orders -> charging')
      .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }, { reply: 201 }])
      .fault({ kind: 'crash', at: { service: 'charging', after: { step: 'handler.started' } } })
    const ran = run(two.build())
    const again = ran.steps.find(({ kind }) => kind === 'event.redelivered')
    expect(again?.atUs).toBeLessThan(1_000_000)
    const down = momentOf(ran.program, ran.trace.stateAt(again?.seq ?? 0))
    expect(down.services.charging).toMatchObject({ up: true, crashes: 1 })
  })

  test('chosen where the run stands branches it; the old run stays', () => {
    const ran = run(drawn().build())
    const charged = ran.kinds.indexOf('effect.done') + 1
    const choice = choiceLike(ran, ran.trace.stateAt(charged), {
      kind: 'crash',
      service: 'charging',
    })
    const branches = branchAt(startBranches(ran.machine, { stepsMax: 200 }), 0, charged, choice)
    const [first, second] = branches.all
    expect(first?.trace.steps).toEqual(ran.steps)
    expect(second?.fromPosition).toBe(charged)
    expect(second?.trace.steps[charged]?.kind).toBe('service.crashed')
    expect(second?.trace.steps.filter(({ kind }) => kind === 'effect.done').length).toBe(2)
  })
})

describe('a fault of the list', () => {
  test('happens right after the step it waits for', () => {
    const ran = run(
      drawn()
        .fault({
          kind: 'crash',
          at: { service: 'orders', after: { step: 'event.published', nth: 1 } },
        })
        .build(),
    )
    const crash = ran.kinds.indexOf('service.crashed')
    expect(ran.kinds[crash - 1]).toBe('event.published')
    expect(ran.steps[crash]?.cause).toBe(crash)
  })

  test('waits for the nth', () => {
    const ran = run(
      drawn()
        .stimulus('client-orders', 'o1')
        .stimulus('client-orders', 'o2', { at: 1000 })
        .fault({ kind: 'crash', at: { service: 'charging', after: { action: 'charge', nth: 2 } } })
        .build(),
    )
    expect(ran.effects).toEqual({ o1: { charge: 1 }, o2: { charge: 2 } })
  })

  test('without a moment hits the first message of the connection', () => {
    const ran = run(
      drawn()
        .stimulus('client-orders', 'o1')
        .stimulus('client-orders', 'o2', { at: 100 })
        .fault({ kind: 'lose-request', at: { connection: 'client-orders' } })
        .build(),
    )
    expect(ran.replies).toEqual({ o1: [0], o2: [201] })
  })

  test('that never comes to its moment changes nothing', () => {
    const waiting = drawn().fault({
      kind: 'crash',
      at: { service: 'charging', after: { action: 'refund' } },
    })
    expect(run(waiting.build()).kinds).toEqual(run(drawn().build()).kinds)
    expect(run(waiting.build()).end).toBe('quiescent')
  })
})
