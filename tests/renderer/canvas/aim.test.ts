import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { zoomRung } from '../../../src/renderer/canvas/view/view'
import { bindFlow, moveView, useView } from '../../../src/renderer/canvas/view/view-store'
import { grantWish } from '../../../src/renderer/canvas/view/wishes'

vi.hoisted(() => {
  vi.stubGlobal('navigator', { language: 'en' })
  vi.stubGlobal('window', { matchMedia: () => ({ matches: false }) })
})

describe('a view on its way to another', () => {
  const moves: number[] = []
  beforeEach(() => {
    vi.useFakeTimers()
    moves.length = 0
    // As React Flow glides: the view of the store is still the old one for a while.
    bindFlow((view) => moves.push(view.zoom))
    useView.setState({ view: { x: 0, y: 0, zoom: 1 }, size: { width: 800, height: 600 } })
  })
  afterEach(() => {
    vi.runAllTimers()
    bindFlow(null)
    vi.useRealTimers()
  })

  it('counts each press of a zoom key from where the one before leads', () => {
    for (let press = 0; press < 3; press += 1) grantWish({ wish: 'zoomIn' })
    const second = zoomRung(zoomRung(1, 'in'), 'in')
    expect(moves).toEqual([zoomRung(1, 'in'), second, zoomRung(second, 'in')])
    grantWish({ wish: 'zoomOut' })
    expect(moves.at(-1)).toBeCloseTo(second)
  })

  it('counts from the view that there is once the glide is over or the hand has moved it', () => {
    grantWish({ wish: 'zoomIn' })
    vi.runAllTimers()
    grantWish({ wish: 'zoomIn' })
    expect(moves).toEqual([zoomRung(1, 'in'), zoomRung(1, 'in')])
    moveView({ x: 5, y: 5, zoom: 2 })
    useView.setState({ view: { x: 5, y: 5, zoom: 2 } })
    grantWish({ wish: 'zoomIn' })
    expect(moves.at(-1)).toBe(zoomRung(2, 'in'))
  })
})
