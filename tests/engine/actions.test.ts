/** semantics.md, "Actions (the whole language of a handler)": one fact a row. */
import { describe, expect, test } from 'vitest'
import type { Action } from '../../src/shared/scenario/action'
import type { Fault } from '../../src/shared/scenario/scenario'
import { scenario } from '../support/builders'
import { run } from '../support/running'

const doing = (...actions: Action[]) =>
  scenario().rest('client -> shop', { timeout: 20_000 }).handler('shop', 'client-shop', actions)

const lostResponse: Fault = { kind: 'lose-response', at: { connection: 'shop-bank' } }

describe('save', () => {
  test('commits a row in the database it is drawn to, one step', () => {
    const ran = run(
      doing({ save: 'order', as: 'new' }, { reply: 200 }).sql('shop -> shopDb').build(),
    )
    expect(ran.steps.filter(({ kind }) => kind === 'row.saved')).toMatchObject([
      {
        service: 'shop',
        connection: 'shop-shopDb',
        to: 'shopDb',
        detail: { entity: 'order', status: 'new' },
      },
    ])
    expect(ran.rows).toEqual({ o1: { order: 'new' } })
  })

  test('fails with its handler while the database is down', () => {
    const ran = run(
      doing({ save: 'order', as: 'new' }, { reply: 200 })
        .sql('shop -> shopDb')
        .fault({ kind: 'crash', at: { service: 'shopDb' } })
        .build(),
    )
    expect(ran.kinds).toContain('save.failed')
    expect(ran.rows).toEqual({})
    expect(ran.replies).toEqual({ o1: [500] })
  })

  test('survives a crash of its service', () => {
    const ran = run(
      doing({ save: 'order', as: 'new' }, { reply: 200 })
        .fault({ kind: 'crash', at: { service: 'shop', after: { action: 'save' } } })
        .build(),
    )
    expect(ran.rows).toEqual({ o1: { order: 'new' } })
  })
})

describe('effect', () => {
  const charging = (action: Action, outcomes = {}) =>
    doing(action, { reply: 200 }).external('bank', outcomes).rest('shop -> bank', { timeout: 1000 })

  test('without an external is one local step', () => {
    const ran = run(doing({ effect: 'charge' }, { reply: 200 }).build())
    expect(ran.steps.find(({ kind }) => kind === 'effect.done')?.service).toBe('shop')
  })

  test('with an external is a call to it, done there', () => {
    const ran = run(charging({ effect: 'charge' }).build())
    expect(ran.steps.find(({ kind }) => kind === 'effect.done')?.service).toBe('bank')
    expect(ran.kinds.filter((kind) => kind === 'request.sent').length).toBe(2)
  })

  test('repeated after a lost response happens again', () => {
    const ran = run(charging({ effect: 'charge', retries: 1 }).fault(lostResponse).build())
    expect(ran.effects).toEqual({ o1: { charge: 2 } })
  })

  test('with once is done once per order by the provider, and the repetition gets the answer', () => {
    const ran = run(
      charging({ effect: 'charge', retries: 1, once: true }).fault(lostResponse).build(),
    )
    expect(ran.effects).toEqual({ o1: { charge: 1 } })
    expect(ran.kinds).toContain('effect.deduplicated')
    expect(ran.replies).toEqual({ o1: [200] })
  })

  test('that the provider declines is not done, and the handler goes on and can tell', () => {
    const declined = doing(
      { effect: 'charge' },
      // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
      { if: "last.outcome == 'error'", then: [{ reply: 402 }], else: [{ reply: 200 }] },
    )
      .external('bank', { outcomes: { charge: 'declined' } })
      .rest('shop -> bank')
    const ran = run(declined.build())
    expect(ran.effects).toEqual({})
    expect(ran.replies).toEqual({ o1: [402] })
  })

  test('that the provider cannot do fails the handler', () => {
    const broken = charging({ effect: 'charge' }, { outcomes: { charge: 'error' } })
    expect(run(broken.build()).replies).toEqual({ o1: [500] })
  })

  test('that nobody answers in time fails the handler, done or not', () => {
    const ran = run(charging({ effect: 'charge' }).fault(lostResponse).build())
    expect(ran.effects).toEqual({ o1: { charge: 1 } })
    expect(ran.replies).toEqual({ o1: [504] })
  })
})

describe('reply and fail', () => {
  test('reply answers at once, and work may follow it', () => {
    const ran = run(doing({ reply: 202 }, { wait: 1000 }, { effect: 'notify' }).build())
    expect(ran.replies).toEqual({ o1: [202] })
    const done = ran.steps.find(({ kind }) => kind === 'effect.done')
    const received = ran.steps.find(({ kind }) => kind === 'response.received')
    expect(done?.atUs).toBeGreaterThan(received?.atUs ?? Number.POSITIVE_INFINITY)
  })

  test('a handler that ends without a reply answers that it is done', () => {
    expect(run(doing({ effect: 'notify' }).build()).replies).toEqual({ o1: [200] })
  })

  test('fail stops there with an error response', () => {
    const ran = run(doing({ fail: 503 }, { effect: 'notify' }).build())
    expect(ran.kinds).toContain('handler.failed')
    expect(ran.effects).toEqual({})
    expect(ran.replies).toEqual({ o1: [503] })
  })
})

