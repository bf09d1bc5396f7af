import { expect, test } from 'vitest'
import { type Agenda, counts, nextCard, nextDueAt } from '../../src/shared/cards/agenda'
import type { Memories } from '../../src/shared/cards/progress'
import { type Rated, review } from '../../src/shared/cards/schedule'
import { DAY_MS, DECKS, MIDNIGHT } from '../support/decks'

const NEW_MAX = 3
const decks = [...DECKS].sort((a, b) => a.place - b.place)

function agenda(memories: Memories, nowAt = MIDNIGHT, newMax = NEW_MAX): Agenda {
  const startAt = nowAt - ((nowAt - MIDNIGHT) % DAY_MS)
  return { decks, memories, day: { nowAt, startAt, endAt: startAt + DAY_MS }, newMax }
}

/** Leafs through until nothing is left, a second a card. */
function day(from: Memories, startAt: number, rated: Rated, deck?: string) {
  const asked: string[] = []
  let memories = from
  for (let nowAt = startAt; asked.length < 1000; nowAt += 1000) {
    const next = nextCard(agenda(memories, nowAt), deck)
    if (next === undefined) break
    asked.push(next.key)
    memories = { ...memories, [next.key]: review(memories[next.key], rated, nowAt) }
  }
  return { asked, memories }
}

test('a first day asks as many new cards as it allows, each until it is learnt', () => {
  const { asked, memories } = day({}, MIDNIGHT, 'good')
  expect(Object.keys(memories)).toHaveLength(NEW_MAX)
  expect(asked).toHaveLength(2 * NEW_MAX)
  expect(asked.slice(0, NEW_MAX)).toEqual(asked.slice(NEW_MAX))
  expect(counts(agenda(memories, MIDNIGHT + 60_000))).toMatchObject({ due: 0, fresh: 0, seen: 3 })
})

test('the next day brings back what is due before anything new', () => {
  const { memories } = day({}, MIDNIGHT, 'good')
  const due = nextDueAt(agenda(memories)) ?? 0
  const later = agenda(memories, due)
  expect(counts(later)).toMatchObject({ due: NEW_MAX, fresh: NEW_MAX })
  expect(Object.keys(memories)).toContain(nextCard(later)?.key)
})

test('the limit of new cards holds for all decks together', () => {
  const { memories } = day({}, MIDNIGHT, 'easy', 'styles')
  expect(Object.keys(memories).every((key) => key.startsWith('styles/'))).toBe(true)
  expect(counts(agenda(memories), 'network').fresh).toBe(0)
  expect(nextCard(agenda(memories), 'network')).toBeUndefined()
  expect(nextCard(agenda(memories, MIDNIGHT, NEW_MAX + 1), 'network')?.deck.id).toBe('network')
})

test('a card that was not remembered is asked again before the day is done', () => {
  const first = nextCard(agenda({}))
  const key = first?.key ?? ''
  const memories = { [key]: review(undefined, 'again', MIDNIGHT) }
  expect(nextCard(agenda(memories, MIDNIGHT + 1000))?.key).not.toBe(key)
  expect(nextCard(agenda(memories, MIDNIGHT + 61_000))?.key).toBe(key)
  expect(nextCard(agenda(memories, MIDNIGHT + 1000, 1))?.key).toBe(key)
})

test('progress at cards that are not there is not counted and not asked', () => {
  const memories = { 'unknown/card': review(undefined, 'again', MIDNIGHT) }
  expect(counts(agenda(memories))).toMatchObject({ due: 0, seen: 0 })
})
