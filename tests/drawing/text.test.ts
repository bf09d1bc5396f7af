import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FONT_FAMILIES, type Font, textWidth } from '../../src/shared/drawing/font'
import { ellipsised, wrapped } from '../../src/shared/drawing/text-fitting'

const font = fc.constantFrom(...(Object.keys(FONT_FAMILIES) as Font[]))
const text = fc.string({ unit: 'grapheme', maxLength: 60 })
const width = fc.integer({ min: 20, max: 300 })

test('a text is as wide as its parts together', () => {
  fc.assert(
    fc.property(text, text, font, (a, b, face) => {
      const parts = textWidth(a, 14, face) + textWidth(b, 14, face)
      expect(textWidth(a + b, 14, face)).toBeCloseTo(parts, 6)
    }),
  )
})

test('every character of the monospaced font is as wide as any other', () => {
  const widths = [...'iWж0→'].map((character) => textWidth(character, 10, 'mono'))
  expect(new Set(widths)).toEqual(new Set([6]))
})

test('a character that the fonts lack has a width all the same', () => {
  expect(textWidth('中', 10, 'sans')).toBe(10)
  expect(textWidth('😀', 10, 'sans')).toBe(10)
})

test('a cut text fits, and says that it is cut', () => {
  fc.assert(
    fc.property(text, width, font, (whole, widthMax, face) => {
      const cut = ellipsised(whole, widthMax, 12, face)
      expect(textWidth(cut, 12, face)).toBeLessThanOrEqual(widthMax)
      if (cut !== whole) {
        expect(cut.endsWith('…')).toBe(true)
        expect(whole.startsWith(cut.slice(0, -1))).toBe(true)
      }
    }),
  )
})

test('no line of a broken text is too wide, and there are no more than asked for', () => {
  fc.assert(
    fc.property(text, width, font, fc.integer({ min: 1, max: 4 }), (whole, widthMax, face, max) => {
      const lines = wrapped(whole, widthMax, 12, face, max)
      expect(lines.length).toBeLessThanOrEqual(max)
      for (const line of lines) expect(textWidth(line, 12, face)).toBeLessThanOrEqual(widthMax)
    }),
  )
})

test('a text that fits its lines loses nothing', () => {
  expect(wrapped('Card charge of the\nshop', 80, 12, 'sans', 5)).toEqual([
    'Card charge',
    'of the',
    'shop',
  ])
})
