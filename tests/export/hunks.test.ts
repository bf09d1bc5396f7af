import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedBy, hunksBetween } from '../../src/shared/export/hunks'

const list = fc.array(fc.nat({ max: 6 }), { maxLength: 80 })

test('any list becomes any other by the hunks between them', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      expect(changedBy(before, hunksBetween(before, after))).toEqual(after)
    }),
  )
})

test('what stays is not told again', () => {
  const before = Array.from({ length: 1_000 }, (_, index) => index)
  const after = before.with(300, -1).toSpliced(700, 0, -2, -3)
  expect(hunksBetween(before, after)).toEqual([
    [300, 1, [-1]],
    [700, 0, [-2, -3]],
  ])
})
