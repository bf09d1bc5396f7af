/** semantics.md, `partition`: a connection, for a while; everything on it waits or is refused; it heals. */
import { describe, expect, test } from 'vitest'
import { branchAt, startBranches } from '../../src/shared/drivers/branches'
import { choicesAt, findChoice } from '../../src/shared/engine/choices'
import { compile } from '../../src/shared/engine/compile'
import { counterexampleOf } from '../../src/shared/engine/counterexample'
import { momentOf } from '../../src/shared/engine/decode'
import { machine } from '../../src/shared/engine/machine'
import type { Program } from '../../src/shared/engine/program'
import { searchable } from '../../src/shared/engine/searchable'
import type { StepKind } from '../../src/shared/engine/step'
import type { Connection } from '../../src/shared/scenario/connection'
import type { CutHalf, Fault } from '../../src/shared/scenario/scenario'
import { scenario } from '../support/builders'
import { choiceLike, compiled, run } from '../support/running'
import { notStopping, plainSearch, searched } from '../support/searching'
import { ALL, made } from '../support/small-searches'

const cut = (connection: string, step?: StepKind, half?: CutHalf): Fault => ({
  kind: 'partition',
  at: { connection, ...(half && { half }), ...(step !== undefined && { after: { step } }) },
})
const atMs = (ran: ReturnType<typeof run>, kind: StepKind) =>
  ran.steps.filter((step) => step.kind === kind).map(({ atUs }) => atUs / 1000)

const CUT = { partition: 1 }

const asked = (line: Partial<Connection> = {}) =>
  scenario()
    .rest('client -> orders', { timeout: 1000, retries: 1, ...line })
    .handler('orders', 'client-orders', [{ save: 'order', as: 'new' }, { reply: 201 }], {
      creates: 'order',
    })

const told = () =>
  scenario()
    .rest('client -> orders', { timeout: 20_000 })
    .brokerBox('bus')
    .broker('orders -> bus', { timeout: 1000 })
    .broker('bus -> charging')
    .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }, { reply: 201 }])

describe('a line that is cut', () => {
  test('keeps a request until it heals: its caller has timed out, and both attempts are done', () => {
    const ran = run(asked().fault(cut('client-orders', 'request.sent')).build())
    expect(ran.kinds.filter((kind) => kind === 'call.timeout')).toHaveLength(2)
    expect(atMs(ran, 'connection.healed')).toEqual([5000])
    expect(atMs(ran, 'request.received')).toEqual([5000, 5000])
    expect(ran.replies).toEqual({ o1: [0, 0] })
    expect(Object.keys(ran.rows)).toEqual(['o1', 'o1.2'])
    expect(ran.end).toBe('quiescent')
  })

  test('refuses a commit', () => {
    const ran = run(asked().sql('orders -> ordersDb').fault(cut('orders-ordersDb')).build())
    expect(ran.steps.find(({ kind }) => kind === 'save.failed')?.detail?.context).toBe('cut')
    expect(ran.replies.o1?.[0]).toBe(500)
  })

  test('holds a publisher up before it hands its event over', () => {
    const ran = run(told().fault(cut('orders-bus')).build())
    expect(atMs(ran, 'event.published')).toEqual([5000])
    expect(ran.effects).toEqual({ o1: { charge: 1 } })
  })

  test('swallows the confirm of what was handed over: it is published again', () => {
    const ran = run(told().fault(cut('orders-bus', 'event.published')).build())
    expect(ran.kinds.filter((kind) => kind === 'event.published')).toHaveLength(2)
    expect(ran.kinds).toContain('call.timeout')
  })

  test('holds up deliveries, and the acknowledgement of one that is being handled', () => {
    const early = run(told().fault(cut('bus-charging')).build())
    expect(atMs(early, 'event.delivered')).toEqual([5000])
    const late = run(told().fault(cut('bus-charging', 'event.delivered')).build())
    const acked = late.steps.find(
      ({ kind, service }) => kind === 'event.acked' && service === 'charging',
    )
    expect(acked?.atUs).toBe((atMs(late, 'connection.healed')[0] as number) * 1000)
    expect(late.effects).toEqual({ o1: { charge: 1 } })
  })

  test('holds up the outbox relay', () => {
    const ran = run(
      scenario()
        .rest('client -> orders')
        .brokerBox('bus')
        .broker('orders -> bus')
        .broker('bus -> charging')
        .handler('orders', 'client-orders', [
          { publish: 'OrderCreated', outbox: true },
          { reply: 201 },
        ])
        .fault(cut('orders-bus'))
        .build(),
    )
    expect(atMs(ran, 'outbox.relayed')[0]).toBeGreaterThanOrEqual(5000)
    expect(ran.replies).toEqual({ o1: [201] })
  })

  test('lets frames wait, in order', () => {
    const ran = run(
      scenario()
        .websocket('client -> chat')
        .stimulus('client-chat', 'o1', { times: 2 })
        .fault(cut('client-chat', 'frame.sent'))
        .build(),
    )
    expect(ran.kinds.filter((kind) => kind === 'frame.received')).toHaveLength(2)
    expect(ran.kinds).not.toContain('frame.lost')
  })
})

