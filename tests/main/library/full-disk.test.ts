import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { revisionOf, saveFile } from '../../../src/main/library/save-file'
import { temporaryFolders } from './temporary-folder'

const folderOf = temporaryFolders()

/** A disk of one mebibyte; undefined where the test may not mount one. Elsewhere the port's tests must do. */
async function smallDisk(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const folder = join(await folderOf(), 'disk')
  await mkdir(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
  return mounted.status === 0 ? folder : undefined
}

test('row 15: a disk that is really full keeps the old file whole', async ({ skip }) => {
  const folder = await smallDisk()
  if (folder === undefined) return skip('only root on Linux may mount a small disk')
  try {
    const path = join(folder, 'orders.dryrun.json')
    const old = Buffer.alloc(300_000, 'a')
    await writeFile(path, old)
    const saved = await saveFile({
      path,
      bytes: Buffer.alloc(900_000, 'b'),
      expected: { on: 'revision', revision: revisionOf(old) },
      keepFolder: folder,
    })
    expect(saved.ok ? 'ok' : saved.problems[0]?.code).toBe('host/disk-full')
    expect((await readFile(path)).equals(old)).toBe(true)
    expect(await readdir(folder)).toEqual(['orders.dryrun.json'])
  } finally {
    spawnSync('umount', [folder])
  }
})
