/**
 * Named bits of a packed state. A field knows its word, shift and width; whoever reads it gives the start of
 * the record it belongs to. Knows nothing of services: only layout.ts makes fields, only accessors use them.
 */

const BITS_MAX = 30

export class Field {
  readonly mask: number

  constructor(
    private readonly word: number,
    private readonly shift: number,
    readonly bits: number,
  ) {
    this.mask = 2 ** bits - 1
  }

  /** This field for somebody who wants to know what is read and written. */
  watched(watch: FieldWatch): Field {
    return new WatchedField(this.word, this.shift, this.bits, watch)
  }

  protected at(base: number): number {
    return base + this.word
  }

  /** Its mask, shifted to where it lies. */
  protected get inPlace(): number {
    return this.mask << this.shift
  }

  /** A field of width zero reads as 0: that is how one set of rules serves machines with and without time. */
  get(words: Uint32Array, base: number): number {
    return ((words[base + this.word] as number) >>> this.shift) & this.mask
  }

  /** A field of width zero ignores what is written; any other refuses what does not fit: a bug of ours. */
  set(words: Uint32Array, base: number, value: number): void {
    if (this.bits === 0) return
    if (value < 0 || value > this.mask) throw new Error(`${value} does not fit ${this.bits} bits`)
    const at = base + this.word
    words[at] = ((words[at] as number) & ~(this.mask << this.shift)) | (value << this.shift)
  }
}

/** What somebody is told of the bits that fields read and write, as masks of the words that they lie in. */
export interface FieldWatch {
  reads(at: number, bits: number): void
  writes(at: number, bits: number): void
}

/** The same bits, and every use of them is told. */
class WatchedField extends Field {
  constructor(
    word: number,
    shift: number,
    bits: number,
    private readonly watch: FieldWatch,
  ) {
    super(word, shift, bits)
  }

  override get(words: Uint32Array, base: number): number {
    if (this.bits > 0) this.watch.reads(this.at(base), this.inPlace)
    return super.get(words, base)
  }

  override set(words: Uint32Array, base: number, value: number): void {
    if (this.bits > 0) this.watch.writes(this.at(base), this.inPlace)
    super.set(words, base, value)
  }
}

/** An integer up to 2^53 - 1 (microseconds) in two words; absent, it reads as 0. */
export class WideField {
  constructor(private readonly word: number | undefined) {}

  get(words: Uint32Array, base: number): number {
    if (this.word === undefined) return 0
    return (
      (words[base + this.word] as number) * 4294967296 + (words[base + this.word + 1] as number)
    )
  }

  set(words: Uint32Array, base: number, value: number): void {
    if (this.word === undefined) return
    words[base + this.word] = Math.floor(value / 4294967296)
    words[base + this.word + 1] = value % 4294967296
  }
}

/** Lays fields one after another into 32-bit words; no field straddles two. */
export class Packer {
  private word = 0
  private used = 0

  /** A field for 0..max. */
  upTo(max: number): Field {
    return this.bits(bitsFor(max))
  }

  bits(bits: number): Field {
    if (bits > BITS_MAX) throw new Error(`a field of ${bits} bits`)
    if (this.used + bits > 32) this.align()
    const field = new Field(bits === 0 ? 0 : this.word, this.used % 32, bits)
    this.used += bits
    return field
  }

  wide(): WideField {
    this.align()
    const field = new WideField(this.word)
    this.word += 2
    return field
  }

  /** Starts a fresh word. */
  align(): void {
    if (this.used > 0) this.word += 1
    this.used = 0
  }

  get words(): number {
    return this.word + (this.used > 0 ? 1 : 0)
  }
}

/** How many bits hold 0..max. */
export function bitsFor(max: number): number {
  return max <= 0 ? 0 : 32 - Math.clz32(max)
}