describe('if', () => {
  test('chooses by rows and effects of this order', () => {
    const ran = run(
      doing(
        { save: 'order', as: 'new' },
        // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
        { if: "rows.order == 'new' && effects.notify == 0", then: [{ effect: 'notify' }] },
        // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
        { if: 'effects.notify == 0', then: [{ reply: 500 }], else: [{ reply: 200 }] },
      ).build(),
    )
    expect(ran.effects).toEqual({ o1: { notify: 1 } })
    expect(ran.replies).toEqual({ o1: [200] })
  })

  test('takes no step of its own', () => {
    const plain = run(doing({ reply: 200 }).build()).kinds
    // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
    expect(run(doing({ if: 'true', then: [{ reply: 200 }] }).build()).kinds).toEqual(plain)
  })
})

describe('wait', () => {
  test('lets virtual time pass', () => {
    const received = run(doing({ wait: 1234 }, { reply: 200 }).build()).steps.at(-1)
    expect(received?.atUs).toBe(500 + 1_234_000 + 500)
  })
})

describe('dedupe', () => {
  const consuming = (...actions: Action[]) =>
    scenario()
      .rest('client -> orders')
      .broker('orders -> charging')
      .handler('orders', 'client-orders', [{ publish: 'OrderCreated' }, { reply: 201 }])
      .handler('charging', { event: 'OrderCreated' }, actions)
      .fault({ kind: 'duplicate', at: { connection: 'orders-charging' } })

  test('stops quietly when the message was handled already', () => {
    const ran = run(
      consuming({ dedupe: true }, { effect: 'charge' }, { save: 'charge', as: 'done' }).build(),
    )
    expect(ran.effects).toEqual({ o1: { charge: 1 } })
    expect(ran.kinds).toContain('message.deduplicated')
    expect(ran.end).toBe('quiescent')
  })

  test('is marked by the commit that follows: a crash between leaves the effect to be repeated', () => {
    const { faults: _duplicate, ...crashing } = consuming(
      { dedupe: true },
      { effect: 'charge' },
      { save: 'charge', as: 'done' },
    ).build()
    const ran = run({
      ...crashing,
      faults: [{ kind: 'crash', at: { service: 'charging', after: { action: 'charge' } } }],
    })
    expect(ran.effects).toEqual({ o1: { charge: 2 } })
  })

  test('without a commit after it marks at once: a crash loses the effect', () => {
    const { faults: _duplicate, ...crashing } = consuming(
      { dedupe: true },
      { effect: 'charge' },
    ).build()
    const ran = run({
      ...crashing,
      faults: [{ kind: 'crash', at: { service: 'charging', after: { action: 'save' } } }],
    })
    expect(ran.kinds).toContain('message.deduplicated')
    expect(ran.effects).toEqual({})
  })

  test('shows what a service remembers', () => {
    const ran = run(consuming({ dedupe: true }, { save: 'charge', as: 'done' }).build())
    expect(ran.moment.services.charging?.inbox).toEqual(['OrderCreated o1'])
  })
})

describe('transaction and outbox', () => {
  const outboxed = () =>
    scenario()
      .rest('client -> orders')
      .broker('orders -> charging')
      .handler('orders', 'client-orders', [
        {
          transaction: [
            { save: 'order', as: 'new' },
            { publish: 'OrderCreated', outbox: true },
          ],
        },
        { reply: 201 },
      ])

  test('a transaction stores rows and outbox in one choice', () => {
    const ran = run(outboxed().build())
    const saved = ran.steps.find(({ kind }) => kind === 'row.saved')
    const stored = ran.steps.find(({ kind }) => kind === 'outbox.stored')
    expect(stored?.seq).toBe((saved?.seq ?? 0) + 1)
    expect(ran.trace.choiceIndexAt(saved?.seq ?? 0)).toBe(ran.trace.choiceIndexAt(stored?.seq ?? 0))
  })

  test('a relay publishes the outbox and then marks it', () => {
    const ran = run(outboxed().build())
    expect(ran.kinds.filter((kind) => /outbox|published/.test(kind))).toEqual([
      'outbox.stored',
      'event.published',
      'outbox.relayed',
    ])
    expect(ran.effects).toEqual({ o1: { charge: 1 } })
  })

  test('an outbox is at least once: a crash before the mark publishes again', () => {
    const ran = run(
      outboxed()
        .fault({ kind: 'crash', at: { service: 'orders', after: { step: 'event.published' } } })
        .build(),
    )
    expect(ran.effects).toEqual({ o1: { charge: 2 } })
  })

  test('an outbox survives a crash before anything was published', () => {
    const ran = run(
      outboxed()
        .fault({ kind: 'crash', at: { service: 'orders', after: { step: 'outbox.stored' } } })
        .build(),
    )
    expect(ran.effects).toEqual({ o1: { charge: 1 } })
  })
})

