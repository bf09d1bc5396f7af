/** semantics.md, "rest, grpc (synchronous)". */
import { describe, expect, test } from 'vitest'
import { branchAt, startBranches } from '../../src/shared/drivers/branches'
import { explorable } from '../../src/shared/engine/explorable'
import { runReport } from '../../src/shared/engine/report'
import type { StepKind } from '../../src/shared/engine/step'
import type { Fault } from '../../src/shared/scenario/scenario'
import type { Service } from '../../src/shared/scenario/service'
import { scenario } from '../support/builders'
import { choiceLike, compiled, run } from '../support/running'
import { searched } from '../support/searching'

const POST = { operation: 'POST /orders', timeout: 1000 }
const orders = (fields = {}, line = {}) =>
  scenario()
    .rest('client -> orders', { ...POST, ...line })
    .handler('orders', 'client-orders', [{ save: 'order', as: 'new' }, { reply: 201 }], fields)

const on = (kind: Fault['kind']): Fault => ({ kind, at: { connection: 'client-orders' } })
const CALL_KINDS = /^(request|response|call|connection|message)/
const callKinds = (kinds: readonly StepKind[]) => kinds.filter((kind) => CALL_KINDS.test(kind))

describe('a synchronous call', () => {
  test('that is answered gives its caller the status', () => {
    const ran = run(orders().build())
    expect(callKinds(ran.kinds)).toEqual([
      'request.sent',
      'request.received',
      'response.sent',
      'response.received',
    ])
    expect(ran.replies).toEqual({ o1: [201] })
  })

  test('to a service that is down is refused, and nothing is processed', () => {
    const ran = run(
      orders()
        .fault({ kind: 'crash', at: { service: 'orders' } })
        .build(),
    )
    expect(callKinds(ran.kinds)).toEqual(['request.sent', 'request.refused'])
    expect(ran.replies).toEqual({ o1: [503] })
    expect(ran.rows).toEqual({})
  })

  test('whose request is lost times out, and was not processed', () => {
    const ran = run(orders().fault(on('lose-request')).build())
    expect(callKinds(ran.kinds)).toEqual(['request.sent', 'request.lost', 'call.timeout'])
    expect(ran.replies).toEqual({ o1: [0] })
    expect(ran.rows).toEqual({})
  })

  test('whose response is lost times out just the same, and was processed', () => {
    const ran = run(orders().fault(on('lose-response')).build())
    expect(ran.replies).toEqual({ o1: [0] })
    expect(ran.rows).toEqual({ o1: { order: 'new' } })
  })

  test('that is delayed past its timeout is still done, and its late answer discarded', () => {
    const ran = run(orders().fault(on('delay')).build())
    expect(callKinds(ran.kinds).slice(1)).toEqual([
      'call.timeout',
      'request.received',
      'response.sent',
      'response.late',
    ])
    expect(ran.rows).toEqual({ o1: { order: 'new' } })
    expect(ran.replies).toEqual({ o1: [0] })
  })

  test('whose callee crashes ends in a broken connection: the outcome is unknown', () => {
    const ran = run(
      orders()
        .fault({ kind: 'crash', at: { service: 'orders', after: { action: 'save' } } })
        .build(),
    )
    expect(callKinds(ran.kinds)).toEqual(['request.sent', 'request.received', 'connection.closed'])
    expect(ran.replies).toEqual({ o1: [0] })
    expect(ran.rows).toEqual({ o1: { order: 'new' } })
  })

  test('is repeated after its back-off, attempt by attempt', () => {
    const ran = run(
      orders({}, { retries: 2, backoff: 250 })
        .fault({ kind: 'crash', at: { service: 'orders' } })
        .build(),
    )
    const sent = ran.steps.filter(({ kind }) => kind === 'request.sent')
    expect(sent.map(({ atUs }) => atUs)).toEqual([0, 251_000, 502_000])
    expect(sent.map(({ detail }) => detail?.attempt)).toEqual([undefined, 2, 3])
    expect(ran.replies).toEqual({ o1: [503, 503, 503] })
  })

  test('backs off twice as long each time where the drawing says nothing', () => {
    const ran = run(
      orders({}, { retries: 3 })
        .fault({ kind: 'crash', at: { service: 'orders' } })
        .build(),
    )
    const sent = ran.steps.filter(({ kind }) => kind === 'request.sent')
    expect(sent.map(({ atUs }) => atUs)).toEqual([0, 101_000, 302_000, 703_000])
  })

  test('is not repeated after a definitive error', () => {
    const refused = scenario()
      .rest('client -> orders', { ...POST, retries: 3 })
      .handler('orders', 'client-orders', [{ reply: 409 }])
    expect(run(refused.build()).replies).toEqual({ o1: [409] })
  })

  test('to a handler that does not exist is answered 404', () => {
    const other = scenario()
      .rest('client -> orders', POST)
      .handler('orders', { operation: 'GET /orders' }, [{ reply: 200 }])
    expect(run(other.build()).replies).toEqual({ o1: [404] })
  })

  test('that fails lets its handler fail, and the error goes up the chain', () => {
    const chain = scenario()
      .rest('client -> gateway', POST)
      .rest('gateway -> orders', { timeout: 500 })
      .handler('gateway', 'client-gateway', [{ call: 'gateway-orders' }, { reply: 200 }])
      .handler('orders', 'gateway-orders', [{ wait: 800 }, { reply: 200 }])
    expect(run(chain.build()).replies).toEqual({ o1: [504] })
    const down = chain.fault({ kind: 'crash', at: { service: 'orders' } })
    expect(run(down.build()).replies).toEqual({ o1: [503] })
  })

  test('with onFailure continue goes on, and last tells how it ended', () => {
    const ask = (answer: number) =>
      scenario()
        .rest('client -> gateway', POST)
        .rest('gateway -> orders')
        .handler('gateway', 'client-gateway', [
          { call: 'gateway-orders', onFailure: 'continue' },
          // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
          { if: "last.outcome == 'error' && last.status == 418", then: [{ reply: 202 }] },
          { reply: 201 },
        ])
        .handler('orders', 'gateway-orders', [{ reply: answer }])
    expect(run(ask(418).build()).replies).toEqual({ o1: [202] })
    expect(run(ask(200).build()).replies).toEqual({ o1: [201] })
  })

  test('may be duplicated by something in between: it is handled twice, one answer counts', () => {
    const ran = run(orders({ creates: 'order' }).fault(on('duplicate')).build())
    expect(ran.kinds.filter((kind) => kind === 'handler.started').length).toBe(2)
    expect(ran.rows).toEqual({ o1: { order: 'new' }, 'o1.2': { order: 'new' } })
    expect(ran.replies).toEqual({ o1: [201] })
    expect(ran.kinds).toContain('response.late')
  })

  test('of a caller that crashed goes on, and its answer finds nobody', () => {
    const chain = scenario()
      .rest('client -> gateway', POST)
      .rest('gateway -> orders')
      .handler('gateway', 'client-gateway', [{ call: 'gateway-orders' }, { reply: 200 }])
      .handler('orders', 'gateway-orders', [{ save: 'order', as: 'new' }, { reply: 200 }])
      .fault({ kind: 'crash', at: { service: 'gateway', after: { step: 'request.sent' } } })
    const ran = run(chain.build())
    expect(ran.rows).toEqual({ o1: { order: 'new' } })
    expect(ran.steps.find(({ kind }) => kind === 'response.late')?.service).toBe('gateway')
  })

  test('that calls itself without end meets a limit, and the run says so', () => {
    const endless = scenario()
      .rest('client -> orders', POST)
      .rest('orders -> orders', { id: 'again', timeout: 60_000 })
      .handler('orders', 'client-orders', [{ call: 'again' }])
      .handler('orders', 'again', [{ call: 'again' }])
    const ran = run(endless.build())
    expect(ran.end).toBe('limit')
    expect(ran.limit).toBe('links')
  })

  test('can be lost by a choice where the run stands: another branch', () => {
    const ran = run(orders().build())
    const branches = startBranches(ran.machine, { stepsMax: 100 })
    const lost = choiceLike(ran, ran.trace.stateAt(2), { kind: 'lose-request', fault: true })
    const branch = branchAt(branches, 0, 2, lost).all[1]
    expect(branch?.trace.steps.map(({ kind }) => kind)).toContain('request.lost')
    const end = branch?.trace.stateAt(branch.trace.steps.length)
    if (branch === undefined || end === undefined) throw new Error('no branch')
    expect(runReport(ran.program, branch.trace.steps, end).replies).toEqual({ o1: [0] })
  })
})

