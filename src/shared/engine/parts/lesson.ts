/**
 * What was learned of a part by running the rules once: it holds in every state in which the part is the same
 * and the shared bits that the rules read are. Guarded commands, then, that nobody wrote.
 */
import type { Choice } from '../state'

/** In a flat list, each number with 32 bits: smaller than a typed array where there are few. */
export type Triples = readonly number[]

interface Lesson {
  /** Triples: a shared word, bits of it, and what they must be. */
  readonly conditions: Triples
}

/** The choices that a part offers. */
export interface Offered extends Lesson {
  readonly moves: readonly Move[]
}

/** A choice of one part where its content is this one. */
export interface Move {
  readonly part: number
  readonly from: number
  /** Tokens counted from the part's first. */
  readonly choice: Choice
  readonly outcomes: Outcome[]
}

export interface Outcome extends Lesson {
  /** Triples: a shared word, the bits of it that stay, and what the others become. */
  readonly changes: Triples
  /** The same of the words that states are kept as, the number of the own part's content among them. */
  readonly patches: Triples
  /** What the content of the move's own part becomes. */
  readonly to: number
  /** Other parts that something may happen to. */
  readonly reaches: readonly Reach[]
  /** Keys whose block was written to. */
  readonly touched: readonly number[]
}

export interface Reach {
  readonly part: number
  /** What it has of the move where it had nothing before. */
  readonly alone: number
  /** For each content of that part what it becomes: its number plus one; `UNCLEAR`; or 0, not yet known. */
  readonly to: number[]
}

/** It depends on both parts: to be looked at as a whole. */
export const UNCLEAR = -1

/** The lesson that holds with these shared words. */
export function holding<Kind extends Lesson>(
  lessons: readonly Kind[],
  shared: Uint32Array,
): Kind | undefined {
  for (let at = 0; at < lessons.length; at += 1) {
    const lesson = lessons[at] as Kind
    if (holds(lesson.conditions, shared)) return lesson
  }
  return undefined
}

function holds(conditions: Triples, shared: Uint32Array): boolean {
  for (let at = 0; at < conditions.length; at += 3) {
    const word = shared[conditions[at] as number] as number
    if ((word & (conditions[at + 1] as number)) !== conditions[at + 2]) return false
  }
  return true
}
