/**
 * Saves a file so that after a crash or a full disk it holds either what it held or what was to be saved.
 * Written by hand because the usual packages report success for a short write and lose the file (they ignore
 * the byte count of one `write`). The order promised: write, size check, fsync, rename, fsync of the folder.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Stats } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Outcome, Problem } from '../../shared/base/problem'
import { failed, hostProblem, reasonOf } from '../host-problem'
import { DISK, type FilePort } from './file-port'
import { writeProblem } from './file-reason'
import { inTurn } from './in-turn'
import { writeInPlace } from './save-in-place'

/** What must be on disk for the save to go ahead. */
export type Expected =
  /** Exactly these bytes, by SHA-256 in hex. */
  | { readonly on: 'revision'; readonly revision: string }
  | { readonly on: 'nothing' }
  | { readonly on: 'anything' }

export interface SaveRequest {
  readonly path: string
  readonly bytes: Uint8Array
  readonly expected: Expected
  /** Where the old content is kept while a file in a read-only folder is written in place. */
  readonly keepFolder: string
  readonly port?: FilePort
}

export interface Saved {
  /** The file itself where `path` was a symbolic link. */
  readonly path: string
  readonly revision: string
}

const TEMPORARY = /^\.dryrun-[0-9a-f]{16}\.tmp$/
const NEW_FILE_MODE = 0o644
/** Virus scanners and indexers hold a file for moments on Windows: 10 tries, about 5 s. */
const RENAME_TRIES = 10
const RENAME_PAUSE_MS = 100

/** Whether a name is one of our temporary files, left behind where a save was cut off. */
export const isTemporaryName = (name: string): boolean => TEMPORARY.test(name)

/** SHA-256 of a file's bytes, in hex. */
export const revisionOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/**
 * Writes `bytes` to `path`, keeping symbolic links, mode and owner. A file that is not as `expected`, has
 * several names, or is read-only is left alone, and so is the old file wherever a system call fails; each is
 * a problem of `host/...`. Saves of one file wait for each other, those under one name in the order asked for.
 */
export function saveFile(request: SaveRequest): Promise<Outcome<Saved>> {
  const port = request.port ?? DISK
  // Two queues: where a path leads is known only after a wait, in which a later save could overtake.
  return inTurn(`asked for as ${request.path}`, async () => {
    const target = await findTarget(port, request.path)
    if (!target.ok) return target
    const { path } = target.value
    const foldsCase = port.platform === 'win32' || port.platform === 'darwin'
    return inTurn(foldsCase ? path.toLowerCase() : path, () => saveNow(port, path, request))
  })
}

/** The file that a path leads to, through symbolic links; the path itself where there is no file yet. */
async function findTarget(port: FilePort, path: string): Promise<Outcome<{ path: string }>> {
  try {
    return { ok: true, value: { path: await port.realpath(path) } }
  } catch (error) {
    if (reasonOf(error) !== 'ENOENT') return { ok: false, problems: [writeProblem(path, error)] }
  }
  try {
    const link = await port.lstat(path).catch(() => undefined)
    // A link that leads nowhere would be replaced by a file without a word.
    if (link !== undefined) return failed('host/gone-from-disk', { name: basename(path) })
    return { ok: true, value: { path: join(await port.realpath(dirname(path)), basename(path)) } }
  } catch (error) {
    return { ok: false, problems: [writeProblem(path, error)] }
  }
}

async function saveNow(
  port: FilePort,
  path: string,
  request: SaveRequest,
): Promise<Outcome<Saved>> {
  try {
    const old = await oldFile(port, path)
    const refusal = refuse(path, old, request)
    if (refusal !== undefined) return refusal
    const problem = await replace(port, path, request, old)
    if (problem !== undefined) return { ok: false, problems: [problem] }
    return { ok: true, value: { path, revision: revisionOf(request.bytes) } }
  } catch (error) {
    return { ok: false, problems: [writeProblem(path, error)] }
  }
}

interface OldFile {
  readonly stats: Stats
  /** Absent for what is not an ordinary file. */
  readonly bytes?: Buffer
}

async function oldFile(port: FilePort, path: string): Promise<OldFile | undefined> {
  let stats: Stats
  try {
    stats = await port.lstat(path)
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined
    throw error
  }
  if (!stats.isFile()) return { stats }
  const file = await port.open(path, 'r')
  try {
    return { stats, bytes: await file.readFile() }
  } finally {
    await file.close()
  }
}

