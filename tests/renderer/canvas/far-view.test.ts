import { describe, expect, it } from 'vitest'
import { courseOf, stretchesWithin } from '../../../src/renderer/canvas/far/course'
import { dotOffset, dotSpacing } from '../../../src/renderer/canvas/far/dots'
import { bodyShapes, courseShapes, levelAt } from '../../../src/renderer/canvas/far/level'
import { widened } from '../../../src/renderer/canvas/run/flight-place'
import { serviceShapes } from '../../../src/shared/drawing/service-shapes'
import { board, line, modelOf, service } from './boards'

const stroke = { ink: 'broker', width: 1.9, dash: [7, 5] } as const

describe('a dashed course', () => {
  it('begins and ends where its path does', () => {
    const course = courseOf('M0 0L100 0C150 0 150 50 200 50', stroke, 1)
    expect(course.points[0]).toEqual({ x: 0, y: 0 })
    expect(course.points.at(-1)).toEqual({ x: 200, y: 50 })
    expect(course.lengths.at(-1)).toBeGreaterThan(200)
  })

  it('is painted only where it is in sight, its pattern counted from its start', () => {
    const course = courseOf('M0 0L1000 0L1000 1000L0 1000', stroke, 1)
    const stretches = stretchesWithin(course, { x: 900, y: 400, width: 200, height: 100 })
    expect(stretches).toEqual([{ from: 1, to: 2 }])
    expect(course.lengths[1]).toBe(1000)
    expect(stretchesWithin(course, { x: 300, y: 300, width: 10, height: 10 })).toEqual([])
  })

  it('reads the paths that the drawing makes', () => {
    const model = modelOf(
      board(
        [service('a', 0, 0), service('b', 600, 300)],
        [line('ab', 'a', 'b', { protocol: 'broker', event: 'Made' })],
      ),
    )
    const drawn = model.lines.get('ab')
    if (!drawn) throw new Error('the line is drawn')
    const course = courseOf(drawn.path, stroke, 1)
    const whole = drawn.lengths.at(-1) ?? 0
    expect(course.lengths.at(-1)).toBeCloseTo(whole, -1)
  })
})

describe('the far view', () => {
  it('is outlines where words cannot be read', () => {
    expect(levelAt(0.11)).toBe('outlines')
    expect(levelAt(0.4)).toBe('whole')
  })

  it('keeps of a service its body, from the one drawing', () => {
    const shapes = serviceShapes(service('a', 0, 0), { language: 'en' })
    const bodies = bodyShapes(shapes)
    expect(bodies.length).toBeGreaterThan(0)
    for (const body of bodies) expect(shapes).toContain(body)
  })

  it('keeps of a line its whole course in its colour', () => {
    const model = modelOf(board([service('a', 0, 0), service('b', 400, 0)], [line('ab', 'a', 'b')]))
    const drawn = model.lines.get('ab')
    if (!drawn) throw new Error('the line is drawn')
    expect(courseShapes(drawn)).toEqual([
      { shape: 'path', d: drawn.path, stroke: { ink: 'rest', width: 1.9 } },
    ])
  })
})

describe('the paper’s dots', () => {
  it('lie on the grid at 100 %, and on every fifth crossing far out', () => {
    expect(dotSpacing(1)).toBe(20)
    expect(dotSpacing(0.2)).toBe(20)
    expect(dotSpacing(0.1)).toBe(50)
  })

  it('shift by less than one spacing, however far the view has gone', () => {
    expect(dotOffset({ x: -7, y: 4043, zoom: 1 }, 20)).toEqual({ x: 13, y: 3 })
  })
})

describe('marks far out', () => {
  it('are wide enough to see, and otherwise the drawing’s own', () => {
    const ring = { shape: 'circle', cx: 0, cy: 0, r: 9, stroke: { ink: 'mark', width: 5 } } as const
    expect(widened([ring], 20)).toEqual([{ ...ring, stroke: { ink: 'mark', width: 20 } }])
    expect(widened([ring], 2)).toEqual([ring])
  })
})
