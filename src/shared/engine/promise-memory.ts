/**
 * Which promises a state breaks, evaluated once for each different content of a key: expressions read
 * nothing but what is stored about one key and how many of its messages there are, and that repeats.
 */
import { WordTable } from '../base/word-table'
import { isAboutAnOrder } from './context'
import { brokenBy, ordersOf } from './invariants'
import type { InvariantProgram, Program } from './program'
import type { View } from './view'

/** Some of a program's promises, known by their numbers. */
export class PromiseMemory {
  private readonly known = new WordTable()
  private readonly verdicts: (readonly number[])[] = []
  private readonly content: Uint32Array
  private readonly blockWords: number
  readonly isEmpty: boolean
  /** They count messages, so that they may change though nothing stored did. */
  readonly countsTokens: boolean

  constructor(
    private readonly program: Program,
    private readonly numbers: readonly number[],
  ) {
    this.isEmpty = numbers.length === 0
    this.countsTokens = numbers.some((number) => this.promise(number).condition.countsTokens)
    this.blockWords = program.layout.keyWords
    const counts = this.countsTokens ? 2 * program.ordersPerKey : 0
    this.content = new Uint32Array(this.blockWords + counts)
  }

  /** Numbers of the promises that do not hold for this key; `words` are the state that `view` shows. */
  brokenFor(view: View, words: Uint32Array, key: number): readonly number[] {
    const { content, blockWords, known } = this
    const start = this.program.layout.keysStart + key * blockWords
    for (let i = 0; i < blockWords; i += 1) content[i] = words[start + i] as number
    if (this.countsTokens) this.countTokens(view, key)
    const number = known.find(content, 0, content.length)
    if (number >= 0) return this.verdicts[number] as readonly number[]
    known.add(content, 0, content.length)
    const broken = this.numbers.filter((promise) => this.isBroken(view, key, promise))
    this.verdicts.push(broken)
    return broken
  }

  private isBroken(view: View, key: number, number: number): boolean {
    for (let order = 0; order < ordersOf(view, key); order += 1)
      if (brokenBy(view, this.promise(number), key, order) !== undefined) return true
    return false
  }

  private countTokens(view: View, key: number): void {
    const { content, blockWords } = this
    content.fill(0, blockWords)
    for (let t = view.first; t < view.last; t += view.stride) {
      if (view.key(t) !== key || !isAboutAnOrder(view, t)) continue
      const at = blockWords + 2 * view.order(t) + (view.place(t).at === 'dead' ? 1 : 0)
      content[at] = (content[at] as number) + 1
    }
  }

  private promise(number: number): InvariantProgram {
    return this.program.invariants[number] as InvariantProgram
  }
}
