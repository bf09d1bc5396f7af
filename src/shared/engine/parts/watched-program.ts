/**
 * A program whose rules can be watched: which bits of the header and of the blocks of the keys, all that the
 * parts of a state share, they read and write. The rules themselves cannot tell the difference.
 */
import type { Field, FieldWatch } from '../field'
import type { KeyFields, Layout, OrderFields } from '../layout'
import type { Program } from '../program'
import type { Triples } from './lesson'

export function watchedProgram(program: Program, watch: FieldWatch): Program {
  return { ...program, layout: watchedLayout(program.layout, watch) }
}

function watchedLayout(layout: Layout, watch: FieldWatch): Layout {
  const one = (field: Field) => field.watched(watch)
  const many = (fields: readonly Field[]) => fields.map(one)
  const { header, key, orders } = layout
  const watchedKey: KeyFields = {
    made: one(key.made),
    replyCount: one(key.replyCount),
    replies: many(key.replies),
  }
  const watchedOrder = (order: OrderFields): OrderFields => ({
    rows: many(order.rows),
    effects: many(order.effects),
    says: many(order.says),
    inbox: many(order.inbox),
    answered: many(order.answered),
    created: many(order.created),
    violated: many(order.violated),
  })
  return {
    ...layout,
    header: {
      limit: one(header.limit),
      budgets: Object.fromEntries(
        Object.entries(header.budgets).map(([kind, budget]) => [kind, one(budget)]),
      ) as Layout['header']['budgets'],
      faults: one(header.faults),
      down: many(header.down),
      crashes: many(header.crashes),
      cuts: one(header.cuts),
      seq: one(header.seq),
      serial: one(header.serial),
      now: header.now,
    },
    key: watchedKey,
    orders: orders.map(watchedOrder),
  }
}

/** What was read before it was written, and what was written, since the watch began. */
export class SharedWatch implements FieldWatch {
  private readonly read: Uint32Array
  private readonly written: Uint32Array

  /** @param words how many words the parts share, from the first. */
  constructor(private readonly words: number) {
    this.read = new Uint32Array(words)
    this.written = new Uint32Array(words)
  }

  begin(): void {
    this.read.fill(0)
    this.written.fill(0)
  }

  reads(at: number, bits: number): void {
    this.read[at] = (this.read[at] as number) | (bits & ~(this.written[at] as number))
  }

  writes(at: number, bits: number): void {
    this.written[at] = (this.written[at] as number) | bits
  }

  /** Triples: a word, the bits read of it, and what they were in `before`. */
  conditions(before: Uint32Array): Triples {
    return this.triples(this.read, (bits) => bits, before)
  }

  /** Triples: a word, the bits that stay, and what the others are in `after`. */
  changes(after: Uint32Array): Triples {
    return this.triples(this.written, (bits) => ~bits, after)
  }

  private triples(of: Uint32Array, maskOf: (bits: number) => number, words: Uint32Array): Triples {
    const triples: number[] = []
    for (let at = 0; at < this.words; at += 1) {
      const bits = of[at] as number
      if (bits !== 0) triples.push(at, maskOf(bits) | 0, (words[at] as number) & bits)
    }
    return triples
  }
}
