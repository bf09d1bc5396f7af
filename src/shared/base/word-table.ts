/**
 * Millions of word lists, each kept once and known by a number in the order of arrival. Neither a Map, a
 * string nor an object a list: that is what makes a search fast and small.
 *
 * 1. Lists lie one after another in chunks that never move, and never straddle two.
 * 2. An open-addressing table finds a list again. A slot holds 0, or a list's number plus one under a few
 *    bits of its hash, which save most comparisons.
 * 3. The table is cut into segments by the hash's top bits. Each grows by itself, so that no single addition
 *    waits for the whole table to be built anew.
 */
import { GrowingWords } from './growing-words'

const CHUNK_BITS = 16
const CHUNK_WORDS = 2 ** CHUNK_BITS
const NUMBER_BITS = 26
const NUMBER_MASK = 2 ** NUMBER_BITS - 1
const SEGMENT_BITS = 8
const SEGMENT_SLOTS = 8
const GROWTH = 1.5
const LOAD_MAX = 0.75

/** More lists than this have no number. */
export const LISTS_MAX = NUMBER_MASK - 1

export class WordTable {
  size = 0
  private readonly chunks: Uint32Array[] = []
  /** Where the last list of each chunk ends. */
  private readonly chunkEnds: number[] = []
  /** For each list the chunk and the word in it where it begins. */
  private readonly starts = new GrowingWords()
  private readonly segments: Uint32Array[] = []
  private readonly counts = new Uint32Array(2 ** SEGMENT_BITS)

  constructor() {
    for (let i = 0; i < 2 ** SEGMENT_BITS; i += 1)
      this.segments.push(new Uint32Array(SEGMENT_SLOTS))
  }

  /** Keeps the list unless it is there already; true if it is new: its number is then `size - 1`. */
  add(words: Uint32Array, start: number, end: number): boolean {
    const hash = hashOf(words, start, end)
    const segment = hash >>> (32 - SEGMENT_BITS)
    const slots = this.segments[segment] as Uint32Array
    const tag = tagOf(hash)
    let at = firstSlot(hash, slots.length)
    for (let slot = slots[at] as number; slot !== 0; slot = slots[at] as number) {
      if (slot >>> NUMBER_BITS === tag && this.holds((slot & NUMBER_MASK) - 1, words, start, end))
        return false
      at = at + 1 === slots.length ? 0 : at + 1
    }
    this.keep(words, start, end)
    slots[at] = (tag << NUMBER_BITS) | this.size
    const count = (this.counts[segment] as number) + 1
    this.counts[segment] = count
    if (count > slots.length * LOAD_MAX) this.growSegment(segment)
    return true
  }

  /** The number of a list that is there; -1: it is not. */
  find(words: Uint32Array, start: number, end: number): number {
    const hash = hashOf(words, start, end)
    const slots = this.segments[hash >>> (32 - SEGMENT_BITS)] as Uint32Array
    const tag = tagOf(hash)
    let at = firstSlot(hash, slots.length)
    for (let slot = slots[at] as number; slot !== 0; slot = slots[at] as number) {
      const number = (slot & NUMBER_MASK) - 1
      if (slot >>> NUMBER_BITS === tag && this.holds(number, words, start, end)) return number
      at = at + 1 === slots.length ? 0 : at + 1
    }
    return -1
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
    const slots = this.segments.reduce((sum, segment) => sum + segment.byteLength, 0)
    return this.chunks.length * CHUNK_WORDS * 4 + this.starts.bytes + slots
  }

  private holds(number: number, words: Uint32Array, start: number, end: number): boolean {
    const length = end - start
    const from = this.startOf(number)
    if (this.endOf(number) - from !== length) return false
    const chunk = this.chunkOf(number)
    for (let i = 0; i < length; i += 1) if (chunk[from + i] !== words[start + i]) return false
    return true
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

  private growSegment(segment: number): void {
    const before = this.segments[segment] as Uint32Array
    const slots = new Uint32Array(Math.ceil(before.length * GROWTH))
    for (const slot of before) {
      if (slot === 0) continue
      const number = (slot & NUMBER_MASK) - 1
      const hash = hashOf(this.chunkOf(number), this.startOf(number), this.endOf(number))
      let at = firstSlot(hash, slots.length)
      while (slots[at] !== 0) at = at + 1 === slots.length ? 0 : at + 1
      slots[at] = slot
    }
    this.segments[segment] = slots
  }
}

/** Multiply and shift over the words, then MurmurHash3's finaliser: every bit of every word counts. */
function hashOf(words: Uint32Array, start: number, end: number): number {
  let hash = end - start
  for (let i = start; i < end; i += 1) {
    hash = Math.imul(hash ^ (words[i] as number), 0x85ebca6b)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The low bits are the tag, the middle ones say where to look, the top ones in which segment. */
function tagOf(hash: number): number {
  return hash & (2 ** (32 - NUMBER_BITS) - 1)
}

function firstSlot(hash: number, slots: number): number {
  return Math.floor((((hash << SEGMENT_BITS) >>> 0) / 4294967296) * slots)
}
