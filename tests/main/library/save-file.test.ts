import {
  chmod,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Expected, revisionOf, saveFile } from '../../../src/main/library/save-file'
import { type Failure, recordingPort } from './recording-port'
import { temporaryFolders } from './temporary-folder'

const folderOf = temporaryFolders()
const OLD = Buffer.from('the old content')
const NEW = Buffer.from('the new and longer content')

async function oldFile(): Promise<{ readonly folder: string; readonly path: string }> {
  const folder = await folderOf()
  const path = join(folder, 'orders.dryrun.json')
  await writeFile(path, OLD)
  return { folder, path }
}

const basedOnOld: Expected = { on: 'revision', revision: revisionOf(OLD) }

function save(path: string, more: { expected?: Expected; failure?: Failure } = {}) {
  const port = recordingPort(path, more.failure)
  const keepFolder = join(path, '..', 'kept')
  const expected = more.expected ?? basedOnOld
  return { port, saved: saveFile({ path, bytes: NEW, expected, keepFolder, port }) }
}

async function codeOf(saved: ReturnType<typeof saveFile>): Promise<string> {
  const outcome = await saved
  return outcome.ok ? 'ok' : (outcome.problems[0]?.code ?? '')
}

describe('a save that works', () => {
  test('leaves the new bytes, their revision and nothing else', async () => {
    const { folder, path } = await oldFile()
    const outcome = await save(path).saved
    expect(outcome).toEqual({ ok: true, value: { path, revision: revisionOf(NEW) } })
    expect(await readFile(path)).toEqual(NEW)
    expect(await readdir(folder)).toEqual(['orders.dryrun.json'])
  })

  test('is written and synced before it takes the old place, and the folder is synced after', async () => {
    const { path } = await oldFile()
    const { port, saved } = save(path)
    await saved
    expect(port.calls).toEqual([
      'open file',
      'open temporary',
      'write temporary',
      'sync temporary',
      'rename temporary',
      'open folder',
      'sync folder',
    ])
  })

  test('makes a new file where there was none', async () => {
    const path = join(await folderOf(), 'new.dryrun.json')
    expect(await codeOf(save(path, { expected: { on: 'nothing' } }).saved)).toBe('ok')
    expect(await readFile(path)).toEqual(NEW)
  })

  test('row 20: keeps the mode of the file', async () => {
    const { path } = await oldFile()
    await chmod(path, 0o640)
    await save(path).saved
    expect((await stat(path)).mode & 0o777).toBe(0o640)
  })

  test('row 20: goes through a symbolic link and leaves the link', async () => {
    const { folder, path } = await oldFile()
    const shortcut = join(folder, 'shortcut.dryrun.json')
    await symlink(path, shortcut)
    expect(await codeOf(save(shortcut).saved)).toBe('ok')
    expect(await readlink(shortcut)).toBe(path)
    expect((await lstat(path)).isFile()).toBe(true)
    expect(await readFile(path)).toEqual(NEW)
  })

  test('row 22: saves under a name of 255 bytes exactly', async () => {
    const name = `${'я'.repeat(121)}.dryrun.json`.padStart(255 - 121, 'a')
    expect(Buffer.byteLength(name)).toBe(255)
    const path = join(await folderOf(), name)
    expect(await codeOf(save(path, { expected: { on: 'nothing' } }).saved)).toBe('ok')
    expect(await readdir(join(path, '..'))).toEqual([name])
  })

  test('saves of one file wait for each other: the last one asked for stays', async () => {
    const { path } = await oldFile()
    const texts = Array.from({ length: 20 }, (_, at) => Buffer.from(`content ${at}`))
    const saves = texts.map((bytes) =>
      saveFile({ path, bytes, expected: { on: 'anything' }, keepFolder: path }),
    )
    expect((await Promise.all(saves)).every((saved) => saved.ok)).toBe(true)
    expect(await readFile(path, 'utf8')).toBe('content 19')
  })
})

