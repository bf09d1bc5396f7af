/**
 * A draft for searching: it reports no steps, and keeps the state it reaches in its own buffer instead of
 * making an array of it. The rules that edit it cannot tell the difference.
 */
import { Draft } from './draft'
import type { Program } from './program'

export class QuietDraft extends Draft {
  /** Takes over the state `words[0..end)`. */
  load(words: Uint32Array, end: number): void {
    if (this.words.length < end) this.words = new Uint32Array(2 * end)
    const own = this.words
    for (let i = 0; i < end; i += 1) own[i] = words[i] as number
    this.end = end
    this.begin()
  }

  /** A choice is about to be taken: nothing is touched yet. */
  begin(): void {
    // Emptying an empty set is not free.
    if (this.touched.size > 0) this.touched.clear()
  }

  /** Nobody reads the steps of a search: a run that is found is run again to be told. */
  constructor(program: Program) {
    super(program, false)
  }

  /** Takes out what went: the state is `buffer[0..length)`. */
  finish(): void {
    this.sweep()
  }

  get buffer(): Uint32Array {
    return this.words
  }

  get length(): number {
    return this.end
  }
}
