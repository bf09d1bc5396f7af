import { describe, expect, it } from 'vitest'
import { liveParts } from '../../../src/renderer/canvas/far/live-parts'
import { nextModel } from '../../../src/renderer/canvas/model/next-model'
import { previewed } from '../../../src/renderer/canvas/model/preview'
import { gridBoard, modelOf } from './boards'

const scenario = gridBoard(100, 10)
const before = modelOf(scenario)
const drag = (positions: ReadonlyMap<string, { x: number; y: number }>) => ({
  positions,
  connections: null,
  copies: null,
  resized: null,
})

describe('what a drag paints by itself', () => {
  it('is what moves, its lines and those of its neighbours, and stays that while the drag lasts', () => {
    const shift = (x: number, y: number) => {
      const preview = drag(new Map([['s55', { x, y }]]))
      const now = nextModel(before, previewed(scenario, preview), 'en')
      return [...(liveParts(before, now, preview) ?? [])].sort()
    }
    const near = shift(1510, 910)
    expect(near).toEqual(['c53', 'c54', 'c55', 'c56', 's55'])
    // Far on the other side its lines end elsewhere; they are the same lines.
    expect(shift(-400, -500)).toEqual(near)
  })

  it('is nothing without a drag, and nothing of what is better painted whole', () => {
    expect(liveParts(before, before, drag(new Map()))).toBeNull()
    const zone = drag(new Map([['zone', { x: 0, y: 0 }]]))
    expect(liveParts(before, before, zone)).toBeNull()
  })
})
