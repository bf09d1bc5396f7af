/** The pages that are open now: windows of the desktop, tabs of the browser host. A page that is reloaded is another. */
import type { HostEvent } from '../../shared/host/contract'

/** Drawn anew each time a page is loaded. */
export type PageId = string

type Tell = (event: HostEvent) => void

export class Pages {
  private readonly here = new Map<PageId, Tell>()
  private readonly leaveListeners: ((page: PageId) => void)[] = []

  /** The page can be told things from now on. */
  join(page: PageId, tell: Tell): void {
    this.here.set(page, tell)
  }

  /** The page was closed, reloaded, or has crashed: what it held is free. */
  leave(page: PageId): void {
    this.here.delete(page)
    for (const listener of this.leaveListeners) listener(page)
  }

  onLeave(listener: (page: PageId) => void): void {
    this.leaveListeners.push(listener)
  }

  tell(page: PageId, event: HostEvent): void {
    this.here.get(page)?.(event)
  }

  tellAll(event: HostEvent): void {
    for (const tell of this.here.values()) tell(event)
  }
}
