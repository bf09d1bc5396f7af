/** semantics.md, "A drawing without handlers must run too". */
import { describe, expect, test } from 'vitest'
import { handlersOf } from '../../src/shared/engine/infer'
import { scenario } from '../support/builders'
import { run } from '../support/running'

const handlersIn = (drawn: ReturnType<typeof scenario>, id: string) => {
  const built = drawn.build()
  const service = built.services.find((one) => one.id === id)
  if (service === undefined) throw new Error(`no ${id}`)
  return handlersOf(built, service)
}

describe('a service without handlers', () => {
  test('has one for each line that comes in', () => {
    const drawn = scenario()
      .rest('client -> hub')
      .broker('client -> hub', { id: 'told' })
      .grpc('peer -> hub')
    expect(handlersIn(drawn, 'hub').map(({ on }) => on)).toEqual([
      { connection: 'client-hub' },
      { connection: 'told' },
      { connection: 'peer-hub' },
    ])
  })

  test('does what its outgoing lines say, in their drawn order, and replies last', () => {
    const drawn = scenario()
      .rest('client -> hub', { operation: 'POST /things' })
      .sql('hub -> hubDb')
      .rest('hub -> next', { order: 1 })
      .broker('hub -> mailer', { event: 'Done' })
      .broker('hub -> biller', { event: 'Done' })
      .websocket('hub -> watcher')
    expect(handlersIn(drawn, 'hub')[0]?.do).toEqual([
      { call: 'hub-next' },
      { save: 'hub', as: 'saved' },
      { publish: 'Done' },
      { push: 'hub-watcher' },
      { reply: 201 },
    ])
  })

  test('replies only where somebody waits', () => {
    expect(handlersIn(scenario().broker('client -> hub'), 'hub')[0]?.do).toEqual([])
    expect(handlersIn(scenario().grpc('client -> hub'), 'hub')[0]?.do).toEqual([{ reply: 0 }])
  })

  test('from the palette brings its own effects and makes orders', () => {
    const drawn = scenario()
      .rest('client -> orders', { operation: 'POST /orders' })
      .sql('orders -> ordersDb')
      .broker('orders -> charging')
      .broker('orders -> notifications')
    expect(handlersIn(drawn, 'charging')[0]?.do).toEqual([{ effect: 'charge' }])
    expect(handlersIn(drawn, 'notifications')[0]?.do).toEqual([{ effect: 'notify' }])
    expect(handlersIn(drawn, 'orders')[0]).toMatchObject({
      creates: 'order',
      do: [{ save: 'order', as: 'new' }, {}, {}],
    })
  })

  test('calls the external for its effect, and only once', () => {
    const drawn = scenario().rest('client -> charging').external('bank').rest('charging -> bank')
    expect(handlersIn(drawn, 'charging')[0]?.do).toEqual([{ effect: 'charge' }, { reply: 200 }])
    expect(run(drawn.build()).effects).toEqual({ o1: { charge: 1 } })
  })

  test('that is a database or a broker has none', () => {
    const drawn = scenario().sql('hub -> hubDb').brokerBox('rabbit').broker('hub -> rabbit')
    expect(handlersIn(drawn, 'hubDb')).toEqual([])
    expect(handlersIn(drawn, 'rabbit')).toEqual([])
  })

  test('with its own keeps them as they are', () => {
    const drawn = scenario()
      .rest('client -> hub')
      .handler('hub', 'client-hub', [{ reply: 204 }])
    expect(handlersIn(drawn, 'hub')).toEqual([
      { on: { connection: 'client-hub' }, do: [{ reply: 204 }] },
    ])
  })
})

describe('a scenario without stimuli', () => {
  test('gets one: o1, from the first client, on its first connection', () => {
    const ran = run(
      scenario().rest('client -> hub', { operation: 'GET /' }).grpc('client -> other').build(),
    )
    expect(ran.steps[0]).toMatchObject({
      kind: 'stimulus',
      service: 'client',
      key: 'o1',
      message: 'GET /',
    })
    expect(ran.replies).toEqual({ o1: [200] })
  })

  test('takes the line that is drawn as the first', () => {
    const ran = run(scenario().rest('client -> hub').rest('client -> other', { order: 1 }).build())
    expect(ran.steps[0]?.connection).toBe('client-other')
  })
})