describe('saga', () => {
  const saga = (last: Action) =>
    doing(
      {
        saga: [
          { do: { save: 'order', as: 'new' }, undo: { save: 'order', as: 'cancelled' } },
          { do: { effect: 'charge' }, undo: [{ effect: 'refund' }] },
          { do: last },
        ],
      },
      { reply: 201 },
    )

  test('runs its dos in order', () => {
    const ran = run(saga({ effect: 'notify' }).build())
    expect(ran.effects).toEqual({ o1: { charge: 1, notify: 1 } })
    expect(ran.replies).toEqual({ o1: [201] })
  })

  test('undoes those done, newest first, when one fails for good', () => {
    const ran = run(saga({ fail: 409 }).build())
    const undone = ran.steps.slice(ran.kinds.indexOf('saga.compensating'))
    expect(undone.map(({ kind, message }) => `${kind} ${message}`).slice(1, 3)).toEqual([
      'effect.done refund',
      'row.saved order',
    ])
    expect(ran.rows).toEqual({ o1: { order: 'cancelled' } })
    expect(ran.replies).toEqual({ o1: [409] })
  })

  test('that cannot be undone says so, and leaves the rest done', () => {
    const stages = {
      saga: [
        { do: { save: 'order', as: 'new' }, undo: { save: 'order', as: 'cancelled' } },
        { do: { effect: 'charge' }, undo: [{ fail: 500 }] },
        { do: { fail: 409 } },
      ],
    }
    const ran = run(doing(stages, { reply: 201 }).build())
    const failed = ran.steps.filter(({ kind }) => kind === 'handler.failed')
    expect(failed.map(({ detail }) => detail)).toEqual([{ status: 500, context: 'undo' }])
    expect([ran.rows, ran.effects]).toEqual([{ o1: { order: 'new' } }, { o1: { charge: 1 } }])
  })

  test('undoes nothing where nothing was done', () => {
    const ran = run(
      doing({ saga: [{ do: { fail: 409 }, undo: { effect: 'refund' } }] }, { reply: 201 }).build(),
    )
    expect(ran.effects).toEqual({})
    expect(ran.replies).toEqual({ o1: [409] })
  })

  test('takes a declined card for a failure', () => {
    const ran = run(
      doing(
        {
          saga: [
            { do: { save: 'order', as: 'new' }, undo: { save: 'order', as: 'rejected' } },
            { do: { effect: 'charge' } },
          ],
        },
        { reply: 201 },
      )
        .external('bank', { outcomes: { charge: 'declined' } })
        .rest('shop -> bank')
        .build(),
    )
    expect(ran.rows).toEqual({ o1: { order: 'rejected' } })
    expect(ran.replies).toEqual({ o1: [402] })
  })

  test('inside a saga is undone with it', () => {
    const nested: Action = {
      saga: [{ do: { effect: 'notify' }, undo: { effect: 'apologise' } }, { do: { fail: 409 } }],
    }
    const ran = run(saga(nested).build())
    expect(ran.effects).toEqual({ o1: { apologise: 1, charge: 1, notify: 1, refund: 1 } })
  })
})

describe('push', () => {
  const pushing = () =>
    scenario()
      .rest('client -> orders')
      .websocket('client -> notifications', { operation: 'order.paid' })
      .broker('orders -> notifications')
      .handler('orders', 'client-orders', [
        { wait: 100 },
        { publish: 'OrderCreated' },
        { reply: 201 },
      ])
      .handler('notifications', { event: 'OrderCreated' }, [{ push: 'client-notifications' }])

  test('sends one frame on the open socket', () => {
    const ran = run(pushing().build())
    expect(ran.kinds.filter((kind) => /frame|opened/.test(kind))).toEqual([
      'connection.opened',
      'frame.sent',
      'frame.received',
    ])
  })

  test('a crash closes the socket, and frames on their way are gone', () => {
    const ran = run(
      pushing()
        .fault({ kind: 'crash', at: { service: 'notifications', after: { step: 'frame.sent' } } })
        .build(),
    )
    expect(ran.kinds).toContain('frame.lost')
    expect(ran.kinds).toContain('connection.closed')
    expect(ran.kinds.filter((kind) => kind === 'connection.opened').length).toBe(2)
  })

  test('frames of one sender arrive in order', () => {
    const ran = run(
      scenario()
        .rest('client -> shop')
        .websocket('client -> shop', {
          id: 'live',
          operation: 'tick',
          latency: { uniform: [1, 900] },
        })
        .handler('shop', 'client-shop', [
          { wait: 10 },
          { push: 'live' },
          { push: 'live' },
          { push: 'live' },
        ])
        .build(),
    )
    const arrivals = ran.steps.filter(({ kind }) => kind === 'frame.received')
    expect(arrivals.length).toBe(3)
    const causes = arrivals.map(({ cause }) => cause ?? 0)
    expect(causes).toEqual(causes.toSorted((a, b) => a - b))
  })
})