function refuse(
  path: string,
  old: OldFile | undefined,
  { expected, bytes }: SaveRequest,
): Extract<Outcome<never>, { ok: false }> | undefined {
  const name = basename(path)
  if (old === undefined) {
    return expected.on === 'revision' ? failed('host/gone-from-disk', { name }) : undefined
  }
  if (old.bytes === undefined) return failed('host/not-a-file', { name })
  if (expected.on === 'nothing') return failed('host/exists', { name })
  if ((old.stats.mode & 0o200) === 0) return failed('host/file-read-only', { name })
  if (old.stats.nlink > 1) return failed('host/hard-linked', { name })
  if (expected.on === 'anything') return undefined
  // Writing what is already there loses nothing: so a save that was cut off late can be repeated.
  const known = [expected.revision, revisionOf(bytes)]
  return known.includes(revisionOf(old.bytes))
    ? undefined
    : failed('host/changed-on-disk', { name })
}

/** Puts the new bytes in the old file's place; the problem that stopped it, if one did. */
async function replace(
  port: FilePort,
  path: string,
  { bytes, keepFolder }: SaveRequest,
  old: OldFile | undefined,
): Promise<Problem | undefined> {
  const temporary = join(dirname(path), `.dryrun-${randomBytes(8).toString('hex')}.tmp`)
  const prepared = await writeTemporary(port, temporary, bytes, old?.stats)
  if (prepared !== undefined) {
    const denied = ['EACCES', 'EPERM', 'EROFS'].includes(reasonOf(prepared.error))
    if (denied && prepared.at === 'open' && old?.bytes !== undefined) {
      return writeInPlace({ port, path, bytes, old: old.bytes, keepFolder })
    }
    return writeProblem(path, prepared.error)
  }
  try {
    await renameOver(port, temporary, path)
  } catch (error) {
    await port.unlink(temporary).catch(() => undefined)
    return writeProblem(path, error)
  }
  return syncFolder(port, path)
}

interface PrepareFailure {
  readonly at: 'open' | 'write'
  readonly error: unknown
}

async function writeTemporary(
  port: FilePort,
  temporary: string,
  bytes: Uint8Array,
  old: Stats | undefined,
): Promise<PrepareFailure | undefined> {
  let file: Awaited<ReturnType<FilePort['open']>>
  try {
    file = await port.open(temporary, 'wx', NEW_FILE_MODE)
  } catch (error) {
    return { at: 'open', error }
  }
  try {
    await file.writeFile(bytes)
    const { size } = await file.stat()
    if (size !== bytes.length) throw Object.assign(new Error('short write'), { code: 'ENOSPC' })
    if (old !== undefined) {
      // Owner first: changing it clears set-id bits. Both are best effort, as in any editor.
      await file.chown(old.uid, old.gid).catch(() => undefined)
      await file.chmod(old.mode & 0o7777).catch(() => undefined)
    }
    // Never retried: after a failed fsync the kernel may have dropped the pages and report success.
    await file.sync()
    await file.close()
    return undefined
  } catch (error) {
    await file.close().catch(() => undefined)
    await port.unlink(temporary).catch(() => undefined)
    return { at: 'write', error }
  }
}

/** Never delete-then-rename: a crash in between leaves no file at all. */
async function renameOver(port: FilePort, from: string, to: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await port.rename(from, to)
    } catch (error) {
      const passing = ['EPERM', 'EACCES', 'EBUSY'].includes(reasonOf(error))
      if (port.platform !== 'win32' || !passing || tried === RENAME_TRIES) throw error
      await port.wait(RENAME_PAUSE_MS * tried)
    }
  }
}

/** Makes the rename last through a power cut; a folder cannot be opened on Windows, nor synced on some disks. */
async function syncFolder(port: FilePort, path: string): Promise<Problem | undefined> {
  if (port.platform === 'win32') return undefined
  try {
    const folder = await port.open(dirname(path), 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
    return undefined
  } catch (error) {
    const reason = reasonOf(error)
    if (['EINVAL', 'ENOTSUP', 'ENOSYS', 'EACCES', 'EPERM'].includes(reason)) return undefined
    return hostProblem('host/not-confirmed', { name: basename(path), reason })
  }
}
