/**
 * States that cannot be told apart get the same words: tokens in sorted order, callers numbered by what they
 * are and not by when they began to wait. Done for every state of a search, so it allocates nothing.
 */
import type { Field } from './field'
import type { Layout } from './layout'

/** Sorts the tokens of `words[0..end)` in place and renumbers the links between them. */
export function canonicalise(words: Uint32Array, end: number, layout: Layout): void {
  canonicalOf(layout).order(words, end)
}

const known = new WeakMap<Layout, CanonicalOrder>()

/** For whoever does it often. */
export function canonicalOf(layout: Layout): CanonicalOrder {
  const order = known.get(layout) ?? new CanonicalOrder(layout)
  known.set(layout, order)
  return order
}

export class CanonicalOrder {
  private readonly own: Field
  private readonly link: Field
  private readonly start: number
  private readonly stride: number
  /** For each word of a token the bits that are not a number of a caller's. */
  private readonly content: Uint32Array
  /** The callers in order: where they stand, and the number that each has. */
  private callers = new Int32Array(16)
  private numbers = new Int32Array(16)
  /** By the number that a caller has: the one it gets. */
  private readonly renamed: Int32Array

  constructor({ token, tokensStart, tokenWords }: Layout) {
    this.own = token.own
    this.link = token.link
    this.start = tokensStart
    this.stride = tokenWords
    const numbers = new Uint32Array(tokenWords)
    token.own.set(numbers, 0, token.own.mask)
    token.link.set(numbers, 0, token.link.mask)
    this.content = numbers.map((bits) => ~bits)
    this.renamed = new Int32Array(Math.max(token.own.mask, token.link.mask) + 1)
  }

  order(words: Uint32Array, end: number): void {
    this.renumber(words, end)
    if (this.stride === 1) sortWords(words, this.start, end)
    else sortTokens(words, this.start, end, this.stride)
  }

  /**
   * Callers are numbered in the order of their content, numbers left out; two alike, in the order of what
   * they wait for. Numbers left by callers of the same content and the same answers are interchangeable.
   */
  private renumber(words: Uint32Array, end: number): void {
    const { own, stride } = this
    let count = 0
    for (let t = this.start; t < end; t += stride) {
      const number = own.get(words, t)
      if (number === 0) continue
      if (count === this.callers.length) this.makeRoom()
      let at = count
      while (at > 0 && this.isAfter(words, end, at - 1, t, number)) {
        this.callers[at] = this.callers[at - 1] as number
        this.numbers[at] = this.numbers[at - 1] as number
        at -= 1
      }
      this.callers[at] = t
      this.numbers[at] = number
      count += 1
    }
    let isChanged = false
    for (let at = 0; at < count; at += 1) {
      const number = this.numbers[at] as number
      this.renamed[number] = at + 1
      if (number !== at + 1) isChanged = true
    }
    if (isChanged) this.rename(words, end)
  }

  private rename(words: Uint32Array, end: number): void {
    const { own, link, renamed, stride } = this
    for (let t = this.start; t < end; t += stride) {
      own.set(words, t, renamed[own.get(words, t)] as number)
      link.set(words, t, renamed[link.get(words, t)] as number)
    }
  }

  /** Whether the caller sorted in at this place comes after this token. */
  private isAfter(words: Uint32Array, end: number, at: number, t: number, number: number): boolean {
    const caller = this.callers[at] as number
    const order = this.compare(words, caller, t)
    if (order !== 0) return order > 0
    const left = this.leastAnswer(words, end, this.numbers[at] as number)
    const right = this.leastAnswer(words, end, number)
    if (left < 0 || right < 0) return left > right
    return this.compare(words, left, right) > 0
  }

  /** Where the least of those stands that answer this number; -1: there is none. */
  private leastAnswer(words: Uint32Array, end: number, number: number): number {
    let least = -1
    for (let t = this.start; t < end; t += this.stride)
      if (this.link.get(words, t) === number && (least < 0 || this.compare(words, least, t) > 0))
        least = t
    return least
  }

  private compare(words: Uint32Array, a: number, b: number): number {
    for (let i = 0; i < this.stride; i += 1) {
      const bits = this.content[i] as number
      const left = ((words[a + i] as number) & bits) >>> 0
      const right = ((words[b + i] as number) & bits) >>> 0
      if (left !== right) return left < right ? -1 : 1
    }
    return 0
  }

  private makeRoom(): void {
    const [callers, numbers] = [this.callers, this.numbers]
    this.callers = new Int32Array(2 * callers.length)
    this.numbers = new Int32Array(2 * numbers.length)
    this.callers.set(callers)
    this.numbers.set(numbers)
  }
}

/** Insertion sort: tokens are few and nearly in order. */
function sortWords(words: Uint32Array, start: number, end: number): void {
  for (let at = start + 1; at < end; at += 1) {
    const word = words[at] as number
    let to = at
    while (to > start && (words[to - 1] as number) > word) {
      words[to] = words[to - 1] as number
      to -= 1
    }
    words[to] = word
  }
}

function sortTokens(words: Uint32Array, start: number, end: number, stride: number): void {
  for (let t = start + stride; t < end; t += stride) {
    for (let s = t; s > start && isAbove(words, s - stride, s, stride); s -= stride) {
      for (let i = 0; i < stride; i += 1) {
        const swapped = words[s + i] as number
        words[s + i] = words[s - stride + i] as number
        words[s - stride + i] = swapped
      }
    }
  }
}

function isAbove(words: Uint32Array, a: number, b: number, stride: number): boolean {
  for (let i = 0; i < stride; i += 1) {
    const [left, right] = [words[a + i] as number, words[b + i] as number]
    if (left !== right) return left > right
  }
  return false
}
