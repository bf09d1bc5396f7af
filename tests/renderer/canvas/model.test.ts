import { describe, expect, it } from 'vitest'
import { nextModel } from '../../../src/renderer/canvas/model/next-model'
import { previewed } from '../../../src/renderer/canvas/model/preview'
import { carriedWaypoints, freedLines } from '../../../src/renderer/canvas/model/waypoints'
import { gridBoard, line, modelOf } from './boards'

const preview = (id: string, x: number, y: number) => ({
  positions: new Map([[id, { x, y }]]),
  connections: null,
  copies: null,
  resized: null,
})

describe('a gesture’s preview', () => {
  it('changes no scenario', () => {
    const scenario = gridBoard(6, 3)
    const shown = previewed(scenario, preview('s1', 5, 5))
    expect(shown.services[1]?.position).toEqual({ x: 5, y: 5 })
    expect(scenario.services[1]?.position).toEqual({ x: 300, y: 0 })
    expect(shown.services[2]).toBe(scenario.services[2])
    expect(shown.connections).toBe(scenario.connections)
  })

  it('is the scenario itself when nothing is under way', () => {
    const scenario = gridBoard(3, 3)
    const nothing = { positions: new Map(), connections: null, copies: null, resized: null }
    expect(previewed(scenario, nothing)).toBe(scenario)
  })
})

describe('a move', () => {
  const led = { ...line('ab', 'a', 'b'), waypoints: [{ x: 100, y: 200 }] }
  const lines = [led, line('bc', 'b', 'c')]

  it('takes the waypoints of a line along when both its ends move', () => {
    const both = new Set(['a', 'b'])
    expect(carriedWaypoints(lines, both, { x: 20, y: -40 })).toEqual({ ab: [{ x: 120, y: 160 }] })
  })

  it('frees a line from its waypoints when one end moves', () => {
    const one = new Set(['a'])
    expect(carriedWaypoints(lines, one, { x: 20, y: 0 })).toEqual({ ab: [] })
    expect(freedLines(lines, one)[0]).not.toHaveProperty('waypoints')
  })

  it('leaves all other lines alone', () => {
    expect(carriedWaypoints(lines, new Set(['c']), { x: 20, y: 0 })).toEqual({})
    expect(freedLines(lines, new Set(['c']))).toBe(lines)
  })
})

describe('the board’s geometry', () => {
  it('lays out anew only the lines that a moved service touches', () => {
    const scenario = gridBoard(200, 20)
    const before = modelOf(scenario)
    const after = nextModel(before, previewed(scenario, preview('s50', 3010, 380)), 'en')
    const changed = [...after.lines].filter(([id, line]) => line !== before.lines.get(id))
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.length).toBeLessThan(12)
    expect(after.services.get('s51')).toBe(before.services.get('s51'))
  })

  it('keeps every line when words that are not drawn change', () => {
    const scenario = gridBoard(20, 5)
    const before = modelOf(scenario)
    const after = nextModel(before, { ...scenario, title: 'Another' }, 'en')
    expect(after.lines).toBe(before.lines)
  })

  it('is the same value for the same scenario', () => {
    const scenario = gridBoard(4, 2)
    const before = modelOf(scenario)
    expect(nextModel(before, scenario, 'en')).toBe(before)
  })
})
