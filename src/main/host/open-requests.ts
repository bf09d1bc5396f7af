/** Files that somebody asked for from outside the page (command line, second start, the system), in order. */
import type { PageId } from './pages'

const WAITING_MAX = 20

interface OpenRequest {
  readonly path: string
  /** The page that is to show it; undefined: whichever comes first. */
  readonly page: PageId | undefined
}

export class OpenRequests {
  private waiting: OpenRequest[] = []
  private listener: (page: PageId | undefined) => void = () => undefined

  /** Called for each request; the page then comes to take it. */
  onRequest(listener: (page: PageId | undefined) => void): void {
    this.listener = listener
  }

  /** `path` is absolute. Beyond twenty waiting requests the oldest is forgotten. */
  add(path: string, page?: PageId): void {
    this.waiting.push({ path, page })
    if (this.waiting.length > WAITING_MAX) this.waiting.shift()
    this.listener(page)
  }

  take(page: PageId): string | undefined {
    const next = this.waiting.find((one) => one.page === undefined || one.page === page)
    this.waiting = this.waiting.filter((one) => one !== next)
    return next?.path
  }

  /** Whether a page has something to take that no other may. */
  isAwaitedBy(page: PageId): boolean {
    return this.waiting.some((one) => one.page === page)
  }

  /** The page has gone: what it was to show is anybody's. */
  release(page: PageId): void {
    this.waiting = this.waiting.map((one) =>
      one.page === page ? { ...one, page: undefined } : one,
    )
  }
}
