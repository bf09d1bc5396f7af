/** When to keep a copy: a moment after the last change, and never long after the first. */

const IDLE_MS = 1_000
/** Under five seconds by what the writing itself may take: older edits are promised to be there. */
const OLDEST_MS = 4_000

export class Autosave {
  private idle: ReturnType<typeof setTimeout> | undefined
  private oldest: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly keep: () => void) {}

  /** Something changed that no copy has yet. */
  changed(): void {
    clearTimeout(this.idle)
    this.idle = setTimeout(() => this.flush(), IDLE_MS)
    this.oldest ??= setTimeout(() => this.flush(), OLDEST_MS)
  }

  /** Keeps at once what waits, if anything does. */
  flush(): void {
    if (this.oldest === undefined) return
    this.cancel()
    this.keep()
  }

  cancel(): void {
    clearTimeout(this.idle)
    clearTimeout(this.oldest)
    this.idle = undefined
    this.oldest = undefined
  }
}
