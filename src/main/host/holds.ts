/**
 * Which page has which file open, and which of them writes it. One page writes a file at a time; the others
 * see what it saves. A page that goes leaves the file to the next one that has it open.
 */
import { FileWatch, type Revision, revisionOnDisk } from '../library/file-watch'
import type { Leases } from '../library/leases'
import type { Library } from '../library/library'
import type { PageId, Pages } from './pages'

/** How often other hosts are looked at: whether they took a file, or left one. */
const LOOK_MS = 2_000
const CLOSED_MAX = 20

interface HoldParts {
  readonly library: Library
  readonly leases: Leases
  readonly pages: Pages
}

export interface Held {
  readonly writer: boolean
  readonly revision: Revision
}

export class Holds {
  /** At most one file a page. */
  private readonly files = new Map<PageId, string>()
  private readonly writers = new Map<string, PageId>()
  /** The last one closed last. */
  private closed: readonly string[] = []
  private readonly watch: FileWatch
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly parts: HoldParts) {
    this.watch = new FileWatch((path, revision) => this.changed(path, revision))
    parts.pages.onLeave((page) => this.release(page))
  }

  /** The page has this file open from now on, and none that it had before. Calling again only asks. */
  async hold(page: PageId, path: string): Promise<Held> {
    if (this.files.get(page) !== path) {
      this.release(page)
      this.files.set(page, path)
      this.closed = this.closed.filter((other) => other !== path)
    }
    const revision = await revisionOnDisk(path)
    // The page may have gone, or gone on to another file.
    if (this.files.get(page) !== path) return { writer: false, revision: revision ?? null }
    if (revision !== undefined) this.watch.start(path, revision)
    this.timer ??= setInterval(() => this.lookAtOthers(), LOOK_MS).unref()
    if (!this.writers.has(path) && this.parts.leases.acquire(path)) this.writers.set(path, page)
    return { writer: this.mayWrite(page, path), revision: revision ?? null }
  }

  release(page: PageId): void {
    const path = this.files.get(page)
    if (path === undefined) return
    this.files.delete(page)
    this.closed = [...this.closed.filter((other) => other !== path), path].slice(-CLOSED_MAX)
    const next = this.pagesWith(path)[0]
    if (this.writers.get(path) === page) {
      this.writers.delete(path)
      if (next === undefined) this.parts.leases.release(path)
      else this.makeWriter(next, path)
    }
    if (next === undefined) this.watch.stop(path)
  }

  /** The page writes from now on; whoever did is told. */
  takeOver(page: PageId, path: string): void {
    if (this.files.get(page) !== path) return
    const before = this.writers.get(path)
    this.parts.leases.take(path)
    if (before !== undefined && before !== page) this.tellWriter(before, path, false)
    this.writers.set(path, page)
  }

  /** Whether no other page and no other host is at the file. */
  mayWrite(page: PageId, path: string): boolean {
    const writer = this.writers.get(path)
    if (writer === undefined) return this.parts.leases.isFree(path)
    return writer === page && this.parts.leases.isOurs(path)
  }

  /** A page has saved: the others that have the file open see it at once. */
  saved(page: PageId, path: string, revision: string): void {
    this.watch.wrote(path, revision)
    this.tellRevision(path, revision, page)
  }

  pageWith(path: string): PageId | undefined {
    return this.writers.get(path) ?? this.pagesWith(path)[0]
  }

  /** The file that was closed last and is not open now. */
  takeClosed(): string | undefined {
    const path = this.closed.findLast((one) => this.pageWith(one) === undefined)
    this.closed = this.closed.filter((one) => one !== path)
    return path
  }

  stop(): void {
    clearInterval(this.timer)
    this.timer = undefined
    this.watch.stopAll()
    for (const path of this.writers.keys()) this.parts.leases.release(path)
  }

  private lookAtOthers(): void {
    for (const [page, path] of this.files) {
      const writer = this.writers.get(path)
      if (writer === page && !this.parts.leases.isOurs(path)) {
        this.writers.delete(path)
        this.tellWriter(page, path, false)
      } else if (writer === undefined && this.parts.leases.acquire(path)) {
        this.makeWriter(page, path)
      }
    }
  }

  private makeWriter(page: PageId, path: string): void {
    this.writers.set(path, page)
    this.tellWriter(page, path, true)
  }

  private changed(path: string, revision: Revision): void {
    this.tellRevision(path, revision)
  }

  private tellRevision(path: string, revision: Revision, except?: PageId): void {
    const { handle } = this.parts.library.naming(path)
    for (const page of this.pagesWith(path)) {
      if (page !== except) this.parts.pages.tell(page, { event: 'file-changed', handle, revision })
    }
  }

  private tellWriter(page: PageId, path: string, writer: boolean): void {
    const { handle } = this.parts.library.naming(path)
    this.parts.pages.tell(page, { event: 'writer-changed', handle, writer })
  }

  private pagesWith(path: string): readonly PageId[] {
    return [...this.files].filter(([, file]) => file === path).map(([page]) => page)
  }
}
