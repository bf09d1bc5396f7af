/** Tidy up's promise, with the real layout: lines run squarely and through no box that is not their own. */
import ELK from 'elkjs/lib/elk.bundled.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangementOf, layoutGraph } from '../../../src/renderer/canvas/layout/graph'
import { waypointsFor } from '../../../src/renderer/canvas/layout/led-lines'
import { squareRoute } from '../../../src/renderer/canvas/layout/square-route'
import { grown, isCrossing } from '../../../src/renderer/canvas/view/bounds'
import { applyEdit } from '../../../src/shared/scenario/edits'
import type { Point } from '../../../src/shared/scenario/place'
import type { Scenario } from '../../../src/shared/scenario/scenario'
import { board, line, modelOf, service } from './boards'

const elk = new ELK()

const scattered = fc
  .record({
    count: fc.integer({ min: 2, max: 12 }),
    ends: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 20 }),
    pinned: fc.array(fc.nat(11), { maxLength: 3 }),
  })
  .map(({ count, ends, pinned }) =>
    board(
      // Far enough apart that pinned ones leave room for lines between them.
      Array.from({ length: count }, (_, i) =>
        service(
          `s${i}`,
          (i % 4) * 320,
          Math.floor(i / 4) * 200,
          pinned.includes(i) ? { pinned: true } : {},
        ),
      ),
      ends.map(([from, to], i) => line(`l${i}`, `s${from % count}`, `s${to % count}`)),
    ),
  )

async function tidied(scenario: Scenario): Promise<Scenario> {
  const { services: boxes } = modelOf(scenario)
  const laidOut = await elk.layout(layoutGraph(scenario, boxes, new Map()))
  const pinned = scenario.services.filter((one) => one.pinned).map(({ id }) => id)
  const arrangement = arrangementOf(laidOut, boxes, new Set(pinned))
  const { waypoints } = waypointsFor(scenario, arrangement, 'en')
  return applyEdit(scenario, { edit: 'arrange', positions: arrangement.positions, waypoints })
}

/** The corners of a line as it is drawn: its ends and its waypoints. */
function cornersOf(scenario: Scenario): { id: string; ends: string[]; corners: Point[] }[] {
  const { lines } = modelOf(scenario)
  return scenario.connections.flatMap(({ id, from, to, waypoints = [] }) => {
    const drawn = lines.get(id)
    if (!drawn || waypoints.length === 0) return []
    const { attached } = drawn
    return [
      { id, ends: [from, to], corners: [attached.from.point, ...waypoints, attached.to.point] },
    ]
  })
}

describe('after Tidy up', () => {
  it('no line crosses a box that is not its end, and every piece is level or upright', async () => {
    await fc.assert(
      fc.asyncProperty(scattered, async (scenario) => {
        const after = await tidied(scenario)
        const { services: boxes, lines } = modelOf(after)
        const led = cornersOf(after)
        for (const { id, ends, corners } of led) {
          const points = lines.get(id)?.points ?? []
          for (const [other, box] of boxes) {
            if (ends.includes(other)) continue
            const inside = grown(box, -1)
            const isMet = points.some((point, at) => {
              const before = points[at - 1]
              return before !== undefined && isCrossing(before, point, inside)
            })
            expect(isMet, `${id} through ${other}`).toBe(false)
          }
          for (const [at, { x, y }] of corners.entries()) {
            const before = corners[at - 1]
            if (before) expect(before.x === x || before.y === y, `${id} at ${at}`).toBe(true)
          }
        }
        // Nobody is left out where there is room: only a service's line to itself keeps its loop.
        const loops = after.connections.filter(({ from, to }) => from === to).length
        if (!after.services.some(({ pinned }) => pinned)) {
          expect(led).toHaveLength(after.connections.length - loops)
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

describe('a square way', () => {
  const box = (x: number, y: number) => ({ x, y, width: 100, height: 60 })

  it('is straight where nothing is between', () => {
    const way = squareRoute(box(0, 0), box(300, 0), [])
    expect(way).toEqual([
      { x: 116, y: 30 },
      { x: 284, y: 30 },
    ])
  })

  it('goes around what is between', () => {
    const way = squareRoute(box(0, 0), box(600, 0), [box(300, 0)]) ?? []
    expect(way.some(({ y }) => y < 0 || y > 60)).toBe(true)
  })

  it('is none between boxes that lie on each other', () => {
    expect(squareRoute(box(0, 0), box(2, 2), [])).toBeUndefined()
  })
})
