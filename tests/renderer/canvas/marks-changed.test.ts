import { expect, it } from 'vitest'
import type { BoardModel } from '../../../src/renderer/canvas/model/next-model'
import { changedPlaces } from '../../../src/renderer/canvas/run/marks-changed'
import type { Marks, ServiceMark } from '../../../src/shared/drawing/marks'

const box = (x: number) => ({ x, y: 0, width: 100, height: 60 })
const services = new Map([
  ['orders', box(0)],
  ['charging', box(300)],
])
const line = { bounds: { x: 100, y: 20, width: 200, height: 20 } }
const model = { services, lines: new Map([['bill', line]]) } as unknown as BoardModel
const active: ServiceMark = { state: 'active' }
const done: ServiceMark = { state: 'done' }
const marks = (
  services: Record<string, ServiceMark>,
  connections: Record<string, 'active' | 'done'> = {},
): Marks =>
  ({
    services: new Map(Object.entries(services)),
    connections: new Map(Object.entries(connections)),
  }) as Marks

it('nothing is painted anew where every mark is the same object', () => {
  expect(changedPlaces(marks({ orders: done }), marks({ orders: done }), model)).toEqual([])
})

it('a mark that came, one that went and one that became another are painted anew, and no other', () => {
  const before = marks({ orders: active, charging: done })
  expect(changedPlaces(before, marks({ orders: done, charging: done }), model)).toEqual([box(0)])
  expect(changedPlaces(before, marks({ orders: active }), model)).toEqual([box(300)])
  const now = marks({ orders: active, charging: done }, { bill: 'active' })
  expect(changedPlaces(before, now, model)).toEqual([line.bounds])
})
