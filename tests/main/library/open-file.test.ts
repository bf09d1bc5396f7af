import { spawnSync } from 'node:child_process'
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FILE_BYTES_MAX, openFile } from '../../../src/main/library/open-file'
import { revisionOf } from '../../../src/main/library/save-file'
import { pngCarrying } from '../../../src/main/picture/carried'
import { temporaryFolders } from './temporary-folder'

const folderOf = temporaryFolders()
/** One grey pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

async function codeFor(prepare: (path: string) => Promise<unknown>): Promise<string> {
  const path = join(await folderOf(), 'orders.dryrun.json')
  await prepare(path)
  const opened = await openFile(path)
  return opened.ok ? 'ok' : (opened.problems[0]?.code ?? '')
}

test('a file opens as its text, with the revision of its bytes', async () => {
  const path = join(await folderOf(), 'orders.dryrun.json')
  await writeFile(path, '{"dryrun":1,"title":"Заказы"}')
  expect(await openFile(path)).toEqual({
    ok: true,
    value: {
      path,
      text: '{"dryrun":1,"title":"Заказы"}',
      revision: revisionOf(Buffer.from('{"dryrun":1,"title":"Заказы"}')),
      readOnly: false,
      isCarried: false,
    },
  })
})

test('a link opens the file that it leads to', async () => {
  const folder = await folderOf()
  await writeFile(join(folder, 'real'), '{}')
  await symlink(join(folder, 'real'), join(folder, 'link'))
  const opened = await openFile(join(folder, 'link'))
  expect(opened.ok && opened.value.path).toBe(join(folder, 'real'))
})

test.each([
  ['is not there', 'host/not-found', async () => undefined],
  ['is a folder', 'host/not-a-file', (path: string) => mkdir(path)],
  [
    'is one byte too large',
    'host/too-large',
    (path: string) => writeFile(path, '').then(() => truncate(path, FILE_BYTES_MAX + 1)),
  ],
  ['is not UTF-8', 'host/not-text', (path: string) => writeFile(path, Buffer.from([0x7b, 0xff]))],
  [
    'is a picture that carries nothing',
    'host/picture-without-scenario',
    (path: string) => writeFile(path, PIXEL),
  ],
  [
    'is an SVG of somebody else',
    'host/picture-without-scenario',
    (path: string) => writeFile(path, '<?xml version="1.0"?>\n<svg xmlns="x"/>'),
  ],
  [
    'is a picture cut off in the middle',
    'host/picture-damaged',
    (path: string) => writeFile(path, pngCarrying(PIXEL, '{}').subarray(0, -14)),
  ],
])('a file that %s is a problem with a code of its own', async (_, code, prepare) => {
  expect(await codeFor(prepare)).toBe(code)
})

test.skipIf(process.platform === 'win32')('a pipe is recognised and not waited for', async () => {
  const made = async (path: string) => spawnSync('mkfifo', [path])
  expect(await codeFor(made)).toBe('host/not-a-file')
})
