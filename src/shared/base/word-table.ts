/**
 * Millions of word lists, each kept once and known by a number in the order of arrival. Neither a Map, a
 * string nor an object a list: that is what makes a search fast and small.
 *
 * 1. Lists lie one after another in chunks that never move, and never straddle two.
 * 2. An open-addressing table finds a list again. A slot holds a list's number plus one, or 0, and beside it
 *    half of its hash: enough to tell most lists apart, and to find the slot's new place in a larger table
 *    without looking at the list.
 * 3. Where lists have an allowance, one is there too if the same is there that is allowed more.
 * 4. The table is cut into segments by other bits of the hash. Each grows by itself, so that no addition
 *    waits for the whole table to be built anew.
 */
import { GrowingWords } from './growing-words'

const CHUNK_BITS = 16
const CHUNK_WORDS = 2 ** CHUNK_BITS
const SEGMENT_BITS = 8
const SEGMENT_SLOTS = 8
const GROWTH = 1.5
const LOAD_MAX = 0.75

/** As many lists have a number. */
export const LISTS_MAX = 2 ** 32 - 2

/** A part of the first word of a list that says how much is allowed from there on. */
export interface Allowance {
  readonly bits: number
  /** Whether a list with the first word `more` stands for the same list with the first word `less`. */
  covers(more: number, less: number): boolean
}

export class WordTable {
  size = 0
  private readonly chunks: Uint32Array[] = []
  /** Where the last list of each chunk ends. */
  private readonly chunkEnds: number[] = []
  /** For each list the chunk and the word in it where it begins. */
  private readonly starts = new GrowingWords()
  private readonly segments: Segment[] = []
  /** The bits of the first word that need not be equal. */
  private readonly free: number

  /** @param allowance what of the first word is compared otherwise; all of it must be equal where not given. */
  constructor(private readonly allowance?: Allowance) {
    this.free = allowance?.bits ?? 0
    for (let i = 0; i < 2 ** SEGMENT_BITS; i += 1) this.segments.push(new Segment())
  }

  /** Keeps the list unless it is there already; true if it is new: its number is then `size - 1`. */
  add(words: Uint32Array, start: number, end: number): boolean {
    const hash = hashOf(words, start, end, this.free)
    const segment = this.segments[hash >>> (32 - SEGMENT_BITS)] as Segment
    const at = this.look(segment, hash & 0xffff, words, start, end)
    if (segment.slots[at] !== 0) return false
    this.keep(words, start, end)
    segment.fill(at, this.size, hash & 0xffff)
    return true
  }

  /** The number of a list that is there; -1: it is not. */
  find(words: Uint32Array, start: number, end: number): number {
    const hash = hashOf(words, start, end, this.free)
    const segment = this.segments[hash >>> (32 - SEGMENT_BITS)] as Segment
    const at = this.look(segment, hash & 0xffff, words, start, end)
    return (segment.slots[at] as number) - 1
  }

  /** The slot where the list is, or where it would be. */
  private look(
    { slots, halves }: Segment,
    half: number,
    words: Uint32Array,
    start: number,
    end: number,
  ): number {
    let at = firstSlot(half, slots.length)
    for (;;) {
      const slot = slots[at] as number
      if (slot === 0) return at
      if (halves[at] === half && this.holds(slot - 1, words, start, end)) return at
      at += 1
      if (at === slots.length) at = 0
    }
  }

  /** List `number` is the words `startOf(number)..endOf(number)` of this. */
  chunkOf(number: number): Uint32Array {
    return this.chunks[this.starts.get(number) >>> CHUNK_BITS] as Uint32Array
  }

  startOf(number: number): number {
    return this.starts.get(number) & (CHUNK_WORDS - 1)
  }

  endOf(number: number): number {
    const chunk = this.starts.get(number) >>> CHUNK_BITS
    if (number + 1 < this.size) {
      const next = this.starts.get(number + 1)
      if (next >>> CHUNK_BITS === chunk) return next & (CHUNK_WORDS - 1)
    }
    return this.chunkEnds[chunk] as number
  }

  copyOf(number: number): Uint32Array {
    return this.chunkOf(number).slice(this.startOf(number), this.endOf(number))
  }

  /** What is allocated. */
  get bytes(): number {
    const slots = this.segments.reduce((sum, segment) => sum + segment.bytes, 0)
    return this.chunks.length * CHUNK_WORDS * 4 + this.starts.bytes + slots
  }

  private holds(number: number, words: Uint32Array, start: number, end: number): boolean {
    const place = this.starts.get(number)
    const chunk = this.chunks[place >>> CHUNK_BITS] as Uint32Array
    const from = place & (CHUNK_WORDS - 1)
    const length = end - start
    if (this.endOf(number) - from !== length) return false
    for (let i = 1; i < length; i += 1) if (chunk[from + i] !== words[start + i]) return false
    const [first, asked] = [chunk[from] as number, words[start] as number]
    if (first === asked || length === 0) return true
    return ((first ^ asked) & ~this.free) === 0 && this.allowance?.covers(first, asked) === true
  }

  private keep(words: Uint32Array, start: number, end: number): void {
    const length = end - start
    if (this.size >= LISTS_MAX) throw new Error(`more than ${LISTS_MAX} lists of words`)
    if (length > CHUNK_WORDS) throw new Error(`a list of ${length} words`)
    let last = this.chunks.length - 1
    if (last < 0 || (this.chunkEnds[last] as number) + length > CHUNK_WORDS) {
      last = this.chunks.push(new Uint32Array(CHUNK_WORDS)) - 1
      this.chunkEnds.push(0)
    }
    const chunk = this.chunks[last] as Uint32Array
    const from = this.chunkEnds[last] as number
    for (let i = 0; i < length; i += 1) chunk[from + i] = words[start + i] as number
    this.chunkEnds[last] = from + length
    this.starts.push(last * CHUNK_WORDS + from)
    this.size += 1
  }
}

class Segment {
  slots = new Uint32Array(SEGMENT_SLOTS)
  halves = new Uint16Array(SEGMENT_SLOTS)
  private count = 0

  fill(at: number, slot: number, half: number): void {
    this.slots[at] = slot
    this.halves[at] = half
    this.count += 1
    if (this.count > this.slots.length * LOAD_MAX) this.grow()
  }

  get bytes(): number {
    return this.slots.byteLength + this.halves.byteLength
  }

  private grow(): void {
    const size = Math.ceil(this.slots.length * GROWTH)
    const slots = new Uint32Array(size)
    const halves = new Uint16Array(size)
    for (let from = 0; from < this.slots.length; from += 1) {
      const slot = this.slots[from] as number
      if (slot === 0) continue
      const half = this.halves[from] as number
      let at = firstSlot(half, size)
      while (slots[at] !== 0) at = at + 1 === size ? 0 : at + 1
      slots[at] = slot
      halves[at] = half
    }
    this.slots = slots
    this.halves = halves
  }
}

function firstSlot(half: number, slots: number): number {
  return Math.floor((half * slots) / 65536)
}

/** Multiply and shift over the words, then MurmurHash3's finaliser: every bit of every word counts. */
function hashOf(words: Uint32Array, start: number, end: number, free: number): number {
  let hash = end - start
  if (start < end) hash = mixed(hash, (words[start] as number) & ~free)
  for (let i = start + 1; i < end; i += 1) hash = mixed(hash, words[i] as number)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function mixed(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0x85ebca6b)
  return next ^ (next >>> 15)
}
