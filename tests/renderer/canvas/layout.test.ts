import { describe, expect, it } from 'vitest'
import { arrangementOf, layoutGraph } from '../../../src/renderer/canvas/layout/graph'
import { waypointsFor } from '../../../src/renderer/canvas/layout/led-lines'
import { isOverlapping } from '../../../src/renderer/canvas/view/bounds'
import { board, line, modelOf, service } from './boards'

const scenario = board(
  [service('a', 100, 60), service('b', 90, 80), service('c', 120, 100)],
  [line('ab', 'a', 'b'), line('bc', 'b', 'c'), line('aa', 'a', 'a'), line('ghost', 'a', 'gone')],
)
const { services: boxes } = modelOf(scenario)
/** As the layout answers: a column each, 400 apart. */
const answer = {
  id: 'board',
  children: ['a', 'b', 'c'].map((id, i) => ({
    id,
    x: 12 + i * 400,
    y: 12,
    width: 180,
    height: 72,
  })),
}

describe('tidying up', () => {
  it('hands the layout every service at its drawn size and every line that leads somewhere', () => {
    const graph = layoutGraph(scenario, boxes, new Map())
    expect(graph.children?.map((child) => [child.id, child.width, child.height])).toEqual([
      ['a', 180, 72],
      ['b', 180, 72],
      ['c', 180, 72],
    ])
    expect(graph.edges?.map((edge) => edge.id)).toEqual(['ab', 'bc'])
  })

  it('keeps the drawing’s upper left corner and lands on the grid', () => {
    const { positions } = arrangementOf(answer, boxes, new Set())
    expect(positions).toEqual({
      a: { x: 100, y: 60 },
      b: { x: 500, y: 60 },
      c: { x: 900, y: 60 },
    })
  })

  it('leaves pinned services where they are, and nobody stands on them', () => {
    const pinned = new Set(['b', 'c'])
    const { positions } = arrangementOf(answer, boxes, pinned)
    expect(Object.keys(positions)).toEqual(['a'])
    const a = { ...boxes.get('a'), ...positions.a } as Parameters<typeof isOverlapping>[0]
    for (const id of pinned) {
      const box = boxes.get(id)
      expect(box && isOverlapping(a, box)).toBe(false)
    }
  })

  it('leads a line as the layout did, and by another way where that leads through a box', () => {
    const row = board(
      [service('a', 0, 0), service('b', 400, 0), service('c', 800, 0)],
      [line('ab', 'a', 'b', { waypoints: [{ x: 9, y: 9 }] }), line('ac', 'a', 'c')],
    )
    const positions = { a: { x: 0, y: 0 }, b: { x: 400, y: 0 }, c: { x: 800, y: 0 } }
    const straight = (x: number) => ({
      points: [
        { x: 180, y: 36 },
        { x, y: 36 },
      ],
    })
    const routes = new Map([
      ['ab', straight(400)],
      ['ac', straight(800)],
    ])
    const arrangement = { positions, zoneSizes: {}, routes, moves: new Map() }
    const { ab, ac = [] } = waypointsFor(row, arrangement, 'en').waypoints
    expect(ab).toEqual([{ x: 290, y: 36 }])
    expect(ac.length).toBeGreaterThan(1)
    expect(ac.some(({ y }) => y < 0 || y > 72)).toBe(true)
  })

  it('takes old waypoints away where it knows no way', () => {
    const old = { waypoints: [{ x: 9, y: 9 }] }
    const stacked = board([service('a', 0, 0), service('b', 0, 0)], [line('ab', 'a', 'b', old)])
    const positions = { a: { x: 0, y: 0 }, b: { x: 0, y: 0 } }
    const arrangement = { positions, zoneSizes: {}, routes: new Map(), moves: new Map() }
    expect(waypointsFor(stacked, arrangement, 'en')).toEqual({
      waypoints: { ab: [] },
      unsearched: 0,
    })
  })

  it('counts the lines that it searched no way for', () => {
    const many = Array.from({ length: 9 }, (_, at) =>
      line(`ab${at}`, 'a', 'b', { operation: undefined }),
    )
    const pair = board([service('a', 0, 0), service('b', 900, 0)], many)
    const positions = { a: { x: 0, y: 0 }, b: { x: 900, y: 0 } }
    const arrangement = { positions, zoneSizes: {}, routes: new Map(), moves: new Map() }
    let left = 6
    const isSpent = () => {
      left -= 1
      return left < 0
    }
    expect(waypointsFor(pair, arrangement, 'en', isSpent).unsearched).toBe(3)
    expect(waypointsFor(pair, arrangement, 'en').unsearched).toBe(0)
  })

  it('tells bends from the board’s own corner', () => {
    const bent = {
      ...answer,
      edges: [
        {
          id: 'ab',
          sources: ['a'],
          targets: ['b'],
          container: 'board',
          sections: [
            {
              id: 's',
              startPoint: { x: 0, y: 0 },
              endPoint: { x: 1, y: 1 },
              bendPoints: [{ x: 212, y: 12 }],
            },
          ],
        },
      ],
    }
    const { routes, positions } = arrangementOf(bent, boxes, new Set())
    const bend = routes.get('ab')?.points[1]
    // The box has moved to the grid since; the bend is where the layout put it.
    expect(bend && positions.a && Math.abs(bend.x - positions.a.x - 200)).toBeLessThanOrEqual(10)
  })

  it('keeps services in their zone, and gives the zone the room they need', () => {
    const graph = layoutGraph(scenario, boxes, new Map([['a', 'ours']]))
    expect(graph.children?.[0]).toMatchObject({ id: 'ours', children: [{ id: 'a' }] })
    const laidOut = {
      id: 'board',
      children: [
        {
          id: 'ours',
          x: 0,
          y: 0,
          width: 260,
          height: 180,
          children: [{ id: 'a', x: 40, y: 60, width: 180, height: 72 }],
        },
      ],
    }
    const { positions, zoneSizes } = arrangementOf(laidOut, boxes, new Set())
    expect(zoneSizes).toEqual({ ours: { width: 260, height: 180 } })
    const [zone, inner] = [positions.ours, positions.a]
    expect(zone && inner && [inner.x - zone.x, inner.y - zone.y]).toEqual([40, 60])
  })
})
