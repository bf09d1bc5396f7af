/** The built-in decks for tests, and arbitrary progress at cards. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Deck } from '../../src/shared/cards/deck'
import type { Memory } from '../../src/shared/cards/memory'
import { parseDeck } from '../../src/shared/cards/parse-deck'
import type { Memories } from '../../src/shared/cards/progress'

export const DECKS: readonly Deck[] = readdirSync('resources/cards').map((name) => {
  const parsed = parseDeck(readFileSync(`resources/cards/${name}`, 'utf8'))
  if (parsed.ok) return parsed.value
  const said = parsed.problems.map((one) => `${one.path}: ${one.message}`)
  throw new Error(`${name}: ${said.join('; ')}`)
})

/** Midnight of 2026-11-28, UTC, in milliseconds since 1970. */
export const MIDNIGHT = Date.UTC(2026, 10, 28)
export const DAY_MS = 24 * 60 * 60_000

const time = fc.integer({ min: MIDNIGHT, max: MIDNIGHT + 3 * DAY_MS })

const memory: fc.Arbitrary<Memory> = fc
  .record({
    phase: fc.constantFrom('learning', 'review', 'relearning'),
    step: fc.nat(3),
    stability: fc.double({ min: 0.001, max: 1000, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    intervalDays: fc.nat(1000),
    reviews: fc.integer({ min: 1, max: 500 }),
    lapses: fc.nat(50),
    firstAt: fc.constant(MIDNIGHT),
    // Few times, so that two reviews at the same millisecond are met.
    reviewedAt: fc.oneof(time, fc.constantFrom(MIDNIGHT, MIDNIGHT + 1)),
    dueAt: time,
  })
  .map((one) => one as Memory)

const keys = [
  'network/dns',
  'network/quic',
  'styles/layered',
  'unknown/card',
  'later-version/of-a-card',
]

export const memories: fc.Arbitrary<Memories> = fc
  .dictionary(fc.constantFrom(...keys), memory, { noNullPrototype: true })
  .map((one) => ({ ...one }))
