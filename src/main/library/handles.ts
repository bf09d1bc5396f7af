/**
 * Names for files that the page may hold: random, so that one cannot be guessed, and issued only for files
 * that the user chose or that lie in Dryrun's own lists. No path ever comes from the page.
 */
import { randomBytes } from 'node:crypto'

export class Handles {
  private readonly pathOf = new Map<string, string>()
  private readonly handleOf = new Map<string, string>()

  /** The handle of a file, always the same one while the host lives. */
  issue(path: string): string {
    const known = this.handleOf.get(path)
    if (known !== undefined) return known
    const handle = randomBytes(16).toString('base64url')
    this.pathOf.set(handle, path)
    this.handleOf.set(path, handle)
    return handle
  }

  path(handle: string): string | undefined {
    return this.pathOf.get(handle)
  }
}
