/** Which card is next and how many are left today. The day is given: what midnight is depends on where one is. */
import { type Card, cardKey, type Deck } from './deck'
import type { Memory } from './memory'
import type { Memories } from './progress'

/** In milliseconds since 1970: now, and the midnights before and after. */
export interface Day {
  readonly nowAt: number
  readonly startAt: number
  readonly endAt: number
}

export interface Agenda {
  readonly decks: readonly Deck[]
  readonly memories: Memories
  readonly day: Day
  /** How many cards may be met for the first time today, in all decks together. */
  readonly newMax: number
}

export interface Asked {
  readonly key: string
  readonly deck: Deck
  readonly card: Card
}

export interface Counts {
  /** To be reviewed before the day ends. */
  readonly due: number
  /** Never seen, as many as today allows. */
  readonly fresh: number
  readonly all: number
  /** Seen at least once. */
  readonly seen: number
}

/** With nothing else left, what is due in minutes is asked at once instead of being waited for. */
const AHEAD_MS = 20 * 60_000

/** Only cards of `deckId`, where it is given. */
export function counts(agenda: Agenda, deckId?: string): Counts {
  const asked = cardsOf(agenda, deckId)
  const { memories, day } = agenda
  const seen = asked.flatMap(({ key }) => memories[key] ?? [])
  return {
    due: seen.filter(({ dueAt }) => dueAt < day.endAt).length,
    fresh: Math.min(asked.length - seen.length, newLeft(agenda)),
    all: asked.length,
    seen: seen.length,
  }
}

/** What is being learnt and is due now, then what has waited longest, then a new one; undefined: done for today. */
export function nextCard(agenda: Agenda, deckId?: string): Asked | undefined {
  const { memories, day } = agenda
  const asked = cardsOf(agenda, deckId)
  const seen = asked
    .flatMap((one) => {
      const memory = memories[one.key]
      return memory === undefined || memory.dueAt >= day.endAt ? [] : [{ one, memory }]
    })
    .sort((a, b) => a.memory.dueAt - b.memory.dueAt || (a.one.key < b.one.key ? -1 : 1))
  const learning = seen.filter(({ memory }) => isByMinutes(memory))
  const due = learning.find(({ memory }) => memory.dueAt <= day.nowAt)
  if (due !== undefined) return due.one
  const reviewed = seen.find(({ memory }) => !isByMinutes(memory))
  if (reviewed !== undefined) return reviewed.one
  const fresh = asked.find(({ key }) => memories[key] === undefined)
  if (fresh !== undefined && newLeft(agenda) > 0) return fresh
  return learning.find(({ memory }) => memory.dueAt <= day.nowAt + AHEAD_MS)?.one
}

/** When the next of them comes back; undefined: none was ever seen. */
export function nextDueAt({ memories, ...agenda }: Agenda, deckId?: string): number | undefined {
  const due = cardsOf({ memories, ...agenda }, deckId).flatMap(({ key }) => memories[key] ?? [])
  return due.length === 0 ? undefined : Math.min(...due.map(({ dueAt }) => dueAt))
}

function cardsOf({ decks }: Agenda, deckId?: string): readonly Asked[] {
  return decks
    .filter(({ id }) => deckId === undefined || id === deckId)
    .flatMap((deck) => deck.cards.map((card) => ({ key: cardKey(deck, card), deck, card })))
}

/** Counted over all decks: a day is not longer because there are more of them. */
function newLeft(agenda: Agenda): number {
  const { day, memories, newMax } = agenda
  const met = cardsOf(agenda).filter(({ key }) => (memories[key]?.firstAt ?? -1) >= day.startAt)
  return Math.max(0, newMax - met.length)
}

function isByMinutes({ phase }: Memory): boolean {
  return phase !== 'review'
}
