/**
 * When a card comes back: FSRS-6 (ts-fsrs) with its published parameters and without its dice, so that the
 * same reviews at the same times always give the same days. Knows nothing of a clock: the time is given.
 */
import { type Card, fsrs, type Grade, Rating, State } from 'ts-fsrs'
import type { Memory } from './memory'

export const RATINGS = ['again', 'hard', 'good', 'easy'] as const
/** Not remembered; with effort; as it should be; at once. */
export type Rated = (typeof RATINGS)[number]

const scheduler = fsrs({ enable_fuzz: false, enable_short_term: true })

const GRADES: Readonly<Record<Rated, Grade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
}

const STATES: Readonly<Record<Memory['phase'], State>> = {
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
}

/**
 * @param before undefined: it was never reviewed.
 * @param nowAt milliseconds since 1970; taken as the last review's where a clock was set back meanwhile.
 */
export function review(before: Memory | undefined, rated: Rated, nowAt: number): Memory {
  const at = Math.max(nowAt, before?.reviewedAt ?? 0)
  const { card } = scheduler.next(cardOf(before, at), new Date(at), GRADES[rated])
  return {
    phase: phaseOf(card.state),
    step: card.learning_steps,
    stability: card.stability,
    difficulty: card.difficulty,
    intervalDays: card.scheduled_days,
    reviews: card.reps,
    lapses: card.lapses,
    firstAt: before?.firstAt ?? at,
    reviewedAt: at,
    dueAt: card.due.getTime(),
  }
}

/** How long it would stay away after each rating, in milliseconds. */
export function intervals(
  before: Memory | undefined,
  nowAt: number,
): Readonly<Record<Rated, number>> {
  const after = (rated: Rated) => {
    const { dueAt, reviewedAt } = review(before, rated, nowAt)
    return dueAt - reviewedAt
  }
  return {
    again: after('again'),
    hard: after('hard'),
    good: after('good'),
    easy: after('easy'),
  }
}

function cardOf(memory: Memory | undefined, nowAt: number): Card {
  if (memory === undefined) {
    return {
      ...{ due: new Date(nowAt), stability: 0, difficulty: 0, elapsed_days: 0, scheduled_days: 0 },
      ...{ learning_steps: 0, reps: 0, lapses: 0, state: State.New },
    }
  }
  return {
    due: new Date(memory.dueAt),
    stability: memory.stability,
    difficulty: memory.difficulty,
    // Deprecated, and reckoned anew from the times.
    elapsed_days: 0,
    scheduled_days: memory.intervalDays,
    learning_steps: memory.step,
    reps: memory.reviews,
    lapses: memory.lapses,
    state: STATES[memory.phase],
    last_review: new Date(memory.reviewedAt),
  }
}

function phaseOf(state: State): Memory['phase'] {
  switch (state) {
    case State.Review:
      return 'review'
    case State.Relearning:
      return 'relearning'
    case State.Learning:
    case State.New:
      return 'learning'
  }
}