describe('a save is refused and the file left alone', () => {
  const refusals: [string, string, (path: string) => Promise<unknown>][] = [
    ['it was changed on disk', 'host/changed-on-disk', (path) => writeFile(path, 'their content')],
    ['it has a second name', 'host/hard-linked', (path) => link(path, `${path}.second`)],
    ['it is read-only', 'host/file-read-only', (path) => chmod(path, 0o444)],
  ]
  test.each(refusals)('row 21: when %s', async (_, code, change) => {
    const { path } = await oldFile()
    await change(path)
    const before = await readFile(path)
    expect(await codeOf(save(path).saved)).toBe(code)
    expect(await readFile(path)).toEqual(before)
  })

  test('row 23: when it was changed to the same size at the same time', async () => {
    const { path } = await oldFile()
    const { atime, mtime } = await stat(path)
    await writeFile(path, 'THE OLD CONTENT')
    const { utimes } = await import('node:fs/promises')
    await utimes(path, atime, mtime)
    expect(await codeOf(save(path).saved)).toBe('host/changed-on-disk')
  })

  test('row 24: when it is gone, and it is not made again', async () => {
    const { folder, path } = await oldFile()
    const { unlink } = await import('node:fs/promises')
    await unlink(path)
    expect(await codeOf(save(path).saved)).toBe('host/gone-from-disk')
    expect(await readdir(folder)).toEqual([])
  })

  test('when the name is taken and the file was to be new', async () => {
    const { path } = await oldFile()
    expect(await codeOf(save(path, { expected: { on: 'nothing' } }).saved)).toBe('host/exists')
    expect(await readFile(path)).toEqual(OLD)
  })

  test('row 21: when it is a folder', async () => {
    const path = join(await folderOf(), 'folder.dryrun.json')
    await mkdir(path)
    expect(await codeOf(save(path).saved)).toBe('host/not-a-file')
  })

  test('when a link leads nowhere', async () => {
    const folder = await folderOf()
    const path = join(folder, 'dangling.dryrun.json')
    await symlink(join(folder, 'nowhere'), path)
    expect(await codeOf(save(path, { expected: { on: 'anything' } }).saved)).toBe(
      'host/gone-from-disk',
    )
    expect((await lstat(path)).isSymbolicLink()).toBe(true)
  })

  test('row 22: when the name is too long for the disk', async () => {
    const path = join(await folderOf(), `${'a'.repeat(256)}.dryrun.json`)
    expect(await codeOf(save(path, { expected: { on: 'nothing' } }).saved)).toBe(
      'host/name-too-long',
    )
  })

  test('when the folder is not there', async () => {
    const path = join(await folderOf(), 'nowhere', 'new.dryrun.json')
    expect(await codeOf(save(path, { expected: { on: 'nothing' } }).saved)).toBe(
      'host/folder-missing',
    )
  })
})

describe('a system call that fails', () => {
  const failures: [string, string, string][] = [
    ['write temporary', 'ENOSPC', 'host/disk-full'],
    ['write temporary', 'EDQUOT', 'host/disk-full'],
    ['write temporary', 'EIO', 'host/disk-error'],
    ['sync temporary', 'EIO', 'host/disk-error'],
    ['open temporary', 'ENOSPC', 'host/disk-full'],
    ['rename temporary', 'EPERM', 'host/folder-read-only'],
    ['rename temporary', 'EBUSY', 'host/file-in-use'],
  ]
  test.each(failures)(
    '%s with %s keeps the old file, and leaves nothing behind',
    async (...row) => {
      const [call, code, problem] = row
      const { folder, path } = await oldFile()
      expect(await codeOf(save(path, { failure: { call, code } }).saved)).toBe(problem)
      expect(await readFile(path)).toEqual(OLD)
      expect(await readdir(folder)).toEqual(['orders.dryrun.json'])
    },
  )

  test('a folder that takes no new file does not stop a save of a file that may be written', async () => {
    const { folder, path } = await oldFile()
    const failure = { call: 'open temporary', code: 'EACCES' }
    expect(await codeOf(save(path, { failure }).saved)).toBe('ok')
    expect(await readFile(path)).toEqual(NEW)
    expect(await readdir(join(folder, 'kept'))).toEqual([])
  })

  test('a read-only folder does stop a new file', async () => {
    const path = join(await folderOf(), 'new.dryrun.json')
    const failure = { call: 'open temporary', code: 'EROFS' }
    const { saved } = save(path, { expected: { on: 'nothing' }, failure })
    expect(await codeOf(saved)).toBe('host/folder-read-only')
  })

  test('a folder that cannot be synced is told, and the same save may be repeated', async () => {
    const { path } = await oldFile()
    const failure = { call: 'sync folder', code: 'EIO' }
    expect(await codeOf(save(path, { failure }).saved)).toBe('host/not-confirmed')
    expect(await codeOf(save(path).saved)).toBe('ok')
    expect(await readFile(path)).toEqual(NEW)
  })
})