describe('an idempotency key', () => {
  test('leads to the same order and the stored response', () => {
    const ran = run(
      orders({ creates: 'order', idempotent: true })
        .stimulus('client-orders', 'o1', { retries: 1, idempotencyKey: true })
        .fault(on('lose-response'))
        .build(),
    )
    expect(ran.kinds).toContain('message.deduplicated')
    expect(Object.keys(ran.rows)).toEqual(['o1'])
    expect(ran.replies).toEqual({ o1: [0, 201] })
  })

  test('that the handler does not honour changes nothing', () => {
    const ran = run(
      orders({ creates: 'order' })
        .stimulus('client-orders', 'o1', { retries: 1, idempotencyKey: true })
        .fault(on('lose-response'))
        .build(),
    )
    expect(Object.keys(ran.rows)).toEqual(['o1', 'o1.2'])
  })

  test('that the caller does not send changes nothing', () => {
    const ran = run(
      orders({ creates: 'order', idempotent: true })
        .stimulus('client-orders', 'o1', { retries: 1 })
        .fault(on('lose-response'))
        .build(),
    )
    expect(Object.keys(ran.rows)).toEqual(['o1', 'o1.2'])
  })

  test('leads to the same order though the first attempt never answered', () => {
    const ran = run(
      orders({ creates: 'order', idempotent: true })
        .stimulus('client-orders', 'o1', { retries: 5, idempotencyKey: true })
        .fault({ kind: 'crash', at: { service: 'orders', after: { action: 'save' } } })
        .build(),
    )
    expect(ran.rows).toEqual({ o1: { order: 'new' } })
  })
})

