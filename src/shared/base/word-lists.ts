/**
 * Millions of word lists one after another, known by their numbers in the order of arrival.
 *
 * 1. Lists lie in chunks that never move, and never straddle two.
 * 2. As long as all have the same length, where one begins follows from its number; from the first that has
 *    another length on, it is written down for each.
 */
import { GrowingWords } from './growing-words'

const CHUNK_BITS = 16
const CHUNK_WORDS = 2 ** CHUNK_BITS
/** No length: lists are of several. */
const SEVERAL = 0

/** As many lists have a number. */
export const LISTS_MAX = 2 ** 32 - 2

export class WordLists {
  size = 0
  private readonly chunks: Uint32Array[] = []
  /** Where the last list of each chunk ends. */
  private readonly chunkEnds: number[] = []
  /** For each list the chunk and the word in it where it begins; empty where all have one length. */
  private readonly starts = new GrowingWords()
  private length = SEVERAL
  /** Of lists of one length, two to the power of this are in a chunk. */
  private bits = 0
  private mask = 0

  /** List `number` is the words `startOf(number)..endOf(number)` of this. */
  chunkOf(number: number): Uint32Array {
    const chunk =
      this.length === SEVERAL ? this.placeOf(number) >>> CHUNK_BITS : number >>> this.bits
    return this.chunks[chunk] as Uint32Array
  }

  startOf(number: number): number {
    if (this.length === SEVERAL) return this.placeOf(number) & (CHUNK_WORDS - 1)
    return (number & this.mask) * this.length
  }

  endOf(number: number): number {
    if (this.length !== SEVERAL) return this.startOf(number) + this.length
    const chunk = this.placeOf(number) >>> CHUNK_BITS
    if (number + 1 < this.size) {
      const next = this.placeOf(number + 1)
      if (next >>> CHUNK_BITS === chunk) return next & (CHUNK_WORDS - 1)
    }
    return this.chunkEnds[chunk] as number
  }

  push(words: Uint32Array, start: number, end: number): void {
    const length = end - start
    if (this.size >= LISTS_MAX) throw new Error(`more than ${LISTS_MAX} lists of words`)
    if (length > CHUNK_WORDS) throw new Error(`a list of ${length} words`)
    if (this.size === 0) this.begin(length)
    else if (length !== this.length && this.length !== SEVERAL) this.writeDown()
    let last = this.chunks.length - 1
    if (last < 0 || !this.hasRoom(last, length)) {
      const words = this.length === SEVERAL ? CHUNK_WORDS : this.length << this.bits
      last = this.chunks.push(new Uint32Array(words)) - 1
      this.chunkEnds.push(0)
    }
    const chunk = this.chunks[last] as Uint32Array
    const from = this.chunkEnds[last] as number
    for (let i = 0; i < length; i += 1) chunk[from + i] = words[start + i] as number
    this.chunkEnds[last] = from + length
    if (this.length === SEVERAL) this.starts.push(last * CHUNK_WORDS + from)
    this.size += 1
  }

  /** What is allocated. */
  get bytes(): number {
    return this.chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0) + this.starts.bytes
  }

  private placeOf(number: number): number {
    return this.starts.get(number)
  }

  private hasRoom(chunk: number, length: number): boolean {
    return (this.chunkEnds[chunk] as number) + length <= (this.chunks[chunk]?.length ?? 0)
  }

  private begin(length: number): void {
    this.length = length
    if (length === 0) return
    this.bits = 31 - Math.clz32(CHUNK_WORDS / length)
    this.mask = 2 ** this.bits - 1
  }

  private writeDown(): void {
    for (let number = 0; number < this.size; number += 1)
      this.starts.push((number >>> this.bits) * CHUNK_WORDS + (number & this.mask) * this.length)
    this.length = SEVERAL
  }
}
