/**
 * One state for all that a search need not tell apart: tokens in canonical order; what nobody reads
 * forgotten; interchangeable customers in the order of what has become of them.
 */
import { canonicalise } from './canonical'
import type { Program } from './program'
import { readsOf } from './reads'
import { KeySymmetry } from './symmetry'

export interface RepresentativeOptions {
  /** Customers who want the same are one another's likeness. */
  readonly symmetry: boolean
  /** What no expression reads is left out of a state. */
  readonly forgets: boolean
}

export class Representative {
  /** For each word of a key's block the bits that are kept; empty where all are. */
  private readonly kept: Uint32Array
  private readonly symmetry: KeySymmetry | undefined

  constructor(
    private readonly program: Program,
    { symmetry, forgets }: RepresentativeOptions,
  ) {
    this.kept = forgets ? bitsRead(program) : new Uint32Array(0)
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
    canonicalise(words, end, layout)
    if (this.symmetry?.sortKeys(words, end) === true) canonicalise(words, end, layout)
  }
}

function bitsRead(program: Program): Uint32Array {
  const { layout } = program
  const reads = readsOf(program)
  const unread = new Uint32Array(layout.keyWords)
  const forget = (field: {
    readonly mask: number
    set(words: Uint32Array, base: number, value: number): void
  }) => field.set(unread, 0, field.mask)
  for (const order of layout.orders) {
    order.rows.forEach((field, entity) => reads.entities[entity] !== true && forget(field))
    order.effects.forEach((field, effect) => reads.effects[effect] !== true && forget(field))
    order.says.forEach((field, effect) => reads.says[effect] !== true && forget(field))
  }
  if (!reads.replies)
    for (const field of [...layout.key.replies, layout.key.replyCount]) forget(field)
  return unread.map((bits) => ~bits)
}