describe('a second request with a key that is being handled', () => {
  const slow = (retries: number) =>
    scenario()
      .rest('client -> charging', { timeout: 200, retries, idempotencyKey: true })
      .handler(
        'charging',
        'client-charging',
        [{ effect: 'charge' }, { wait: 50 }, { reply: 201 }],
        { idempotent: true },
      )
      .always('once', 'effects.charge <= 1')
      .build()

  test('is told so and does not run', () => {
    const ran = run(slow(1))
    expect(ran.replies).toEqual({ o1: [0, 409] })
    expect(ran.effects).toEqual({ o1: { charge: 1 } })
    expect(ran.steps.find(({ kind }) => kind === 'message.deduplicated')?.detail).toEqual({
      context: 'busy',
    })
  })

  test('is repeated unchanged until the stored answer is there', () => {
    expect(run(slow(2)).replies).toEqual({ o1: [0, 409, 201] })
  })

  test('keeps its answer with the order that was asked for, whatever orders others make on the way', () => {
    const made = [{ save: 'order', as: 'new' }, { reply: 201 }] as const
    const drawn = scenario()
      .rest('client -> gateway', { timeout: 1_000, retries: 1, idempotencyKey: true })
      .rest('gateway -> orders')
      .rest('gateway -> gifts')
      .handler(
        'gateway',
        'client-gateway',
        [{ call: 'gateway-orders' }, { call: 'gateway-gifts' }, { reply: 201 }],
        { idempotent: true },
      )
      .handler('orders', 'gateway-orders', [...made], { creates: 'order' })
      .handler('gifts', 'gateway-gifts', [...made], { creates: 'order' })
      .fault({ kind: 'lose-response', at: { connection: 'client-gateway' } })
    const ran = run(drawn.build())
    expect(ran.replies).toEqual({ o1: [0, 201] })
    expect(Object.keys(ran.rows)).toEqual(['o1', 'o1.2'])
    expect(ran.kinds.filter((kind) => kind === 'message.deduplicated')).toHaveLength(1)
  })

  test('over gRPC is ABORTED', () => {
    const drawn = scenario()
      .grpc('client -> charging', { timeout: 5_000, idempotencyKey: true })
      .handler('charging', 'client-charging', [{ wait: 100 }, { reply: 0 }], { idempotent: true })
      .stimulus('client-charging')
      .stimulus('client-charging', 'o1', { at: 50 })
      .build()
    expect(run(drawn).replies).toEqual({ o1: [10, 0] })
  })

  test('runs after a crash of the first, with the same order', () => {
    const drawn = orders({ creates: 'order', idempotent: true })
      .stimulus('client-orders', 'o1', { retries: 9, idempotencyKey: true })
      .fault({ kind: 'crash', at: { service: 'orders', after: { step: 'handler.started' } } })
      .build()
    const ran = run(drawn)
    expect(ran.replies.o1?.at(-1)).toBe(201)
    expect(ran.rows).toEqual({ o1: { order: 'new' } })
  })

  test('can never charge twice, whatever is delayed or doubled', () => {
    const budgets = { duplicate: 1, delay: 2, 'lose-response': 1 }
    const program = compiled(slow(2), { timed: false, budgets })
    const found = searched(explorable(program, { symmetry: true, reduction: true }))
    expect(found.verdict).toBe('holds')
  })

  test('is another request where the key is of another order or another operation', () => {
    const drawn = scenario()
      .rest('client -> charging', { timeout: 5_000, idempotencyKey: true })
      .handler('charging', 'client-charging', [{ wait: 100 }, { reply: 201 }], { idempotent: true })
      .stimulus('client-charging', 'o1')
      .stimulus('client-charging', 'o2', { at: 50 })
      .build()
    expect(run(drawn).replies).toEqual({ o1: [201], o2: [201] })
  })
})

