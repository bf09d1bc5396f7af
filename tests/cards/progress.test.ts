import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merged, parseProgress, printProgress } from '../../src/shared/cards/progress'
import { review } from '../../src/shared/cards/schedule'
import { MIDNIGHT, memories } from '../support/decks'

test('what is exported is what is imported, to the byte', () => {
  fc.assert(
    fc.property(memories, (some) => {
      const text = printProgress(some)
      const parsed = parseProgress(text)
      expect(parsed).toEqual({ ok: true, value: some })
      if (parsed.ok) expect(printProgress(parsed.value)).toBe(text)
    }),
  )
})

test('joining is idempotent, commutative and associative, and loses no card', () => {
  fc.assert(
    fc.property(memories, memories, memories, (a, b, c) => {
      expect(merged(a, a)).toEqual(a)
      expect(merged(a, b)).toEqual(merged(b, a))
      expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)))
      expect(merged(merged(a, b), b)).toEqual(merged(a, b))
      const keys = new Set([...Object.keys(a), ...Object.keys(b)])
      expect(new Set(Object.keys(merged(a, b)))).toEqual(keys)
    }),
  )
})

test('of two reviews of a card the later counts', () => {
  const early = review(undefined, 'good', MIDNIGHT)
  const late = review(early, 'again', MIDNIGHT + 60_000)
  expect(merged({ 'network/dns': late }, { 'network/dns': early })).toEqual({ 'network/dns': late })
})

test.each([
  ['[]', 'cards/not-progress'],
  ['{"deck":1}', 'cards/not-progress'],
  ['{"progress":2,"cards":{}}', 'cards/bad-version'],
  ['{"progress":1,"cards":{},"more":1}', 'scenario/unknown-field'],
  ['{"progress":1,"cards":{"no slash":{}}}', 'scenario/bad-id'],
  ['{"progress":1', 'scenario/truncated'],
])('%s is refused by %s', (text, code) => {
  const parsed = parseProgress(text)
  expect(parsed.ok ? [] : parsed.problems.map((one) => one.code)).toContain(code)
})

test('every problem of a file is told at once, with its place', () => {
  const memory = { ...review(undefined, 'good', MIDNIGHT), difficulty: 11, reviews: 0 }
  const parsed = parseProgress(JSON.stringify({ progress: 1, cards: { 'network/dns': memory } }))
  const paths = parsed.ok ? [] : parsed.problems.map(({ path }) => path)
  expect(paths).toHaveLength(2)
  expect(paths.join()).toMatch(/difficulty.*reviews/)
})

test('a card cannot have been seen first after it was seen last', () => {
  const memory = { ...review(undefined, 'good', MIDNIGHT), firstAt: MIDNIGHT + 1 }
  const text = printProgress({ 'network/dns': memory })
  expect(parseProgress(text)).toMatchObject({ ok: false, problems: [{ code: 'cards/time-order' }] })
})
