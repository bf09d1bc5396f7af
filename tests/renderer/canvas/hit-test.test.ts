import { describe, expect, it } from 'vitest'
import { targetAt, thingsIn } from '../../../src/renderer/canvas/model/hit-test'
import { board, line, modelOf, service } from './boards'

const zone = {
  id: 'zone',
  name: 'Ours',
  kind: 'boundary' as const,
  position: { x: -100, y: -100 },
  size: { width: 900, height: 400 },
}
const note = {
  id: 'note',
  text: 'Mind the gap',
  position: { x: 300, y: 150 },
  size: { width: 120, height: 80 },
}
const scenario = board(
  [service('a', 0, 0), service('b', 500, 0), service('c', 1200, 0)],
  [line('ab', 'a', 'b'), line('loop', 'a', 'a')],
  { zones: [zone], notes: [note] },
)
const model = modelOf(scenario)
const on = (x: number, y: number) => targetAt(model, { x, y }, 1)

describe('what is under a point', () => {
  it('is a service anywhere in its box', () => {
    expect(on(10, 10)).toEqual({ on: 'service', id: 'a' })
    expect(on(179, 71)).toEqual({ on: 'service', id: 'a' })
  })

  it('is a line a few pixels beside it, too, and as many more from afar', () => {
    const middle = model.lines.get('ab')?.points[0]
    if (!middle) throw new Error('the line has points')
    const beside = { x: (middle.x + 500) / 2, y: middle.y + 5 }
    expect(on(beside.x, beside.y)).toEqual({ on: 'line', id: 'ab' })
    const further = { x: beside.x, y: middle.y + 16 }
    expect(targetAt(model, further, 0.25)).toEqual({ on: 'line', id: 'ab' })
  })

  it('is a self-loop as much as any line', () => {
    const points = model.lines.get('loop')?.points ?? []
    const far = points.reduce((a, b) =>
      Math.abs(b.x) + Math.abs(b.y) > Math.abs(a.x) + Math.abs(a.y) ? b : a,
    )
    const out =
      points.find((point) => point.y < -10 || point.x < -10 || point.x > 190 || point.y > 82) ?? far
    expect(on(out.x, out.y)).toEqual({ on: 'line', id: 'loop' })
  })

  it('is a zone at its title and its border, and the board inside', () => {
    expect(on(-50, -85)).toEqual({ on: 'zone', id: 'zone' })
    expect(on(-99, 200)).toEqual({ on: 'zone', id: 'zone' })
    expect(on(700, 250)).toEqual({ on: 'board' })
  })

  it('is a note before anything below it', () => {
    expect(on(360, 190)).toEqual({ on: 'note', id: 'note' })
  })
})

describe('far out', () => {
  it('leaves room beside a line for the empty board', () => {
    const middle = model.lines.get('ab')?.points[0]
    expect(middle && targetAt(model, { x: 340, y: middle.y + 25 }, 0.1)).toEqual({ on: 'board' })
  })

  it('does not meet a label that is not painted', () => {
    const box = model.lines.get('ab')?.label.box
    if (!box) throw new Error('the line has a label')
    const inLabel = { x: box.x + box.width - 2, y: box.y + 1 }
    expect(targetAt(model, inLabel, 1)).toEqual({ on: 'line', id: 'ab' })
    expect(targetAt(model, { x: inLabel.x, y: box.y - 6 }, 0.1)).toEqual({ on: 'board' })
  })
})

describe('a selection box', () => {
  it('takes services that it touches, and lines and zones only whole', () => {
    expect(thingsIn(model, { x: -10, y: -10, width: 100, height: 30 })).toEqual(['a'])
    const all = thingsIn(model, { x: -200, y: -200, width: 2000, height: 900 })
    expect(all.sort()).toEqual(['a', 'ab', 'b', 'c', 'loop', 'note', 'zone'])
  })
})
