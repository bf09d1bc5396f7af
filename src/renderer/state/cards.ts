/**
 * The cards that are leafed through: which is asked, whether its answer is shown, what was rated and can be
 * taken back. Every rating is kept by the host at once, card by card. Knows nothing of how it looks.
 */
import { create } from 'zustand'
import { type Agenda, type Asked, type Day, nextCard } from '../../shared/cards/agenda'
import type { Deck } from '../../shared/cards/deck'
import type { Memory } from '../../shared/cards/memory'
import { parseDeck } from '../../shared/cards/parse-deck'
import { cardProblem } from '../../shared/cards/problem-texts'
import { type Memories, parseProgress } from '../../shared/cards/progress'
import { type Rated, review } from '../../shared/cards/schedule'
import { textIn } from '../../shared/scenario/text'
import { useBoard } from './board'
import { getHost } from './host'
import { useNotices } from './notices'
import { useSettings } from './settings'
import { showProblems } from './show-document'

/** As many new cards a day as come back as about a hundred reviews in the weeks after; and more on request. */
const NEW_A_DAY = 20
export const MORE_NEW = 10

/** A rating that can be taken back. */
interface Taken {
  readonly asked: Asked
  readonly before: Memory | undefined
}

interface CardsState {
  /** undefined until the host has answered. */
  readonly decks: readonly Deck[] | undefined
  /** The files of those that the user brought, by id. */
  readonly ownDecks: Readonly<Record<string, string>>
  readonly memories: Memories
  readonly day: Day
  readonly newMax: number
  /** The deck that is leafed through; undefined: all. */
  readonly deckId: string | undefined
  /** undefined: done for today. */
  readonly asked: Asked | undefined
  readonly isShown: boolean
  /** When the answer was shown: the intervals that are offered are reckoned from it. */
  readonly shownAt: number
  readonly taken: readonly Taken[]
  /** From the host, each time they are seen anew: another window may have gone on. */
  load(): Promise<void>
  /** Shows the screen and asks the first. */
  begin(deckId?: string): void
  showAnswer(): void
  rate(rated: Rated): void
  /** The last rated card is asked again, as if it had not been. */
  undo(): void
  /** More new ones today. */
  learnMore(): void
  /** It may be tomorrow by now, or a card due. */
  lookAtClock(): void
  /** Joins what was exported elsewhere, or shows what is wrong with the file. */
  bringIn(name: string, text: string): Promise<void>
  /** Adds a deck that the user wrote, or shows all that is wrong with the file. */
  addDeck(name: string, text: string): Promise<void>
  /** Off the list; says whether the host has done it. What is remembered of its cards stays. */
  removeDeck(id: string): Promise<boolean>
}

/** How often something was rated or brought in. */
let changes = 0

