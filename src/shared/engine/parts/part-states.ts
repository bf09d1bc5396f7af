/**
 * The different contents that a part of a state has had, each known by a number: its tokens in canonical
 * order, callers numbered within the part. States of a search are many, those of a part are few.
 */
import { WordTable } from '../../base/word-table'
import { type CanonicalOrder, canonicalOf } from '../canonical'
import type { Program } from '../program'

export class PartStates {
  /** The most callers that any of them has. */
  callersMax = 0
  private readonly table = new WordTable()
  private readonly counts: number[] = []
  private readonly order: CanonicalOrder

  constructor(private readonly program: Program) {
    this.order = canonicalOf(program.layout)
  }

  get size(): number {
    return this.table.size
  }

  get bytes(): number {
    return this.table.bytes
  }

  /** The number of the content `words[tokensStart..end)`, which is put in order. */
  numberOf(words: Uint32Array, end: number): number {
    const { tokensStart, tokenWords, token } = this.program.layout
    this.order.order(words, end)
    const known = this.table.find(words, tokensStart, end)
    if (known >= 0) return known
    this.table.add(words, tokensStart, end)
    let callers = 0
    for (let t = tokensStart; t < end; t += tokenWords)
      if (token.own.get(words, t) > 0) callers += 1
    this.counts.push(callers)
    this.callersMax = Math.max(this.callersMax, callers)
    return this.table.size - 1
  }

  /**
   * Writes the content of this number to `words` from `end` on, its callers' numbers above `callers`. Gives
   * the new end.
   */
  write(number: number, words: Uint32Array, end: number, callers: number): number {
    const { table } = this
    const { tokenWords, token } = this.program.layout
    const chunk = table.chunkOf(number)
    let to = end
    for (let from = table.startOf(number); from < table.endOf(number); from += 1, to += 1)
      words[to] = chunk[from] as number
    if (callers === 0) return to
    for (let t = end; t < to; t += tokenWords)
      for (const field of [token.own, token.link]) {
        const numbered = field.get(words, t)
        if (numbered > 0) field.set(words, t, numbered + callers)
      }
    return to
  }

  callersOf(number: number): number {
    return this.counts[number] as number
  }

  wordsOf(number: number): number {
    return this.table.endOf(number) - this.table.startOf(number)
  }
}
