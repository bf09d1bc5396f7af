/** The scenario files of one folder, for the browser host, which has no dialog of the system's. */
import { lstat, readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '../../shared/base/problem'
import { failed, reasonOf } from '../host-problem'
import { isTemporaryName } from './save-file'
import { shownFolder } from './shown-folder'

export const SCENARIO_ENDING = '.dryrun.json'
const LISTED_MAX = 200
const ORPHAN_AGE_MS = 60 * 60 * 1000

export interface ListedFile {
  readonly path: string
  /** Milliseconds since 1970. */
  readonly changedAt: number
}

/** The newest 200 scenario files of a folder, newest first; none where the folder is not there yet. */
export async function listScenarioFiles(folder: string): Promise<Outcome<readonly ListedFile[]>> {
  let names: readonly string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === 'ENOENT') return { ok: true, value: [] }
    return failed('host/cannot-list', { folder: shownFolder(folder), reason })
  }
  const files: ListedFile[] = []
  for (const name of names.filter((each) => each.endsWith(SCENARIO_ENDING))) {
    const path = join(folder, name)
    const stats = await stat(path).catch(() => undefined)
    if (stats?.isFile()) files.push({ path, changedAt: Math.round(stats.mtimeMs) })
  }
  files.sort((a, b) => b.changedAt - a.changedAt || (a.path < b.path ? -1 : 1))
  return { ok: true, value: files.slice(0, LISTED_MAX) }
}

/** When a file was last changed, in milliseconds since 1970; undefined where it is gone. */
export async function changedAt(path: string): Promise<number | undefined> {
  const stats = await stat(path).catch(() => undefined)
  return stats?.isFile() ? Math.round(stats.mtimeMs) : undefined
}

/** Removes what saves that were cut off left in a folder; younger ones may belong to a save going on now. */
export async function sweepOrphans(folder: string, nowMs: number): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(isTemporaryName)) {
    const path = join(folder, name)
    const stats = await lstat(path).catch(() => undefined)
    if (stats?.isFile() && nowMs - stats.mtimeMs > ORPHAN_AGE_MS) {
      await unlink(path).catch(() => undefined)
    }
  }
}
