import { expect, test } from 'vitest'
import {
  placeAfterMove,
  withField,
  withItem,
  withMoved,
} from '../../../src/renderer/inspector/with-field'
import { withWords } from '../../../src/renderer/inspector/with-words'

test('taking a field away leaves no trace of it', () => {
  const thing: { a: number; b?: number } = { a: 1, b: 2 }
  expect(Object.keys(withField(thing, 'b', undefined))).toEqual(['a'])
  expect(withField(thing, 'b', 3)).toEqual({ a: 1, b: 3 })
  expect(thing).toEqual({ a: 1, b: 2 })
})

test('items are replaced, removed and moved in a copy', () => {
  const list = ['a', 'b', 'c']
  expect(withItem(list, 1, 'x')).toEqual(['a', 'x', 'c'])
  expect(withItem(list, 1, undefined)).toEqual(['a', 'c'])
  expect(withMoved(list, 0, 2)).toEqual(['b', 'c', 'a'])
  expect(withMoved(list, 2, 0)).toEqual(['c', 'a', 'b'])
  expect(list).toEqual(['a', 'b', 'c'])
})

test('an item is found where a move has put it', () => {
  const list = ['a', 'b', 'c', 'd']
  for (const from of list.keys()) {
    for (const to of list.keys()) {
      const moved = withMoved(list, from, to)
      for (const [place, item] of list.entries()) {
        expect(moved[placeAfterMove(place, from, to)]).toBe(item)
      }
    }
  }
})

test('words of one language leave those of the other', () => {
  expect(withWords({ en: 'Orders', ru: 'Заказы' }, 'en', 'Shop')).toEqual({
    en: 'Shop',
    ru: 'Заказы',
  })
  expect(withWords('Orders', 'ru', 'Заказы')).toBe('Заказы')
})
