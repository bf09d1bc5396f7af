/** A folder of a test's own, gone after it. */
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

/** Call within the test; the real path, so that it can be compared. */
export function temporaryFolders(): () => Promise<string> {
  const made: string[] = []
  afterEach(async () => {
    for (const folder of made.splice(0)) {
      // The list of recent files may still be on its way to the disk.
      await rm(folder, { recursive: true, force: true, maxRetries: 10 })
    }
  })
  return async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'dryrun-test-')))
    made.push(folder)
    return folder
  }
}
