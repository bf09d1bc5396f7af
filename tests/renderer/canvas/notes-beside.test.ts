import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notesBeside } from '../../../src/renderer/canvas/layout/notes-beside'
import { isOverlapping } from '../../../src/renderer/canvas/view/bounds'

const place = { x: fc.integer({ min: -800, max: 800 }), y: fc.integer({ min: -800, max: 800 }) }
const box = fc.record({ ...place, width: fc.constant(180), height: fc.constant(72) })
const boxes = fc
  .array(box, { minLength: 1, maxLength: 8 })
  .map((list) => new Map(list.map((one, at) => [`s${at}`, one])))
const notes = fc.array(
  fc.record({ ...place, width: fc.integer({ min: 60, max: 300 }), locked: fc.boolean() }),
  { maxLength: 5 },
)

test('a note goes with the service it stood nearest to', () => {
  const note = { id: 'n', text: '', position: { x: 0, y: 80 }, size: { width: 160, height: 60 } }
  const before = new Map([
    ['near', { x: 0, y: 0, width: 180, height: 72 }],
    ['far', { x: 900, y: 0, width: 180, height: 72 }],
  ])
  const after = new Map([
    ['near', { x: 300, y: 200, width: 180, height: 72 }],
    ['far', { x: 0, y: 0, width: 180, height: 72 }],
  ])
  expect(notesBeside([note], before, after)).toEqual({ n: { x: 300, y: 292 } })
})

test('no note that may move lies on a service or on another note afterwards', () => {
  fc.assert(
    fc.property(boxes, boxes, notes, (before, after, list) => {
      const all = list.map(({ x, y, width, locked }, at) => ({
        id: `n${at}`,
        text: '',
        position: { x, y },
        size: { width, height: 80 },
        locked,
      }))
      const positions = notesBeside(all, before, after)
      expect(Object.keys(positions)).toEqual(all.filter((one) => !one.locked).map(({ id }) => id))
      const placed = all.map((one) => ({ ...one.position, ...one.size, ...positions[one.id] }))
      placed.forEach((bounds, at) => {
        if (all[at]?.locked) return
        const others = placed.filter((_, other) => other !== at)
        for (const other of [...after.values(), ...others]) {
          expect(isOverlapping(bounds, other)).toBe(false)
        }
      })
    }),
  )
})
