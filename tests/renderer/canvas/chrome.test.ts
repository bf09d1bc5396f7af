import { describe, expect, it } from 'vitest'
import {
  MINIMAP,
  minimapView,
  onMinimap,
  viewCentredOn,
} from '../../../src/renderer/canvas/chrome/minimap-view'
import { PICKER, pickerPlace } from '../../../src/renderer/canvas/chrome/picker-place'
import { choicesFor } from '../../../src/renderer/canvas/menus/choices-for'
import { magnification } from '../../../src/renderer/canvas/run/flight-place'
import { isInside } from '../../../src/renderer/canvas/view/bounds'
import { shownBounds } from '../../../src/renderer/canvas/view/view'
import { line } from './boards'

const size = { width: 1000, height: 700 }
const all = { x: 0, y: 0, width: MINIMAP.width, height: MINIMAP.height }

describe('the minimap', () => {
  it('holds the whole board and the view, wherever the view looks', () => {
    const things = { x: 0, y: 0, width: 9000, height: 4000 }
    const shown = { x: -3000, y: 200, width: 1000, height: 700 }
    const map = minimapView(things, shown)
    expect(isInside(onMinimap(map, things), all)).toBe(true)
    expect(isInside(onMinimap(map, shown), all)).toBe(true)
  })

  it('moves the view’s middle to where it is pressed', () => {
    const view = { x: 0, y: 0, zoom: 0.5 }
    const map = minimapView({ x: 0, y: 0, width: 9000, height: 4000 }, shownBounds(view, size))
    const target = onMinimap(map, { x: 4500, y: 2000, width: 0, height: 0 })
    const shown = shownBounds(viewCentredOn(map, target, view, size), size)
    expect(shown.x + shown.width / 2).toBeCloseTo(4500, 3)
    expect(shown.y + shown.height / 2).toBeCloseTo(2000, 3)
  })
})

describe('the protocol picker', () => {
  const view = { x: 0, y: 0, zoom: 1 }
  const label = { box: { x: 380, y: 290, width: 100, height: 20 } }
  const noLabel = { box: { x: 0, y: 0, width: 0, height: 0 } }

  it('stands above the line and its label, whole on the canvas', () => {
    const place = pickerPlace({ points: [{ x: 430, y: 320 }], label }, [], view, size)
    expect(place && place.top + PICKER.height).toBeLessThan(290)
    const corner = pickerPlace({ points: [{ x: 990, y: 5 }], label: noLabel }, [], view, size)
    expect(corner && corner.left + PICKER.width).toBeLessThanOrEqual(1000)
    expect(corner?.top).toBeGreaterThanOrEqual(8)
  })

  it('makes way for the boxes that stand there', () => {
    const box = { x: 250, y: 180, width: 400, height: 90 }
    const place = pickerPlace({ points: [{ x: 430, y: 320 }], label }, [box], view, size)
    expect(place?.top).toBeGreaterThan(320)
  })

  it('is not shown for a line out of sight', () => {
    expect(pickerPlace({ points: [{ x: 5000, y: 0 }], label }, [], view, size)).toBeNull()
  })
})

describe('a right click on a running board', () => {
  const bill = line('bill', 'orders', 'charging', { protocol: 'broker' })
  const connections = new Map([['bill', bill]])
  const deliver = {
    choice: 1,
    kind: 'deliver',
    fault: false,
    connection: 'bill',
    service: 'charging',
  }
  const crash = { choice: 2, kind: 'crash', fault: true, service: 'charging' }
  const lose = { choice: 3, kind: 'lose-request', fault: true, connection: 'bill' }
  const choices = [deliver, crash, lose]

  it('offers what can happen to that service, faults first', () => {
    const offered = choicesFor(choices, { on: 'service', id: 'charging' }, connections)
    expect(offered.map((one) => one.kind)).toEqual(['crash', 'lose-request', 'deliver'])
  })

  it('offers on a line what happens on that line', () => {
    const offered = choicesFor(choices, { on: 'line', id: 'bill' }, connections)
    expect(offered.map((one) => one.kind)).toEqual(['lose-request', 'deliver'])
    expect(choicesFor(choices, { on: 'board' }, connections)).toEqual([])
  })
})

describe('a moving message', () => {
  it('is as large as drawn when near, and never too small to see', () => {
    expect(magnification(1)).toBe(1)
    expect(magnification(0.1) * 0.1).toBeGreaterThanOrEqual(0.4)
  })
})