/** The same with two consumers and the broker implied. */
const implied = () =>
  scenario()
    .rest('client -> orders', { timeout: 20_000 })
    .broker('orders -> charging', { event: 'OrderCreated', timeout: 1000 })
    .broker('orders -> mail', { event: 'OrderCreated' })
    .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }, { reply: 201 }])

describe('a line that implies its broker', () => {
  const delivered = (ran: ReturnType<typeof run>, to: string) =>
    ran.steps
      .filter((step) => step.kind === 'event.delivered' && step.service === to)
      .map(({ atUs }) => atUs >= 5_000_000)

  test('cut between publisher and broker holds the publisher up, whichever of its lines is named', () => {
    for (const line of ['orders-charging', 'orders-mail']) {
      const ran = run(
        implied()
          .fault(cut(line, undefined, 'publisher'))
          .build(),
      )
      expect(atMs(ran, 'event.published')).toEqual([5000])
      expect(ran.steps[0]?.detail).toMatchObject({
        context: 'publisher',
        connections: 'orders-charging orders-mail',
      })
    }
  })

  test('swallows the confirm of what was handed over on the publisher side: it is published again', () => {
    const ran = run(
      implied()
        .fault(cut('orders-mail', 'event.published', 'publisher'))
        .build(),
    )
    expect(atMs(ran, 'event.published')).toHaveLength(2)
    expect(ran.effects.o1?.charge).toBe(2)
  })

  test('cut between broker and consumer holds up the deliveries of that line alone', () => {
    const ran = run(
      implied()
        .fault(cut('orders-mail', undefined, 'consumer'))
        .build(),
    )
    expect(atMs(ran, 'event.published')[0]).toBeLessThan(5000)
    expect([delivered(ran, 'mail'), delivered(ran, 'charging')]).toEqual([[true], [false]])
  })

  test('is cut on both sides where no half is named, and heals on both', () => {
    const ran = run(implied().fault(cut('orders-mail')).build())
    expect(atMs(ran, 'event.published')).toEqual([5000])
    const sides = (kind: StepKind) =>
      ran.steps.filter((step) => step.kind === kind).map(({ detail }) => detail?.context)
    expect(sides('connection.cut')).toEqual(['publisher', 'consumer'])
    expect(sides('connection.healed')).toEqual(['publisher', 'consumer'])
  })

  test('is offered whole and by halves in a branch, and by halves alone in a search', () => {
    const cuts = (program: Program) =>
      choicesAt(program, machine(program).initial)
        .filter(({ kind }) => kind === 'partition')
        .map(({ connection, half, along }) => [connection, half, along?.length])
    expect(cuts(compiled(implied().build())).slice(1)).toEqual([
      ['orders-charging', undefined, 1],
      ['orders-charging', 'publisher', 2],
      ['orders-charging', 'consumer', 1],
      ['orders-mail', undefined, 1],
      ['orders-mail', 'consumer', 1],
    ])
    const searching = { timed: false, budgets: { partition: 1 } }
    expect(cuts(compiled(implied().build(), searching)).slice(1)).toEqual([
      ['orders-charging', 'publisher', 2],
      ['orders-charging', 'consumer', 1],
      ['orders-mail', 'consumer', 1],
    ])
  })

  test('is said by its half in a run that a search found, and found again by that', () => {
    const search = made(implied().always('once', 'effects.charge <= 1').build(), CUT, ALL)
    const [violation] = searched(search.system).violations
    const told = violation && counterexampleOf(search, violation)
    expect(told?.faults).toMatchObject([
      { kind: 'partition', connection: 'orders-charging', half: 'publisher' },
    ])
    const position = told?.records.findIndex(({ kind }) => kind === 'partition') ?? -1
    let state = machine(search.timed).initial
    for (const choice of told?.choices.slice(0, position) ?? [])
      state = machine(search.timed).apply(state, choice).state
    const record = told?.records[position]
    expect(record && findChoice(search.timed, state, record)).toBe(told?.choices[position])
  })

  test('is the only one that has halves, and only a cut takes one', () => {
    const problems = (drawn: ReturnType<typeof scenario>) => {
      const result = compile(drawn.build())
      return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`)
    }
    const code = 'engine/no-half faults[0].at.half'
    expect(problems(told().fault(cut('orders-bus', undefined, 'publisher')))).toEqual([code])
    expect(problems(asked().fault(cut('client-orders', undefined, 'consumer')))).toEqual([code])
    const lost = { ...cut('orders-mail', undefined, 'consumer'), kind: 'lose-request' as const }
    expect(problems(implied().fault(lost))).toEqual([code])
  })
})

describe('a cut as a choice', () => {
  test('is offered for every line that carries something and is whole, and heals in the branch', () => {
    const ran = run(asked().line('dependency', 'orders -> stock').build())
    const state = ran.trace.stateAt(2)
    const choice = choiceLike(ran, state, { kind: 'partition', connection: 'client-orders' })
    expect(() =>
      choiceLike(ran, state, { kind: 'partition', connection: 'orders-stock' }),
    ).toThrow()
    const cutState = ran.machine.apply(state, choice).state
    expect(momentOf(ran.program, cutState).cuts).toEqual(['client-orders'])
    expect(() => choiceLike(ran, cutState, { kind: 'partition' })).toThrow()
    expect(choiceLike(ran, cutState, { kind: 'heal', connection: 'client-orders' })).toBeDefined()
    const branches = branchAt(startBranches(ran.machine, { stepsMax: 500 }), 0, 2, choice)
    const kinds = branches.all[1]?.trace.steps.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['connection.cut', 'connection.healed']))
    expect(branches.all[1]?.trace.end).toBe('quiescent')
  })
})

describe('a cut as a budget of a search', () => {
  const promised = () =>
    asked().always('one', 'intent.orders <= 1').finally('stored', 'intent.orders >= 1').build()

  test('finds the order that is made twice, and tells it with one cut and no other fault', () => {
    const result = searchable(promised(), { budgets: { partition: 1 } })
    if (!result.ok) throw new Error('does not compile')
    const { violations } = searched(result.value.system)
    const told = violations.map((one) => counterexampleOf(result.value, one))
    expect(told.map((one) => one?.invariant)).toEqual(['one'])
    expect(told[0]?.faults.map(({ kind, connection }) => [kind, connection])).toEqual([
      ['partition', 'client-orders'],
    ])
  })

  test('without one nothing is found', () => {
    const result = searchable(promised(), { budgets: {} })
    if (!result.ok) throw new Error('does not compile')
    expect(searched(result.value.system)).toMatchObject({ verdict: 'holds', isWhole: true })
  })

  test('comes to the same states and verdict as a plain search, reductions on or off', () => {
    const connecting = asked({ connectTimeout: 300 }).always('one', 'intent.orders <= 1')
    for (const drawn of [
      promised(),
      connecting.build(),
      told().always('one', 'effects.charge <= 1').build(),
    ]) {
      const budgets = { partition: 1, crash: 1 }
      const off = searchable(drawn, { budgets, reductions: { symmetry: false, reduction: false } })
      const on = searchable(drawn, { budgets })
      if (!off.ok || !on.ok) throw new Error('does not compile')
      const plain = plainSearch(off.value.untimed, 200_000)
      const whole = searched(notStopping(off.value.system))
      expect([plain.isWhole, whole.isWhole]).toEqual([true, true])
      expect(whole.states).toBe(plain.states)
      expect(searched(on.value.system).verdict).toBe(searched(off.value.system).verdict)
    }
  })
})

describe('a call that must connect first', () => {
  const connecting = (line: Partial<Connection>) =>
    scenario()
      .rest('client -> orders', { operation: 'POST /orders', connectTimeout: 300, ...line })
      .handler('orders', 'client-orders', [{ save: 'order', as: 'new' }, { reply: 201 }], {
        creates: 'order',
      })
      .fault({ kind: 'partition', at: { connection: 'client-orders' } })
      .always('one', 'intent.orders <= 1')

  test('sends nothing while the line is cut, and knows it', () => {
    const ran = run(connecting({}).build())
    const told = ran.steps.filter(({ kind }) => /^(request|connection|call)/.test(kind))
    expect(told.map(({ kind, atUs }) => `${kind} ${atUs}`)).toEqual([
      'connection.cut 0',
      'connection.tried 0',
      'connection.failed 300000',
      'connection.healed 5000000',
    ])
    expect([ran.replies, ran.rows]).toEqual([{ o1: [503] }, {}])
  })

  test('may be repeated without a key: nothing is done twice', () => {
    const ran = run(connecting({ retries: 2, backoff: 3_000 }).build())
    expect(ran.replies).toEqual({ o1: [503, 503, 201] })
    expect(ran.rows).toEqual({ o1: { order: 'new' } })
  })

  test('gets through once the line is whole in time', () => {
    const ran = run(connecting({ connectTimeout: 9_000 }).build())
    expect(ran.replies).toEqual({ o1: [201] })
    expect(ran.steps.find(({ kind }) => kind === 'request.sent')?.atUs).toBe(5_000_000)
  })

  test('gives up at the deadline that it was given', () => {
    const drawn = scenario()
      .grpc('client -> orders', { timeout: 400 })
      .grpc('orders -> charging', { timeout: 1_000, connectTimeout: 1_000 })
      .handler('orders', 'client-orders', [{ call: 'orders-charging' }, { reply: 0 }])
      .handler('charging', 'orders-charging', [{ effect: 'charge' }, { reply: 0 }])
      .fault({ kind: 'partition', at: { connection: 'orders-charging' } })
      .build()
    const ran = run(drawn)
    expect(ran.effects).toEqual({})
    expect(ran.steps.find(({ kind }) => kind === 'handler.failed')?.atUs).toBe(400_000)
  })
})
