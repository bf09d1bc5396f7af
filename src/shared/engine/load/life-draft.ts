/**
 * A draft that does not draw by lot: it notes what would be drawn, in the order it is asked for, and gives
 * nought, or for one of them the mark. Two runs of the same rules then tell which times that one is part of.
 */
import { hashWords } from '../../base/random'
import type { Delay } from '../delay'
import { Draft } from '../draft'
import type { Token } from '../view'

export interface Drawn {
  readonly delay: Delay
  readonly what: number
  readonly occasion: number
}

export class LifeDraft extends Draft {
  readonly drawn: Drawn[] = []
  private marked = -1
  private markUs = 0

  /** From here on the drawing of this number, from 0, is the mark and all others are nought. */
  mark(number: number, us: number): void {
    this.drawn.length = 0
    this.marked = number
    this.markUs = us
  }

  override sample(delay: Delay, token: Token, what: number): number {
    if (delay.law === 'fixed') return delay.us
    const { attempt, deliveries } = this.fields
    const occasion = hashWords(
      this.key(token),
      this.order(token),
      this.get(attempt, token),
      this.get(deliveries, token),
    )
    this.drawn.push({ delay, what, occasion })
    return this.drawn.length - 1 === this.marked ? this.markUs : 0
  }
}
