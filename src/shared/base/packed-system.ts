/**
 * A transition system whose states are 32-bit words: what a search through millions of states runs on. It is
 * stood at a state, asked for its choices and led along them, all in buffers of its own: nothing is allocated
 * for a state. Knows nothing of services.
 *
 * The words of a state say everything about it: of two with the same words nothing ever tells them apart.
 */
import type { Allowance } from './word-table'

export interface PackedSystem {
  readonly initial: Uint32Array
  /**
   * Of two states that differ in nothing else, the one that is allowed more (faults) may become whatever the
   * other may, and it took fewer to get there: where it is known, nobody need look at the other. undefined:
   * each is looked at.
   */
  readonly allowance: Allowance | undefined

  /** How many promises may be broken; each is known by its number. */
  readonly promises: number

  /**
   * Stands at the state `words[start..end)` and fills `choices` with what may happen there: of itself, or
   * by a decision of the environment (a fault). `next` must not be read any more.
   *
   * @param lately `concerned` of the natural choice that led here: faults that it does not concern are left
   *   out. They could happen before that choice, which is possible after them still, and leads to the same.
   *   All of them where not given, and where a fault led here.
   */
  open(
    words: Uint32Array,
    start: number,
    end: number,
    which: 'natural' | 'faults',
    lately?: number,
  ): void
  readonly choices: ChoiceBuffer
  /** Numbers of the promises broken where it stands, which is where nothing more happens of itself. */
  brokenAtRest(): readonly number[]

  /** Takes a choice of the state it stands at: the state reached is `next[0..nextEnd)`. */
  take(choice: number): void
  readonly next: Uint32Array
  readonly nextEnd: number
  /** What the choice just taken, and whatever was gone on to since, had to do with: for `open`. */
  readonly concerned: number
  /** Numbers of the promises that the choice just taken broke. Good until the next call. */
  readonly broken: readonly number[]
  /** The limit of the system's own that the choice just taken met, by name: it is not followed further. */
  readonly limit: string | undefined

  /**
   * Goes on from `next` by one natural step that may be taken alone: no promise notices it, and whatever else
   * can happen, now or later, can happen after it just as well, with the same result. False: there is none,
   * `next` is as it was.
   */
  goOn(): boolean
  /** False where that never happens. */
  readonly mayGoOn: boolean
  /** The states passed between `from` and the state `to` that one choice and going on from it lead to. */
  passed(from: Uint32Array, to: Uint32Array): readonly Uint32Array[]

  /** A state in words that somebody else can read; as it is where not given. */
  shown?(words: Uint32Array): Uint32Array
  /** What the system itself has allocated to search faster. */
  readonly bytes?: number
}

/** A list of choices that is filled again and again. */
export interface ChoiceBuffer {
  readonly length: number
  at(index: number): number
}
