import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedWith, withZonesJoined } from '../../src/shared/drawing/zone-members'
import { applyEdit, type Edit } from '../../src/shared/scenario/edits'
import { commitEdit, editedFrom, undo } from '../../src/shared/scenario/history'
import { printScenario } from '../../src/shared/scenario/print'
import type { Scenario, Zone } from '../../src/shared/scenario/scenario'
import type { Service } from '../../src/shared/scenario/service'

const service = (id: string, x: number, y: number, more: Partial<Service> = {}): Service => ({
  id,
  kind: 'service',
  name: id,
  position: { x, y },
  ...more,
})
const zone = (id: string, x: number, y: number, width: number, height: number): Zone => ({
  id,
  name: id,
  kind: 'boundary',
  position: { x, y },
  size: { width, height },
})
const board = (services: readonly Service[], more: Partial<Scenario> = {}): Scenario => ({
  dryrun: 1,
  title: '',
  services: [...services],
  connections: [],
  ...more,
})
const note = { id: 'note', text: '', position: { x: 300, y: 150 }, size: { width: 90, height: 60 } }
const outer = zone('outer', -100, -100, 900, 400)
const inner = zone('inner', -50, -50, 300, 200)

describe('a zone', () => {
  const scenario = board(
    [service('a', 0, 0), service('b', 500, 0), service('c', 1200, 0, { zone: 'inner' })],
    { zones: [outer, inner], notes: [note] },
  )

  it('takes along what stands in it, zones in it, and what says that it belongs to them', () => {
    const carried = carriedWith(scenario, new Set(['outer']), 'en')
    expect([...carried].sort()).toEqual(['a', 'b', 'c', 'inner', 'note', 'outer'])
    expect([...carriedWith(scenario, new Set(['inner']), 'en')].sort()).toEqual(['a', 'c', 'inner'])
  })

  it('leaves everything else where it is', () => {
    const alone = new Set(['b', 'note'])
    expect(carriedWith(scenario, alone, 'en')).toBe(alone)
  })

  it('is joined by what is put down in it, and left by what is taken out', () => {
    const before = board([service('b', 0, 0, { zone: 'outer' }), service('c', 2000, 0)], {
      zones: [outer],
    })
    const move: Edit = { edit: 'move', positions: { b: { x: 2000, y: 0 }, c: { x: 200, y: 100 } } }
    expect(withZonesJoined(before, [move], 'en')).toEqual([
      move,
      { edit: 'updateService', id: 'b', changes: { zone: undefined } },
      { edit: 'updateService', id: 'c', changes: { zone: 'outer' } },
    ])
  })

  it('is joined by what it is drawn around, the innermost first', () => {
    const before = board([service('a', 0, 0), service('b', 500, 0)], { zones: [outer] })
    const drawn: Edit = { edit: 'addZone', zone: inner }
    expect(withZonesJoined(before, [drawn], 'en')).toEqual([
      drawn,
      { edit: 'updateService', id: 'a', changes: { zone: 'inner' } },
    ])
  })

  it('once dissolved, leaves its services to the zone around it', () => {
    const before = board([service('a', 0, 0, { zone: 'inner' })], { zones: [outer, inner] })
    const edits = withZonesJoined(before, [{ edit: 'remove', ids: ['inner'] }], 'en')
    expect(edits.reduce(applyEdit, before).services[0]?.zone).toBe('outer')
  })

  it('does not ask of what nothing happened to', () => {
    const odd = board([service('far', 5000, 0, { zone: 'outer' }), service('a', 0, 0)], {
      zones: [outer],
    })
    const rename: Edit = { edit: 'updateService', id: 'a', changes: { name: 'A' } }
    const away: Edit = { edit: 'addZone', zone: zone('else', 3000, 0, 400, 400) }
    expect(withZonesJoined(odd, [away], 'en')).toEqual([away])
    const named = withZonesJoined(odd, [rename], 'en').reduce(applyEdit, odd)
    expect(named.services[0]?.zone).toBe('outer')
  })
})

describe('moving a zone', () => {
  const place = fc.record({
    x: fc.integer({ min: -800, max: 800 }),
    y: fc.integer({ min: -800, max: 800 }),
  })
  const size = fc.record({
    width: fc.integer({ min: 60, max: 900 }),
    height: fc.integer({ min: 60, max: 900 }),
  })
  const boards = fc
    .record({
      services: fc.array(place, { minLength: 1, maxLength: 8 }),
      zones: fc.array(fc.tuple(place, size), { minLength: 1, maxLength: 4 }),
    })
    .map(({ services, zones }) =>
      board(
        services.map(({ x, y }, i) => service(`s${i}`, x, y)),
        {
          zones: zones.map(([{ x, y }, { width, height }], i) =>
            zone(`z${i}`, x, y, width, height),
          ),
        },
      ),
    )

  it('moves its services with it and nothing else, and undo gives back the same bytes', () => {
    fc.assert(
      fc.property(boards, place, (scenario, by) => {
        const carried = carriedWith(scenario, new Set(['z0']), 'en')
        const positions = Object.fromEntries(
          [...scenario.services, ...(scenario.zones ?? [])]
            .filter(({ id }) => carried.has(id))
            .map(({ id, position }) => [id, { x: position.x + by.x, y: position.y + by.y }]),
        )
        const edits = withZonesJoined(scenario, [{ edit: 'move', positions }], 'en')
        const after = edits.reduce(
          (edited, edit) => commitEdit(edited, edit, 'drag'),
          editedFrom(scenario),
        )
        for (const [at, { id, position }] of scenario.services.entries()) {
          const now = after.scenario.services[at]?.position
          const shift = carried.has(id) ? by : { x: 0, y: 0 }
          expect(now).toEqual({ x: position.x + shift.x, y: position.y + shift.y })
        }
        // What stood in the zone stands in it still: the zone moved by the same way.
        const again = carriedWith(after.scenario, new Set(['z0']), 'en')
        expect([...carried].filter((id) => !again.has(id))).toEqual([])
        expect(after.past.length).toBeLessThanOrEqual(1)
        const back = after.past.length === 0 ? after : undo(after)
        expect(printScenario(back.scenario)).toBe(printScenario(scenario))
      }),
    )
  })
})
