/**
 * States lately passed without being kept: many choices lead to the same one, soon after one another, and
 * where it goes on to is kept already. Direct-mapped, so it forgets and never grows; what it remembers is
 * exact.
 */
const SLOT_BITS = 16
const SLOTS = 2 ** SLOT_BITS
/** Longer states are not remembered. */
const WORDS_MAX = 24

export class RecentStates {
  /** Whether the state last asked for is remembered: where it leads to is kept. */
  isKnown = false
  private readonly words = new Uint32Array(SLOTS * WORDS_MAX)
  /** The length of the state that is there; 0: none. */
  private readonly lengths = new Uint8Array(SLOTS)
  /** Slots of the states asked for since, which are not remembered yet, and their lengths. */
  private readonly slots: number[] = []
  private readonly asked: number[] = []

  /** Whether it is remembered; if not, `remember` will. */
  has(words: Uint32Array, length: number): boolean {
    this.isKnown = false
    if (length > WORDS_MAX) return false
    const slot = slotOf(words, length)
    this.isKnown = this.isThere(slot, words, length)
    if (this.isKnown) return true
    this.lengths[slot] = 0
    const start = slot * WORDS_MAX
    for (let i = 0; i < length; i += 1) this.words[start + i] = words[i] as number
    this.slots.push(slot)
    this.asked.push(length)
    return false
  }

  /** All states asked for since the last time lead to one another, and the last to one that is kept. */
  remember(): void {
    // Of two in one slot the later is there.
    for (let i = 0; i < this.slots.length; i += 1)
      this.lengths[this.slots[i] as number] = this.asked[i] as number
    this.slots.length = 0
    this.asked.length = 0
  }

  private isThere(slot: number, words: Uint32Array, length: number): boolean {
    if (this.lengths[slot] !== length) return false
    const start = slot * WORDS_MAX
    for (let i = 0; i < length; i += 1) if (this.words[start + i] !== words[i]) return false
    return true
  }
}

function slotOf(words: Uint32Array, length: number): number {
  let hash = length
  for (let i = 0; i < length; i += 1) {
    hash = Math.imul(hash ^ (words[i] as number), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash >>> (32 - SLOT_BITS)
}
