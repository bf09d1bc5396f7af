/**
 * Millions of word lists, each kept once and known by a number in the order of arrival. Neither a Map, a
 * string nor an object a list: that is what makes a search fast and small.
 *
 * 1. An open-addressing table finds a list again. A slot holds a list's number plus one, or 0, and beside it
 *    the list's hash: enough to tell lists apart without looking at them, and to find the slot's new place in
 *    a larger table.
 * 2. Where lists have an allowance, one is there too if the same is there that is allowed more.
 * 3. The table is cut into segments by other bits of the hash. Each grows by itself, so that no addition
 *    waits for the whole table to be built anew.
 */
import { WordLists } from './word-lists'

const SEGMENT_BITS = 8
const SEGMENT_SLOTS = 8
const GROWTH = 1.5
const LOAD_MAX = 0.75

/** A part of the first word of a list that says how much is allowed from there on. */
export interface Allowance {
  readonly bits: number
  /** Whether a list with the first word `more` stands for the same list with the first word `less`. */
  covers(more: number, less: number): boolean
}

export class WordTable {
  private readonly lists = new WordLists()
  private readonly segments: Segment[] = []
  /** The bits of the first word that need not be equal. */
  private readonly free: number

  /** @param allowance what of the first word is compared otherwise; all of it must be equal where not given. */
  constructor(private readonly allowance?: Allowance) {
    this.free = allowance?.bits ?? 0
    for (let i = 0; i < 2 ** SEGMENT_BITS; i += 1) this.segments.push(EMPTY)
  }

  get size(): number {
    return this.lists.size
  }

  /** Keeps the list unless it is there already; true if it is new: its number is then `size - 1`. */
  add(words: Uint32Array, start: number, end: number): boolean {
    const hash = hashOf(words, start, end, this.free)
    const number = hash >>> (32 - SEGMENT_BITS)
    let segment = this.segments[number] as Segment
    const at = this.look(segment, hash, words, start, end)
    if (segment.slots[at] !== 0) return false
    this.lists.push(words, start, end)
    if (segment === EMPTY) {
      segment = new Segment()
      this.segments[number] = segment
    }
    segment.fill(at, this.lists.size, hash)
    return true
  }

  /** The number of a list that is there; -1: it is not. */
  find(words: Uint32Array, start: number, end: number): number {
    const hash = hashOf(words, start, end, this.free)
    const segment = this.segments[hash >>> (32 - SEGMENT_BITS)] as Segment
    const at = this.look(segment, hash, words, start, end)
    return (segment.slots[at] as number) - 1
  }

  /** The slot where the list is, or where it would be. */
  private look(
    { slots }: Segment,
    hash: number,
    words: Uint32Array,
    start: number,
    end: number,
  ): number {
    let at = firstSlot(hash, slots.length)
    for (;;) {
      const slot = slots[at] as number
      if (slot === 0) return at
      if (((slots[at + 1] as number) | 0) === hash && this.holds(slot - 1, words, start, end))
        return at
      at += 2
      if (at === slots.length) at = 0
    }
  }

  /** List `number` is the words `startOf(number)..endOf(number)` of this. */
  chunkOf(number: number): Uint32Array {
    return this.lists.chunkOf(number)
  }

  startOf(number: number): number {
    return this.lists.startOf(number)
  }

  endOf(number: number): number {
    return this.lists.endOf(number)
  }

  copyOf(number: number): Uint32Array {
    return this.chunkOf(number).slice(this.startOf(number), this.endOf(number))
  }

  /** What is allocated. */
  get bytes(): number {
    return this.segments.reduce((sum, segment) => sum + segment.bytes, this.lists.bytes)
  }

  private holds(number: number, words: Uint32Array, start: number, end: number): boolean {
    const { lists } = this
    const chunk = lists.chunkOf(number)
    const from = lists.startOf(number)
    const length = end - start
    if (lists.endOf(number) - from !== length) return false
    for (let i = 1; i < length; i += 1) if (chunk[from + i] !== words[start + i]) return false
    const [first, asked] = [chunk[from] as number, words[start] as number]
    if (first === asked || length === 0) return true
    return ((first ^ asked) & ~this.free) === 0 && this.allowance?.covers(first, asked) === true
  }
}

class Segment {
  /** Pairs: a list's number plus one, and its hash. */
  slots = new Uint32Array(2 * SEGMENT_SLOTS)
  private count = 0

  fill(at: number, slot: number, hash: number): void {
    this.slots[at] = slot
    this.slots[at + 1] = hash
    this.count += 1
    if (2 * this.count > this.slots.length * LOAD_MAX) this.grow()
  }

  get bytes(): number {
    return this.slots.byteLength
  }

  private grow(): void {
    const size = 2 * Math.ceil((this.slots.length / 2) * GROWTH)
    const slots = new Uint32Array(size)
    for (let from = 0; from < this.slots.length; from += 2) {
      const slot = this.slots[from] as number
      if (slot === 0) continue
      const hash = this.slots[from + 1] as number
      let at = firstSlot(hash, size)
      while (slots[at] !== 0) at = at + 2 === size ? 0 : at + 2
      slots[at] = slot
      slots[at + 1] = hash
    }
    this.slots = slots
  }
}

/** Stands for every segment that nothing was put into yet: most tables stay small. */
const EMPTY = new Segment()

/** The bits that have not chosen the segment, as a share of the slots. */
function firstSlot(hash: number, length: number): number {
  return 2 * Math.floor(((hash & 0xffffff) * (length / 2)) / 0x1000000)
}

/** Multiply and shift over the words, then MurmurHash3's finaliser: every bit of every word counts. */
function hashOf(words: Uint32Array, start: number, end: number, free: number): number {
  let hash = end - start
  if (start < end) hash = mixed(hash, (words[start] as number) & ~free)
  for (let i = start + 1; i < end; i += 1) hash = mixed(hash, words[i] as number)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

function mixed(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0x85ebca6b)
  return next ^ (next >>> 15)
}
