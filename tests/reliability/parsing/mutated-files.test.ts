import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolders } from '../../main/library/temporary-folder'
import { builtProcess } from '../../support/built-process'
import { counted } from '../../support/counts'

const ENTRY = resolve(import.meta.dirname, 'parsing-process.ts')
const HEAP_MIB = 128
const RSS_MIB = 256
const SEED = process.env.SEED ?? '20261122'

const folderOf = temporaryFolders()

test('row 36: of files made wrong each is a scenario or refused with typed problems', async () => {
  const script = await builtProcess(ENTRY, await folderOf())
  const files = ['resources/templates', 'tests/fixtures', 'tests/golden'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.dryrun.json'))
      .map((name) => join(folder, name)),
  )
  const count = counted(10_000)
  const words = [`--max-old-space-size=${HEAP_MIB}`, script, SEED, String(count), ...files]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  expect([status, stderr.slice(0, 2_000)]).toEqual([0, ''])
  const told = JSON.parse(stdout)
  process.stderr.write(`row 36: ${count} files: ${stdout}\n`)
  expect(told.scenarios + told.refused).toBe(count)
  expect(told.highestRssMiB).toBeLessThan(RSS_MIB)
  // Mutations that are all refused at the first byte would try nothing.
  expect(told.run).toBeGreaterThan(count / 20)
  expect(told.refused).toBeGreaterThan(count / 4)
  expect(told.codes).toBeGreaterThan(15)
})