describe('a service that takes so many requests at a time', () => {
  const busy = (fields: Partial<Service>, retries = 0) =>
    scenario()
      .service('orders', fields)
      .rest('client -> orders', { ...POST, retries })
      .handler('orders', 'client-orders', [{ wait: 150 }, { effect: 'charge' }, { reply: 201 }])
      .stimulus('client-orders', 'o1')
      .stimulus('client-orders', 'o2', { at: 10 })
      .build()

  test('turns the next one away at once, and nothing is done about it', () => {
    const ran = run(busy({ maxRequests: 1 }))
    expect(ran.replies).toEqual({ o1: [201], o2: [503] })
    expect(ran.effects).toEqual({ o1: { charge: 1 } })
    const refused = ran.steps.find(({ kind }) => kind === 'request.refused')
    expect([refused?.detail, refused?.atUs]).toEqual([{ context: 'full' }, 10_500])
  })

  test('takes it when it comes again, done with the first', () => {
    const ran = run(busy({ maxRequests: 1 }, 3))
    expect(ran.replies.o2?.at(-1)).toBe(201)
    expect(ran.effects.o2).toEqual({ charge: 1 })
  })

  test('takes more in more replicas, and all where no number is given', () => {
    expect(run(busy({ maxRequests: 1, replicas: 2 })).replies.o2).toEqual([201])
    expect(run(busy({})).replies.o2).toEqual([201])
  })
})

