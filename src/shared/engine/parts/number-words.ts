/**
 * Where the numbers of the parts' contents stand in a state as it is kept: after the words that the parts
 * share, two to a word. One that is too large for its half stands at the end, and all ones in its place.
 */

/** What fits half a word and is not all ones is narrow. */
const WIDE = 0xffff

export class NumberWords {
  /** A state all of whose numbers are narrow ends here. */
  readonly narrowEnd: number
  /** No state ends further on. */
  readonly endMax: number

  /** @param wide from which number on they stand at the end; less only to see it happen. */
  constructor(
    private readonly first: number,
    parts: number,
    private readonly wide = WIDE,
  ) {
    this.narrowEnd = first + ((parts + 1) >>> 1)
    this.endMax = this.narrowEnd + parts
  }

  isNarrow(number: number): boolean {
    return number < this.wide
  }

  /** The word where a part's number stands, the bits of it that are not its own, and its own for this number. */
  patch(part: number, narrow: number): readonly [word: number, kept: number, bits: number] {
    const isLow = (part & 1) === 0
    const kept = isLow ? ~0xffff : 0xffff
    return [this.first + (part >>> 1), kept, isLow ? narrow : narrow << 16]
  }

  /** Writes a narrow number over what stands there of a part. */
  overwrite(words: Uint32Array, part: number, narrow: number): void {
    const word = this.first + (part >>> 1)
    const old = words[word] as number
    words[word] = (part & 1) === 0 ? (old & 0xffff0000) | narrow : (old & 0xffff) | (narrow << 16)
  }

  /** Writes all of them; gives the end. */
  write(words: Uint32Array, numbers: Int32Array): number {
    let end = this.narrowEnd
    for (let at = this.first; at < end; at += 1) words[at] = 0
    for (let part = 0; part < numbers.length; part += 1) {
      const number = numbers[part] as number
      this.overwrite(words, part, this.isNarrow(number) ? number : WIDE)
      if (this.isNarrow(number)) continue
      words[end] = number
      end += 1
    }
    return end
  }

  read(words: Uint32Array, numbers: Int32Array): void {
    let end = this.narrowEnd
    for (let part = 0; part < numbers.length; part += 1) {
      const word = words[this.first + (part >>> 1)] as number
      const half = (part & 1) === 0 ? word & 0xffff : word >>> 16
      if (half === WIDE) {
        numbers[part] = words[end] as number
        end += 1
      } else numbers[part] = half
    }
  }
}
