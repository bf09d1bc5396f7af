/**
 * A draft for searching: it reports no steps, and keeps the state it reaches in its own buffer instead of
 * making an array of it. The rules that edit it cannot tell the difference.
 */
import { type Concerned, type Concerns, CUSTOMERS, NOBODY } from './concerns'
import { Draft } from './draft'
import type { Program } from './program'
import type { Token } from './view'

export class QuietDraft extends Draft {
  /** Whom the steps taken since somebody last forgot it concern; always nobody where nobody asks. */
  concerned: Concerned = NOBODY

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
    if (this.touched.length > 0) this.touched.length = 0
  }

  /** Nobody reads the steps of a search: a run that is found is run again to be told. */
  constructor(
    program: Program,
    private readonly concerns: Concerns | undefined,
  ) {
    super(program, false)
  }

  override moveTo(token: Token, place: number): void {
    if (this.concerns !== undefined) {
      this.noteAt(token)
      this.concerned |= this.concerns.at(place)
    }
    super.moveTo(token, place)
  }

  override remove(token: Token): void {
    this.noteAt(token)
    super.remove(token)
  }

  override copy(original: Token): Token {
    this.noteAt(original)
    return super.copy(original)
  }

  protected override unlink(token: Token): void {
    this.noteAt(token)
    super.unlink(token)
  }

  private noteAt(token: Token): void {
    if (this.concerns !== undefined) this.concerned |= this.concerns.at(this.placeNumber(token))
  }

  /** Takes out what went: the state is `buffer[0..length)`. */
  finish(): void {
    if (this.touched.length > 0) this.concerned |= CUSTOMERS
    this.sweep()
  }

  get buffer(): Uint32Array {
    return this.words
  }

  get length(): number {
    return this.end
  }
}
