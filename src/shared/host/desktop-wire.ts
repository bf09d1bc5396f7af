/** The words that the preload script and the desktop's main process share beyond the contract. */

export const CALL_CHANNEL = 'dryrun:call'
export const EVENT_CHANNEL = 'dryrun:event'
export const DROP_CHANNEL = 'dryrun:drop'

/** The page's address on the desktop: a scheme of its own, so that no other page is of the same origin. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'dryrun'
export const APP_ADDRESS = `${APP_SCHEME}://${APP_HOST}/`

/** What the preload script gives the page as `window.dryrun`, and all that it gives. */
export interface DesktopBridge {
  call(name: string, input: unknown): Promise<unknown>
  /** Returns the way to stop listening. */
  onEvent(listener: (event: unknown) => void): () => void
  /**
   * A `File` that the user dropped is asked for as if by the system; its path passes the page by. False where it
   * has none, because a page made it.
   */
  openDropped(file: unknown): Promise<boolean>
}
