import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Memory, memorySchema } from '../../src/shared/cards/memory'
import { intervals, RATINGS, type Rated, review } from '../../src/shared/cards/schedule'
import { DAY_MS, MIDNIGHT } from '../support/decks'

const MINUTE_MS = 60_000

/** Reviews, each when the card is due. */
function leafed(ratings: readonly Rated[]): Memory {
  const [first = 'good', ...others] = ratings
  return others.reduce(
    (memory, rated) => review(memory, rated, memory.dueAt),
    review(undefined, first, MIDNIGHT),
  )
}

const ratings = fc.array(fc.constantFrom(...RATINGS), { minLength: 1, maxLength: 20 })

test('a new card comes back in minutes, or in days when it was easy', () => {
  const { again, hard, good, easy } = intervals(undefined, MIDNIGHT)
  expect([again, hard, good].map((ms) => ms / MINUTE_MS)).toEqual([1, 6, 10])
  expect(easy / DAY_MS).toBe(8)
})

test('a card that is remembered each time stays away longer each time', () => {
  const days = [2, 3, 4, 5].map((times) => leafed(Array(times).fill('good')).intervalDays)
  expect(days).toEqual([...days].sort((a, b) => a - b))
  expect(new Set(days).size).toBe(days.length)
})

test('a learnt card that is forgotten is learnt again, and it is counted', () => {
  const forgotten = review(leafed(['easy']), 'again', MIDNIGHT + 8 * DAY_MS)
  expect(forgotten).toMatchObject({ phase: 'relearning', lapses: 1 })
  expect(forgotten.dueAt - forgotten.reviewedAt).toBe(10 * MINUTE_MS)
})

test('the same reviews at the same times give the same days, each a memory that a file may hold', () => {
  fc.assert(
    fc.property(ratings, (given) => {
      const memory = leafed(given)
      expect(leafed(given)).toEqual(memory)
      expect(memorySchema.parse(JSON.parse(JSON.stringify(memory)))).toEqual(memory)
      expect(memory).toMatchObject({ reviews: given.length, firstAt: MIDNIGHT })
    }),
  )
})

test('the better it is remembered, the later it comes back, and what is shown is what is given', () => {
  fc.assert(
    fc.property(ratings, (given) => {
      const memory = leafed(given)
      const shown = intervals(memory, memory.dueAt)
      const ordered = RATINGS.map((rated) => shown[rated])
      expect(ordered).toEqual([...ordered].sort((a, b) => a - b))
      for (const rated of RATINGS)
        expect(review(memory, rated, memory.dueAt).dueAt - memory.dueAt).toBe(shown[rated])
    }),
  )
})

test('a clock that was set back does not send a card into the past', () => {
  const memory = leafed(['easy', 'good'])
  const next = review(memory, 'good', MIDNIGHT - DAY_MS)
  expect(next.reviewedAt).toBe(memory.reviewedAt)
  expect(next.dueAt).toBeGreaterThan(memory.reviewedAt)
})
