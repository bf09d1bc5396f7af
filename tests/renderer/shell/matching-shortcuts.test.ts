import { expect, test } from 'vitest'
import { isMatch } from '../../../src/renderer/shell/dialogs/matching-shortcuts'

const WORDS = ['Edit', 'Дублировать', 'Duplicate']

test.each(['', 'dupl', 'EDIT dup', 'дубл', 'ctrl+d', 'ctrl d', 'D Ctrl', '  ctrl '])(
  '"%s" finds what Ctrl+D does',
  (typed) => expect(isMatch(typed, WORDS, ['Ctrl+D'])).toBe(true),
)

test.each(['undo', 'ctrl+e', 'alt d', 'ctrl shift d', 'dupl undo'])(
  '"%s" does not find what Ctrl+D does',
  (typed) => expect(isMatch(typed, WORDS, ['Ctrl+D'])).toBe(false),
)

test('keys are looked for in one binding at a time, and a plus may be the key', () => {
  expect(isMatch('ctrl y', WORDS, ['Ctrl+Shift+Z', 'Ctrl+Y'])).toBe(true)
  expect(isMatch('shift y', WORDS, ['Ctrl+Shift+Z', 'Ctrl+Y'])).toBe(false)
  expect(isMatch('ctrl++', WORDS, ['Ctrl++'])).toBe(true)
  expect(isMatch('ctrl++', WORDS, ['Ctrl+-'])).toBe(false)
})
