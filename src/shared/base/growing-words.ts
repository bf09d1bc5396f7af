/** A list of 32-bit words that grows without ever being copied: numbers of the search that only get more. */

const CHUNK_BITS = 15
const CHUNK = 2 ** CHUNK_BITS

export class GrowingWords {
  length = 0
  private readonly chunks: Uint32Array[] = []

  push(word: number): void {
    const at = this.length & (CHUNK - 1)
    if (at === 0) this.chunks.push(new Uint32Array(CHUNK))
    ;(this.chunks[this.chunks.length - 1] as Uint32Array)[at] = word
    this.length += 1
  }

  get(index: number): number {
    return (this.chunks[index >>> CHUNK_BITS] as Uint32Array)[index & (CHUNK - 1)] as number
  }

  set(index: number, word: number): void {
    ;(this.chunks[index >>> CHUNK_BITS] as Uint32Array)[index & (CHUNK - 1)] = word
  }

  /** What is allocated. */
  get bytes(): number {
    return this.chunks.length * CHUNK * 4
  }
}
