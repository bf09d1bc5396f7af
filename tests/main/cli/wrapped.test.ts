import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapped } from '../../../src/main/cli/wrapped'

const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 40 })

test('every word is kept in order, and no line is longer than asked for', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 13, max: 60 }), (given, lettersMax) => {
      const lines = wrapped(given.join(' '), lettersMax, '    ')
      expect(lines.flatMap((line) => line.trim().split(' '))).toEqual(given)
      for (const line of lines) {
        expect(line).toMatch(/^ {4}\S/)
        expect(line.length).toBeLessThanOrEqual(lettersMax)
      }
    }),
  )
})

test('a word longer than the line stands alone', () => {
  expect(wrapped('a longerthanthat b', 8)).toEqual(['a', 'longerthanthat', 'b'])
})