export const useCards = create<CardsState>()((set, get) => {
  const ask = () => {
    const state = { ...get(), day: today() }
    set({ day: state.day, asked: nextCard(agendaOf(state), state.deckId), isShown: false })
  }
  const keep = (key: string, memory: Memory | undefined) => {
    changes += 1
    const { [key]: _before, ...others } = get().memories
    set({ memories: memory === undefined ? others : { ...others, [key]: memory } })
    void getHost()
      .call('keepCard', { card: key, memory: memory ?? null })
      .then(({ ok }) => {
        if (!ok) useNotices.getState().say({ tone: 'bad', text: 'cards:notKept' })
      })
  }
  return {
    decks: undefined,
    ownDecks: {},
    memories: {},
    day: today(),
    newMax: NEW_A_DAY,
    deckId: undefined,
    asked: undefined,
    isShown: false,
    shownAt: 0,
    taken: [],
    load: async () => {
      const before = changes
      const [{ decks, ownDecks }, kept] = await Promise.all([
        get().decks === undefined ? loadDecks() : get(),
        getHost().call('readCardProgress', {}),
      ])
      // What was rated while the host read is newer than what it read.
      const isNews = kept.ok && changes === before
      set({ decks, ownDecks, day: today(), ...(isNews && { memories: kept.value }) })
    },
    begin: (deckId) => {
      set({ deckId, taken: [] })
      ask()
      useBoard.getState().show('cards')
    },
    showAnswer: () => set({ isShown: true, shownAt: Date.now() }),
    rate: (rated) => {
      const { asked, memories, taken } = get()
      if (asked === undefined) return
      const before = memories[asked.key]
      keep(asked.key, review(before, rated, Date.now()))
      set({ taken: [...taken, { asked, before }] })
      ask()
    },
    undo: () => {
      const { taken } = get()
      const last = taken.at(-1)
      if (last === undefined) return
      keep(last.asked.key, last.before)
      set({ taken: taken.slice(0, -1), asked: last.asked, day: today() })
      get().showAnswer()
    },
    learnMore: () => {
      const { memories, newMax } = get()
      const { startAt } = today()
      const met = Object.values(memories).filter(({ firstAt }) => firstAt >= startAt).length
      // What was met today may be more than the limit: an import brings it, too.
      set({ newMax: Math.max(newMax, met) + MORE_NEW })
      ask()
    },
    lookAtClock: () => {
      if (get().asked === undefined) ask()
      else set({ day: today() })
    },
    bringIn: async (name, text) => {
      const parsed = parseProgress(text)
      if (!parsed.ok) return showProblems(name, parsed.problems)
      const joined = await getHost().call('mergeCardProgress', { cards: { ...parsed.value } })
      if (!joined.ok) return showProblems(name, joined.problems)
      changes += 1
      set({ memories: joined.value, taken: [] })
      if (useBoard.getState().screen === 'cards') ask()
      const values = { cards: Object.keys(parsed.value).length }
      useNotices.getState().say({ tone: 'good', text: 'cards:broughtIn', values })
    },
    addDeck: async (name, text) => {
      const parsed = parseDeck(text)
      if (!parsed.ok) return showProblems(name, parsed.problems)
      const { id, title, cards } = parsed.value
      const { decks = [], ownDecks } = await loadDecks()
      if (decks.some((one) => one.id === id) && ownDecks[id] === undefined)
        return showProblems(name, [cardProblem('cards/built-in-id', ['id'], { id })])
      const kept = await getHost().call('keepOwnDeck', { id, text })
      if (!kept.ok) return showProblems(name, kept.problems)
      set(await loadDecks())
      get().begin(id)
      const deck = textIn(title, useSettings.getState().language)
      const values = { deck, cards: cards.length }
      useNotices.getState().say({ tone: 'good', text: 'cards:deckAdded', values })
    },
    removeDeck: async (id) => {
      const removed = await getHost().call('removeOwnDeck', { id })
      if (!removed.ok) showProblems(id, removed.problems)
      else {
        set({ ...(await loadDecks()), taken: [] })
        if (get().deckId === id) set({ deckId: undefined })
        ask()
      }
      return removed.ok
    },
  }
})

export function agendaOf(state: Pick<CardsState, 'decks' | 'memories' | 'day' | 'newMax'>): Agenda {
  return { ...state, decks: state.decks ?? [] }
}

/** Between the midnights of where the user is; a day of 23 or 25 hours is one, too. */
function today(): Day {
  const now = new Date()
  const midnight = (daysOn: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysOn).getTime()
  return { nowAt: now.getTime(), startAt: midnight(0), endAt: midnight(1) }
}

async function loadDecks(): Promise<Pick<CardsState, 'decks' | 'ownDecks'>> {
  const answer = await getHost().call('listDecks', {})
  const listed = answer.ok ? answer.value : []
  const decks = listed.flatMap(({ text }) => {
    const parsed = parseDeck(text)
    return parsed.ok ? [parsed.value] : []
  })
  const own = listed.filter((one) => one.own).map(({ id, text }) => [id, text] as const)
  return { decks, ownDecks: Object.fromEntries(own) }
}