describe('gRPC', () => {
  const chain = (slowMs: number) =>
    scenario()
      .grpc('client -> payment', { timeout: 1000 })
      .grpc('payment -> charging', { timeout: 5000 })
      .handler('payment', 'client-payment', [{ call: 'payment-charging' }, { reply: 0 }])
      .handler('charging', 'payment-charging', [
        { wait: slowMs },
        { effect: 'charge' },
        { reply: 0 },
      ])

  test('a nested call gets what is left of the deadline', () => {
    const timeouts = run(chain(2000).build()).steps.filter(({ kind }) => kind === 'call.timeout')
    expect(timeouts.map(({ service, atUs }) => [service, atUs])).toEqual([
      ['client', 1_000_000],
      ['payment', 1_000_000],
    ])
  })

  test('past the deadline everything below fails, the charge included', () => {
    const ran = run(chain(2000).build())
    expect(ran.effects).toEqual({})
    expect(
      ran.steps.filter(({ kind }) => kind === 'handler.failed').map(({ service }) => service),
    ).toEqual(['payment', 'charging'])
  })

  test('past the deadline nothing is tried again, back-off or not', () => {
    const drawn = scenario()
      .grpc('client -> payment', { timeout: 1000 })
      .grpc('payment -> charging', { timeout: 5000, retries: 3 })
      .handler('payment', 'client-payment', [{ call: 'payment-charging' }, { reply: 0 }])
      .handler('charging', 'payment-charging', [{ wait: 2000 }, { reply: 0 }])
      .build()
    const failed = run(drawn).steps.filter(({ kind }) => kind === 'handler.failed')
    expect(failed.map(({ service, atUs }) => [service, atUs])).toEqual([
      ['payment', 1_000_000],
      ['charging', 2_001_000],
    ])
  })

  test('its OK is told apart from silence', () => {
    const lost = chain(100).fault({ kind: 'lose-response', at: { connection: 'client-payment' } })
    const told = (drawn: ReturnType<typeof chain>) => run(drawn.build()).told.o1
    expect([told(chain(100)), told(chain(2000)), told(lost)]).toEqual([['OK'], [''], ['']])
  })

  test('in time it is done, and its status is OK', () => {
    const ran = run(chain(100).build())
    expect(ran.effects).toEqual({ o1: { charge: 1 } })
    expect(ran.replies).toEqual({ o1: [0] })
  })

  test('an error goes up into REST in the words of REST', () => {
    const mixed = (code: number) =>
      scenario()
        .rest('client -> gateway')
        .grpc('gateway -> payment')
        .handler('gateway', 'client-gateway', [{ call: 'gateway-payment' }, { reply: 200 }])
        .handler('payment', 'gateway-payment', [{ fail: code }])
    expect(run(mixed(9).build()).replies).toEqual({ o1: [402] })
    expect(run(mixed(13).build()).replies).toEqual({ o1: [500] })
  })
})

describe('a key and what comes with it', () => {
  const keyed = (handler = {}) =>
    orders({ creates: 'order', idempotent: true, ...handler }, { idempotencyKey: true })
  const LINE = 'client-orders'

  test('another body is refused, now and while the first runs, in whatever order', () => {
    for (const at of [0, 500]) {
      const drawn = keyed()
        .stimulus(LINE, 'o1', { body: 'A' })
        .stimulus(LINE, 'o1', { body: 'B', at })
        .finally('one', 'intent.orders == 1 && intent.replies != [201, 201]')
      const program = compiled(drawn.build(), { timed: false, budgets: { duplicate: 1 } })
      for (const isReduced of [false, true]) {
        const found = searched(explorable(program, { symmetry: isReduced, reduction: isReduced }))
        expect(found.violations).toEqual([])
        expect(found.isWhole).toBe(true)
      }
    }
  })

  test('the same body gets the stored answer, and where none is told all are alike', () => {
    for (const more of [{ body: 'A' }, {}]) {
      const two = keyed()
        .stimulus(LINE, 'o1', more)
        .stimulus(LINE, 'o1', { ...more, at: 500 })
      expect(run(two.build()).replies).toEqual({ o1: [201, 201] })
    }
  })

  test('none where one is required is answered 400, and nothing is done', () => {
    const none = keyed({ needsKey: true }).stimulus(LINE, 'o1', { idempotencyKey: false })
    const ran = run(none.build())
    expect([ran.replies, ran.rows]).toEqual([{ o1: [400] }, {}])
  })
})
