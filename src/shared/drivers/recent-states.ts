/**
 * States lately passed without being kept: many choices lead to the same one, soon after one another, and
 * where it goes on to is kept already. Direct-mapped, so it forgets and never grows; what it remembers is
 * exact.
 */
const SLOT_BITS = 14
const SLOTS = 2 ** SLOT_BITS
/** Longer states are not remembered. */
const WORDS_MAX = 24

export class RecentStates {
  private readonly words = new Uint32Array(SLOTS * WORDS_MAX)
  /** The length of the state that is there; 0: none. */
  private readonly lengths = new Uint8Array(SLOTS)
  private slot = 0
  private length = 0

  /** Whether it is remembered. If not, `note` remembers it. */
  has(words: Uint32Array, length: number): boolean {
    this.slot = slotOf(words, length)
    this.length = length > WORDS_MAX ? 0 : length
    if (this.length > 0 && this.isThere(words)) return true
    this.lengths[this.slot] = 0
    const start = this.slot * WORDS_MAX
    for (let i = 0; i < this.length; i += 1) this.words[start + i] = words[i] as number
    return false
  }

  /** Remembers the state last asked for. */
  note(): void {
    this.lengths[this.slot] = this.length
  }

  private isThere(words: Uint32Array): boolean {
    if (this.lengths[this.slot] !== this.length) return false
    const start = this.slot * WORDS_MAX
    for (let i = 0; i < this.length; i += 1) if (this.words[start + i] !== words[i]) return false
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
