/**
 * Whether a window may close. With unsaved work the user is asked; "Save" has the page save and closes only
 * when that has worked. Knows nothing of Electron.
 */

export type CloseAnswer = 'save' | 'discard' | 'cancel'

interface ClosingParts {
  ask(title: string): Promise<CloseAnswer>
  /** Has the page save, as if the user had chosen Save. */
  requestSave(): void
  /** The user gave the changes up. */
  giveUp(): Promise<void>
  /** Closes the window, which asks `mayClose` again. */
  close(): void
  /** The window stays: whoever was quitting is not. */
  stay(): void
}

export class Closing {
  private unsaved = false
  private title = ''
  private discarded = false
  private asking = false
  private waitingForSave = false

  constructor(private readonly parts: ClosingParts) {}

  /** True: go ahead. False: stay; what comes of it is decided by the user's answer. */
  mayClose(): boolean {
    if (!this.unsaved || this.discarded) return true
    void this.askOnce()
    return false
  }

  /** The page's news about its work. */
  setUnsaved(unsaved: boolean, title: string): void {
    this.unsaved = unsaved
    this.title = title
    if (!unsaved && this.waitingForSave) {
      this.waitingForSave = false
      this.parts.close()
    }
  }

  /** A save that failed or was cancelled keeps the window open. */
  saveSettled(saved: boolean): void {
    if (saved || !this.waitingForSave) return
    this.waitingForSave = false
    this.parts.stay()
  }

  private async askOnce(): Promise<void> {
    if (this.asking) return
    this.asking = true
    const answer = await this.parts.ask(this.title).finally(() => {
      this.asking = false
    })
    switch (answer) {
      case 'save':
        this.waitingForSave = true
        this.parts.requestSave()
        return
      case 'discard':
        this.discarded = true
        await this.parts.giveUp()
        this.parts.close()
        return
      case 'cancel':
        this.parts.stay()
        return
    }
  }
}
