import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Log, redacted } from '../../../src/main/library/log'
import { temporaryFolders } from './temporary-folder'

const folderOf = temporaryFolders()
const NAME = fc.stringMatching(/^[a-zA-Zа-яА-Я0-9_]{3,12}$/)

test('row 33: no path gets into the log, whatever system it is of', () => {
  const paths = fc.tuple(
    fc.constantFrom('/', '~/', 'C:\\', '\\\\server\\', "'/"),
    fc.array(NAME, { minLength: 2, maxLength: 5 }),
  )
  fc.assert(
    fc.property(paths, ([start, names]) => {
      const separator = start.includes('\\') ? '\\' : '/'
      const said = redacted(`ENOENT: no such file, open ${start}${names.join(separator)} now`)
      for (const name of names) expect(said).not.toContain(name)
      expect(said).toContain('ENOENT')
    }),
  )
})

test('row 33: no token, address or second line gets into the log', () => {
  const token = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/)
  fc.assert(
    fc.property(token, (secret) => {
      const said = redacted(`http://127.0.0.1:4000/#launch=${secret} Bearer ${secret}\nforged line`)
      expect(said).not.toContain(secret)
      expect(said).not.toMatch(/\n|127\.0\.0\.1/)
    }),
  )
})

test('a line is an event and its codes, and an old log gives way to a new one', async () => {
  const folder = await folderOf()
  const log = new Log(folder)
  log.note('save.failed', { code: 'host/disk-full', reason: 'ENOSPC' })
  const path = join(folder, 'logs', 'dryrun.log')
  expect(await readFile(path, 'utf8')).toMatch(
    /^\d{4}-\d\d-\d\dT\S+Z save\.failed code=host\/disk-full reason=ENOSPC\n$/,
  )
  await writeFile(path, 'x'.repeat(600 * 1024))
  log.note('started')
  expect((await readFile(`${path}.1`, 'utf8')).length).toBe(600 * 1024)
  expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(2)
})
