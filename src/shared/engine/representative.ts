/**
 * One state for all that a search need not tell apart: tokens in canonical order; what nobody reads
 * forgotten; interchangeable customers in the order of what has become of them.
 */
import { AskedAgain } from './asked-again'
import { type CanonicalOrder, canonicalOf } from './canonical'
import { type KeptOfTokens, keptOfTokens } from './deliveries-count'
import type { Program } from './program'
import { readsOf } from './reads'
import { KeySymmetry } from './symmetry'

/** What a search may leave out, all of it switchable: the answer is the same with and without. */
export interface Reductions {
  /** Customers who want the same are interchangeable. */
  readonly symmetry: boolean
  /**
   * What nobody reads is forgotten; steps that concern nobody else are taken alone, or put off until somebody
   * notices; faults are not tried again after a step that does not concern them; of two states that differ
   * only in how many faults are left, the one with more stands for both.
   */
  readonly reduction: boolean
}

export class Representative {
  /** For each word of a key's block the bits that are kept; empty where all are. */
  private readonly kept: Uint32Array
  private readonly symmetry: KeySymmetry | undefined
  private readonly canonical: CanonicalOrder
  private readonly keptOfTokens: KeptOfTokens | undefined
  private readonly asked: AskedAgain | undefined

  constructor(
    private readonly program: Program,
    { symmetry, reduction }: Reductions,
  ) {
    this.canonical = canonicalOf(program.layout)
    this.kept = reduction ? bitsRead(program) : new Uint32Array(0)
    this.keptOfTokens = reduction ? keptOfTokens(program) : undefined
    const asked = reduction ? new AskedAgain(program) : undefined
    this.asked = asked?.isOfUse === true ? asked : undefined
    const interchangeable = new KeySymmetry(program)
    this.symmetry = symmetry && interchangeable.isOfUse ? interchangeable : undefined
  }

  /** Changes the state `words[0..end)` into the one that stands for it. */
  choose(words: Uint32Array, end: number): void {
    const { layout, keys } = this.program
    const { kept } = this
    for (let key = 0; kept.length > 0 && key < keys.length; key += 1) {
      const block = layout.keysStart + key * layout.keyWords
      for (let i = 0; i < kept.length; i += 1)
        words[block + i] = (words[block + i] as number) & (kept[i] as number)
    }
    this.asked?.forget(words, end)
    if (this.keptOfTokens !== undefined) this.forgetOfTokens(words, end, this.keptOfTokens)
    this.canonical.order(words, end)
    if (this.symmetry?.sortKeys(words, end) === true) this.canonical.order(words, end)
  }

  private forgetOfTokens(words: Uint32Array, end: number, keptAt: KeptOfTokens): void {
    const { tokensStart, tokenWords, token } = this.program.layout
    for (let t = tokensStart; t < end; t += tokenWords) {
      const kept = keptAt[token.place.get(words, t)] as Uint32Array
      for (let i = 0; i < tokenWords; i += 1)
        words[t + i] = (words[t + i] as number) & (kept[i] as number)
    }
  }
}

/** For each word of a key's block the bits that some expression or rule may ask for. */
function bitsRead(program: Program): Uint32Array {
  const { layout } = program
  const { entities, effects, says, replies } = readsOf(program)
  const unread = layout.orders.flatMap((order) => [
    ...order.rows.filter((_, entity) => entities[entity] !== true),
    ...order.effects.filter((_, effect) => effects[effect] !== true),
    ...order.says.filter((_, effect) => says[effect] !== true),
  ])
  const forgotten = new Uint32Array(layout.keyWords)
  const { key } = layout
  for (const field of replies ? unread : [...unread, ...key.replies, key.replyCount])
    field.set(forgotten, 0, field.mask)
  return forgotten.map((bits) => ~bits)
}
