/** Files that somebody asked for from outside the page (command line, second start, the system), in order. */

const WAITING_MAX = 20

export class OpenRequests {
  private readonly waiting: string[] = []
  private listener: () => void = () => undefined

  /** Called for each request; the page then comes to take it. */
  onRequest(listener: () => void): void {
    this.listener = listener
  }

  /** `path` is absolute. Beyond twenty waiting requests the oldest is forgotten. */
  add(path: string): void {
    this.waiting.push(path)
    if (this.waiting.length > WAITING_MAX) this.waiting.shift()
    this.listener()
  }

  take(): string | undefined {
    return this.waiting.shift()
  }
}
