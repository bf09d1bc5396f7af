import { describe, expect, it } from 'vitest'
import {
  type Mounted,
  mountedFor,
  NEAR_SERVICES_MAX,
  NOTHING_MOUNTED,
  whileMoving,
} from '../../../src/renderer/canvas/view/mounted'
import type { View } from '../../../src/renderer/canvas/view/view'
import { gridBoard, modelOf } from './boards'

const size = { width: 1200, height: 800 }
const none: ReadonlySet<string> = new Set()
const thousand = modelOf(gridBoard(1000, 40))
const dozen = modelOf(gridBoard(12, 4))
const at = (x: number, y: number, zoom: number): View => ({ x, y, zoom })

function mounted(
  model: typeof dozen,
  view: View,
  before: Mounted = NOTHING_MOUNTED,
  touched = none,
) {
  return mountedFor(before, model, view, size, touched)
}

describe('what is an element', () => {
  it('is everything on a small board at a readable zoom', () => {
    const all = mounted(dozen, at(0, 0, 0.8))
    expect(all.layer).toBe('near')
    expect(all.services).toEqual([...dozen.services.keys()])
    expect(all.lines).toEqual([...dozen.lines.keys()])
    expect(all.strokes).toBe('elements')
  })

  it('is only what is near on a large one', () => {
    const near = mounted(thousand, at(-3000, -2000, 1))
    expect(near.layer).toBe('near')
    expect(near.services.length).toBeLessThan(100)
    expect(near.services.length).toBeGreaterThan(10)
    const order = [...thousand.services.keys()]
    expect(near.services).toEqual(order.filter((id) => near.services.includes(id)))
  })

  it('is nothing where names cannot be read, but for what is touched', () => {
    const far = mounted(thousand, at(0, 0, 0.2), NOTHING_MOUNTED, new Set(['s7']))
    expect(far.layer).toBe('far')
    expect(far.services).toEqual(['s7'])
  })

  it('is nothing where too many would be in view at once', () => {
    const crowded = modelOf(gridBoard(NEAR_SERVICES_MAX + 50, 50))
    const close = mountedFor(
      NOTHING_MOUNTED,
      crowded,
      at(0, 0, 0.5),
      { width: 8000, height: 800 },
      none,
    )
    expect(close.layer).toBe('far')
  })

  it('stays the same while the view moves inside what is mounted', () => {
    const first = mounted(thousand, at(-3000, -2000, 1))
    expect(mounted(thousand, at(-3040, -2020, 1), first)).toBe(first)
    expect(mounted(thousand, at(-3900, -2000, 1), first)).not.toBe(first)
  })

  it('does not flicker at the limit between near and far', () => {
    const corner = (zoom: number) => at(-3000, -2000, zoom)
    const near = mounted(thousand, corner(0.5))
    expect(near.layer).toBe('near')
    expect(mounted(thousand, corner(0.44), near).layer).toBe('near')
    const far = mounted(thousand, corner(0.41), near)
    expect(far.layer).toBe('far')
    expect(mounted(thousand, corner(0.44), far).layer).toBe('far')
  })

  it('keeps a small board within reach of the keyboard at any zoom', () => {
    expect(mounted(dozen, at(0, 0, 0.2)).layer).toBe('near')
    expect(mounted(thousand, at(0, 0, 0.2)).layer).toBe('far')
  })

  it('keeps its lists when a service only moves, so that nothing else is drawn again', () => {
    const first = mounted(dozen, at(0, 0, 0.8))
    const moved = { ...dozen, services: new Map(dozen.services) }
    const next = mounted(moved, at(0, 0, 0.8), first)
    expect(next.services).toBe(first.services)
    expect(next.lines).toBe(first.lines)
  })
})

describe('while the view moves', () => {
  it('a crowd of elements waits, and the painter steps in', () => {
    const far = mounted(thousand, at(0, 0, 0.2))
    const near = mounted(thousand, at(-3000, -2000, 0.5), far)
    expect(near.services.length).toBeGreaterThan(40)
    const meanwhile = whileMoving(far, near)
    expect(meanwhile.isSettled).toBe(false)
    expect(meanwhile.services).toBe(far.services)
  })

  it('a few elements come at once', () => {
    const far = mounted(dozen, at(0, 0, 0.2))
    const near = mounted(dozen, at(0, 0, 0.8), far)
    expect(whileMoving(far, near)).toBe(near)
  })

  it('and rests, all is as it would have been at once', () => {
    const far = mounted(thousand, at(0, 0, 0.2))
    const view = at(-3000, -2000, 0.5)
    const meanwhile = whileMoving(far, mounted(thousand, view, far))
    const rested = mounted(thousand, view, meanwhile)
    expect(rested).toEqual(mounted(thousand, view))
  })
})
