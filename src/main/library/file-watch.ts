/**
 * Tells when the content of a file is another than it was. The watcher is only a hint, as it misses changes
 * (on some disks all of them, on a busy machine a deletion right after another) and makes others up: a look at
 * the file's size and times every two seconds finds what it missed, and what counts is the SHA-256 of the bytes.
 */
import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { reasonOf } from '../host-problem'
import { revisionOf } from './save-file'

/** SHA-256 in hex; null where there is no file. */
export type Revision = string | null

/** A program that saves by deletion and renaming leaves no file for a moment, in milliseconds. */
const GONE_MS = 500
/** Writers come in several events. */
const SETTLE_MS = 120
/** Between two looks for what the watcher has missed. */
const LOOK_MS = 2_000

interface Watched {
  readonly watcher: FSWatcher
  known: Revision
  /** Size, times and inode at the last look. */
  stamp: string | undefined
  timer: NodeJS.Timeout | undefined
}

export class FileWatch {
  private readonly files = new Map<string, Watched>()
  private looking: NodeJS.Timeout | undefined

  constructor(private readonly onChange: (path: string, revision: Revision) => void) {}

  /** From now on every other content than this one is told. Starting twice is starting once. */
  start(path: string, known: Revision): void {
    if (this.files.has(path)) return
    // By its folder: the file itself may be deleted and made again, which a watch of it does not outlive.
    const folder = dirname(path)
    const watcher = watch(folder, {
      ignored: (one) => one !== folder && one !== path,
      ignoreInitial: true,
      depth: 0,
    })
    const watched: Watched = { watcher, known, stamp: undefined, timer: undefined }
    this.files.set(path, watched)
    this.looking ??= setInterval(() => this.lookAtAll(), LOOK_MS).unref()
    watcher.on('all', () => this.hint(path, SETTLE_MS))
    // What happened before it was at work.
    watcher.on('ready', () => this.hint(path, SETTLE_MS))
    // Out of watches, or a disk that has none: the look at each focus and each save remains.
    watcher.on('error', () => undefined)
  }

  stop(path: string): void {
    const watched = this.files.get(path)
    if (watched === undefined) return
    clearTimeout(watched.timer)
    this.files.delete(path)
    void watched.watcher.close()
    if (this.files.size > 0) return
    clearInterval(this.looking)
    this.looking = undefined
  }

  stopAll(): void {
    for (const path of [...this.files.keys()]) this.stop(path)
  }

  /** We wrote it ourselves, and everybody has been told. */
  wrote(path: string, revision: string): void {
    const watched = this.files.get(path)
    if (watched !== undefined) watched.known = revision
  }

  private lookAtAll(): void {
    for (const path of this.files.keys()) void this.lookAtStamp(path)
  }

  private async lookAtStamp(path: string): Promise<void> {
    const stamp = await stampOnDisk(path)
    const watched = this.files.get(path)
    if (watched === undefined || stamp === watched.stamp) return
    watched.stamp = stamp
    // Whoever is already waiting to look will see the same.
    if (watched.timer === undefined) this.hint(path, SETTLE_MS)
  }

  private hint(path: string, afterMs: number): void {
    const watched = this.files.get(path)
    if (watched === undefined) return
    clearTimeout(watched.timer)
    watched.timer = setTimeout(() => {
      watched.timer = undefined
      void this.look(path, afterMs)
    }, afterMs)
  }

  private async look(path: string, waitedMs: number): Promise<void> {
    const revision = await revisionOnDisk(path)
    const watched = this.files.get(path)
    if (watched === undefined || revision === undefined || revision === watched.known) return
    if (revision === null && waitedMs < GONE_MS) return this.hint(path, GONE_MS)
    watched.known = revision
    this.onChange(path, revision)
  }
}

/** The same for as long as nothing has touched the file; undefined where nothing can be said about it. */
async function stampOnDisk(path: string): Promise<string | undefined> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(path)
    return `${size} ${mtimeMs} ${ctimeMs} ${ino}`
  } catch (error) {
    return isMissing(error) ? 'gone' : undefined
  }
}

const isMissing = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes(reasonOf(error))

/** Undefined where the file is there and cannot be read now: nothing can be said about it. */
export async function revisionOnDisk(path: string): Promise<Revision | undefined> {
  try {
    return revisionOf(await readFile(path))
  } catch (error) {
    return isMissing(error) ? null : undefined
  }
}
