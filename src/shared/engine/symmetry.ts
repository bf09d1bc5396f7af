/**
 * Customers who want the same thing are interchangeable: whatever may become of `o1` and `o2` may become of
 * them the other way round. Of the states that differ only in who is who, one stands for all: the one in
 * which the keys are sorted by what is stored about them and by their messages.
 *
 * Two keys are interchangeable if the same is sent for them, equally often; if nobody chokes on the one and
 * not on the other; and if every partitioned topic puts them into one partition.
 */
import type { PlaceKind } from './place'
import type { Program } from './program'

const NOBODYS: ReadonlySet<PlaceKind> = new Set(['down', 'socket', 'cut'])

export class KeySymmetry {
  /** Keys of one class are interchangeable; only classes of several. */
  private readonly classes: readonly (readonly number[])[]
  /** The bits of a token that say what it is, whosever it is and whoever waits for it. */
  private readonly tokenBits: Uint32Array
  private readonly blocks: Uint32Array
  /** The tokens of each key, sorted, one after another. */
  private tokens = new Uint32Array(64)
  private readonly firsts: Int32Array
  private readonly ends: Int32Array
  private readonly places: Int32Array
  /** Where the state that is being sorted ends, and whether its tokens have been gathered. */
  private end = 0
  private isGathered = false
  /** Places whose tokens are about no customer. */
  private readonly isNobodys: readonly boolean[]

  constructor(private readonly program: Program) {
    const { layout, keys } = program
    this.classes = classesOf(program)
    this.isNobodys = program.places.map(({ at }) => NOBODYS.has(at))
    const { key, own, link } = layout.token
    const names = new Uint32Array(layout.tokenWords)
    for (const field of [key, own, link]) field.set(names, 0, field.mask)
    this.tokenBits = names.map((bits) => ~bits)
    this.blocks = new Uint32Array(keys.length * layout.keyWords)
    this.firsts = new Int32Array(keys.length)
    this.ends = new Int32Array(keys.length)
    this.places = Int32Array.from(keys, (_, key) => key)
  }

  get isOfUse(): boolean {
    return this.classes.length > 0
  }

  /** Puts interchangeable keys of a canonical state in order. True: it is to be made canonical again. */
  sortKeys(words: Uint32Array, end: number): boolean {
    this.end = end
    this.isGathered = false
    let isChanged = false
    for (const keys of this.classes) {
      for (const key of keys) this.places[key] = key
      isChanged = this.sortClass(words, keys) || isChanged
    }
    if (isChanged) this.rename(words, end)
    return isChanged
  }

  private gatherTokens(words: Uint32Array, end: number): void {
    this.isGathered = true
    const { tokensStart, tokenWords, token } = this.program.layout
    if (this.tokens.length < end) this.tokens = new Uint32Array(2 * end)
    let to = 0
    for (let key = 0; key < this.places.length; key += 1) {
      this.firsts[key] = to
      for (let t = tokensStart; t < end; t += tokenWords) {
        if (token.key.get(words, t) !== key || this.isAboutNobody(words, t)) continue
        for (let i = 0; i < tokenWords; i += 1)
          this.tokens[to + i] = (words[t + i] as number) & (this.tokenBits[i] as number)
        this.sink(this.firsts[key] as number, to)
        to += tokenWords
      }
      this.ends[key] = to
    }
  }

  /** Moves the token just written to where it belongs among those of its key before it. */
  private sink(first: number, last: number): void {
    const { tokenWords } = this.program.layout
    const { tokens } = this
    for (let at = last; at > first && this.isAbove(at - tokenWords, at); at -= tokenWords)
      for (let i = 0; i < tokenWords; i += 1) {
        const word = tokens[at + i] as number
        tokens[at + i] = tokens[at + i - tokenWords] as number
        tokens[at + i - tokenWords] = word
      }
  }

  private isAbove(a: number, b: number): boolean {
    for (let i = 0; i < this.program.layout.tokenWords; i += 1) {
      const difference = (this.tokens[a + i] as number) - (this.tokens[b + i] as number)
      if (difference !== 0) return difference > 0
    }
    return false
  }

  /** `places[key]` becomes the key that comes to stand where `key` stood. */
  private sortClass(words: Uint32Array, keys: readonly number[]): boolean {
    const { places } = this
    let isChanged = false
    for (let at = 1; at < keys.length; at += 1) {
      for (let to = at; to > 0; to -= 1) {
        const [before, after] = [keys[to - 1] as number, keys[to] as number]
        const [left, right] = [places[before] as number, places[after] as number]
        if (this.compare(words, left, right) <= 0) break
        places[before] = right
        places[after] = left
        isChanged = true
      }
    }
    return isChanged
  }

  private compare(words: Uint32Array, a: number, b: number): number {
    const { keysStart, keyWords } = this.program.layout
    for (let i = 0; i < keyWords; i += 1) {
      const left = words[keysStart + a * keyWords + i] as number
      const right = words[keysStart + b * keyWords + i] as number
      if (left !== right) return left - right
    }
    // Only of two of whom the same is stored the messages are looked at.
    if (!this.isGathered) this.gatherTokens(words, this.end)
    const [first, second] = [this.firsts[a] as number, this.firsts[b] as number]
    const length = (this.ends[a] as number) - first
    const other = (this.ends[b] as number) - second
    if (length !== other) return length - other
    for (let i = 0; i < length; i += 1) {
      const difference = (this.tokens[first + i] as number) - (this.tokens[second + i] as number)
      if (difference !== 0) return difference
    }
    return 0
  }

  private rename(words: Uint32Array, end: number): void {
    const { keysStart, keyWords, tokensStart, tokenWords, token } = this.program.layout
    const { places, blocks } = this
    const count = places.length
    for (let i = 0; i < count * keyWords; i += 1) blocks[i] = words[keysStart + i] as number
    for (let key = 0; key < count; key += 1) {
      const from = (places[key] as number) * keyWords
      for (let i = 0; i < keyWords; i += 1)
        words[keysStart + key * keyWords + i] = blocks[from + i] as number
    }
    for (let t = tokensStart; t < end; t += tokenWords)
      if (!this.isAboutNobody(words, t))
        token.key.set(words, t, places.indexOf(token.key.get(words, t)))
  }

  private isAboutNobody(words: Uint32Array, token: number): boolean {
    return this.isNobodys[this.program.layout.token.place.get(words, token)] === true
  }
}

function classesOf(program: Program): readonly (readonly number[])[] {
  const alike = new Map<string, number[]>()
  program.keys.forEach(({ poison, hash }, key) => {
    const sent = program.stimuli.flatMap((one) => (one.key === key ? [one.place] : []))
    const partitions = program.queues.map((queue) =>
      queue.flavor === 'kafka' ? hash % queue.partitions : 0,
    )
    const likeness = JSON.stringify([sent.sort((a, b) => a - b), poison ?? null, partitions])
    alike.set(likeness, [...(alike.get(likeness) ?? []), key])
  })
  return [...alike.values()].filter((keys) => keys.length > 1)
}
