import { describe, expect, test } from 'vitest'
import { applyEdit, touchedBy } from '../../src/shared/scenario/edits'
import { parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { scenario } from '../support/builders'

const board = () =>
  scenario()
    .client('client')
    .service('orders', { zone: 'inside' })
    .service('payment')
    .rest('client -> orders', { id: 'place' })
    .rest('orders -> payment', { id: 'pay' })
    .sql('orders -> ordersDb', { id: 'store' })
    .broker('orders -> charging', { id: 'bill' })
    .handler('orders', 'place', [
      { save: 'order', as: 'new' },
      { call: 'pay' },
      // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
      { if: "last.outcome == 'ok'", then: [{ call: 'pay' }], else: [{ fail: 500 }] },
      // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
      { if: 'true', then: [{ call: 'pay' }] },
      {
        saga: [
          { do: { save: 'order', as: 'paid' }, undo: [{ call: 'pay' }] },
          { do: { call: 'pay' } },
        ],
      },
      { publish: 'OrderCreated' },
      { reply: 201 },
    ])
    .handler('payment', 'pay', [{ reply: 200 }])
    .handler('charging', { event: 'OrderCreated' }, [{ effect: 'charge' }])
    .zone({
      id: 'inside',
      name: 'Inside',
      kind: 'boundary',
      position: { x: 0, y: 0 },
      size: { width: 900, height: 900 },
    })
    .note({
      id: 'remark',
      text: 'A remark',
      position: { x: 0, y: 0 },
      size: { width: 100, height: 100 },
    })
    .stimulus('place', 'o1', { poison: 'charging' })
    .fault({ kind: 'crash', at: { service: 'charging' } })
    .fault({ kind: 'lose-request', at: { connection: 'pay' } })
    .build()

const without = (...ids: string[]): Scenario => {
  const left = applyEdit(board(), { edit: 'remove', ids })
  expect(parseScenario(printScenario(left))).toEqual({ ok: true, value: left, warnings: [] })
  return left
}
const serviceOf = (from: Scenario, id: string) => from.services.find((one) => one.id === id)

describe('what refers to a removed thing goes too', () => {
  test('the lines of a service, with the faults on them and on it', () => {
    const left = without('payment')
    expect(left.connections.map((one) => one.id)).toEqual(['place', 'store', 'bill'])
    expect(left.faults).toEqual([{ kind: 'crash', at: { service: 'charging' } }])
    expect(without('payment', 'charging')).not.toHaveProperty('faults')
  })

  test('the actions that used a line, and what held nothing else', () => {
    const [handler] = serviceOf(without('pay'), 'orders')?.handlers ?? []
    expect(handler?.do).toEqual([
      { save: 'order', as: 'new' },
      // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
      { if: "last.outcome == 'ok'", then: [], else: [{ fail: 500 }] },
      { saga: [{ do: { save: 'order', as: 'paid' } }] },
      { publish: 'OrderCreated' },
      { reply: 201 },
    ])
  })

  test('the handler that a line started; with the last one the service is as if it never had any', () => {
    expect(serviceOf(without('pay'), 'payment')).not.toHaveProperty('handlers')
  })

  test('the stimuli on a line; a stimulus outlives the service that it poisoned', () => {
    expect(without('place')).not.toHaveProperty('stimuli')
    expect(without('charging').stimuli).toEqual([{ connection: 'place', key: 'o1', at: 0 }])
  })

  test('a zone leaves what stood in it where it stood', () => {
    const left = without('inside')
    expect(left).not.toHaveProperty('zones')
    expect(serviceOf(left, 'orders')).not.toHaveProperty('zone')
    expect(left.services).toHaveLength(5)
  })

  test('a note is only a note', () => {
    expect(without('remark')).not.toHaveProperty('notes')
  })

  test('handlers of an event stay: the line may be drawn again', () => {
    const left = applyEdit(board(), { edit: 'remove', ids: ['bill'] })
    expect(serviceOf(left, 'charging')?.handlers).toHaveLength(1)
    expect(parseScenario(printScenario(left))).toMatchObject({
      ok: true,
      warnings: [{ code: 'scenario/unknown-event' }],
    })
  })

  test('everything', () => {
    const all = board()
    const ids = [...all.services, ...(all.zones ?? []), ...(all.notes ?? [])].map((one) => one.id)
    expect(without(...ids)).toEqual({
      dryrun: 1,
      title: 'A scenario',
      services: [],
      connections: [],
    })
  })
})

test('what stays is the same value, not an equal one', () => {
  const before = board()
  const after = applyEdit(before, { edit: 'remove', ids: ['remark'] })
  expect(after.services).toBe(before.services)
  expect(applyEdit(before, { edit: 'remove', ids: ['nobody'] })).toBe(before)
  expect(touchedBy({ edit: 'remove', ids: ['remark'] })).toEqual(['remark'])
})
