import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aligned, distributed, type PlacedBox } from '../../src/shared/scenario/arrangement'
import { applyEdit, type Edit } from '../../src/shared/scenario/edits'
import { commitEdit, editedFrom, undo } from '../../src/shared/scenario/history'
import { lockedAmong } from '../../src/shared/scenario/lookup'
import { meaningOf } from '../../src/shared/scenario/meaning'
import { parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { TINTS } from '../../src/shared/scenario/tint'
import { scenarios } from '../support/arbitraries'

const coordinate = fc.integer({ min: -2_000, max: 2_000 })
const length = fc.integer({ min: 20, max: 300 })
const boxes = fc
  .array(fc.record({ x: coordinate, y: coordinate, width: length, height: length }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((list) => list.map((box, index): PlacedBox => ({ id: `box${index}`, ...box })))
const side = fc.constantFrom('left', 'right', 'top', 'bottom')
const axis = fc.constantFrom('horizontal', 'vertical')

const placed = (list: readonly PlacedBox[], positions: Readonly<Record<string, object>>) =>
  list.map((box): PlacedBox => ({ ...box, ...positions[box.id] }))

test('what is aligned has one border there, moves along one axis, and stays when aligned again', () => {
  const borders = {
    left: (box: PlacedBox) => box.x,
    right: (box: PlacedBox) => box.x + box.width,
    top: (box: PlacedBox) => box.y,
    bottom: (box: PlacedBox) => box.y + box.height,
  }
  fc.assert(
    fc.property(boxes, side, (list, to) => {
      const once = placed(list, aligned(list, to))
      expect(new Set(once.map(borders[to])).size).toBe(1)
      const other = to === 'left' || to === 'right' ? 'y' : 'x'
      expect(once.map((box) => box[other])).toEqual(list.map((box) => box[other]))
      expect(placed(once, aligned(once, to))).toEqual(once)
    }),
  )
})

test('what is distributed keeps its ends, and its gaps differ by one unit at most', () => {
  fc.assert(
    fc.property(boxes, axis, (list, along) => {
      const from = (box: PlacedBox) => (along === 'horizontal' ? box.x : box.y)
      const to = (box: PlacedBox) => from(box) + (along === 'horizontal' ? box.width : box.height)
      const positions = distributed(list, along)
      const row = list.toSorted((a, b) => from(a) - from(b) || to(a) - to(b))
      const [first, last] = [row.at(0)?.id ?? '', row.at(-1)?.id ?? '']
      expect(positions).not.toHaveProperty(first)
      expect(positions).not.toHaveProperty(last)
      if (list.length < 3) return
      const after = placed(row, positions)
      const gaps = after.slice(1).map((box, index) => from(box) - to(after[index] ?? box))
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1)
    }),
  )
})

const idsOf = ({ services, zones = [], notes = [] }: Scenario) =>
  [...services, ...zones, ...notes].map(({ id }) => id)

const edits = scenarios().chain((start) => {
  const ids = fc.subarray(idsOf(start))
  return fc.record({
    start: fc.constant(start),
    edit: fc.oneof(
      fc.record({ edit: fc.constant('lock' as const), ids, locked: fc.boolean() }),
      fc.record({
        edit: fc.constant('tint' as const),
        ids,
        color: fc.constantFrom(undefined, ...TINTS),
      }),
      fc.record({
        edit: fc.constant('restack' as const),
        ids,
        to: fc.constantFrom('front' as const, 'back' as const),
      }),
    ),
  })
})

test('locking, colouring and stacking are undone to the byte, read back as saved, and change no run', () => {
  fc.assert(
    fc.property(edits, ({ start, edit }) => {
      const after = commitEdit(editedFrom(start), edit)
      expect(printScenario(undo(after).scenario)).toBe(printScenario(start))
      const text = printScenario(after.scenario)
      expect(parseScenario(text)).toMatchObject({ ok: true, value: after.scenario })
      expect(meaningOf(after.scenario)).toBe(meaningOf(start))
      expect(applyEdit(after.scenario, edit)).toBe(after.scenario)
    }),
  )
})

test('what is locked moves by no edit until it is unlocked', () => {
  fc.assert(
    fc.property(scenarios(), (start) => {
      const ids = idsOf(start)
      const positions = Object.fromEntries(ids.map((id, index) => [id, { x: 9_000 + index, y: 7 }]))
      const locked = applyEdit(start, { edit: 'lock', ids, locked: true })
      expect([...lockedAmong(locked, ids)].toSorted()).toEqual(ids.toSorted())
      for (const edit of ['move', 'arrange'] as const) {
        expect(applyEdit(locked, { edit, positions } satisfies Edit)).toBe(locked)
      }
      const free = applyEdit(locked, { edit: 'lock', ids, locked: false })
      const moved = applyEdit(free, { edit: 'move', positions })
      for (const { id, position } of moved.services) expect(position).toEqual(positions[id])
    }),
  )
})
