import { readdir, readFile, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Presence } from '../../../../src/main/library/recovery/presence'
import { RecoveryStore } from '../../../../src/main/library/recovery/recovery'
import { decodeRecovery, encodeRecovery } from '../../../../src/main/library/recovery/recovery-file'
import { temporaryFolders } from '../temporary-folder'

const folderOf = temporaryFolders()
const DRAFT = '0123456789abcdef'.repeat(2)
const edit = (text: string, draft = DRAFT) => ({
  draft,
  host: '1-0000000000000000',
  title: 'Orders',
  path: '/home/me/orders.dryrun.json',
  name: 'orders.dryrun.json',
  base: 'f'.repeat(64),
  keptAt: 1_000,
  text,
})
const files = async (folder: string) =>
  (await readdir(join(folder, 'recovery'))).sort().map((name) => join(folder, 'recovery', name))

test('the latest of what was kept is read, also by a host that starts later', async () => {
  const folder = await folderOf()
  const store = new RecoveryStore(folder)
  for (const text of ['one', 'two', 'three']) await store.keep(edit(text))
  expect(await store.read(DRAFT)).toMatchObject({ text: 'three', otherDamaged: false })
  const later = new RecoveryStore(folder)
  expect(await later.read(DRAFT)).toMatchObject({ text: 'three', sequence: 3 })
  await later.keep(edit('four'))
  expect((await later.list()).drafts.map(({ text }) => text)).toEqual(['four'])
  expect(await files(folder)).toHaveLength(2)
})

test('row 27: whatever happens to the later copy, the one before is offered', async () => {
  const folder = await folderOf()
  const store = new RecoveryStore(folder)
  await store.keep(edit('before'))
  await store.keep(edit('later'))
  const path = join(folder, 'recovery', `${DRAFT}-0.recovery`)
  const whole = await readFile(path)
  for (let at = 0; at < whole.length; at += 1) {
    const flipped = Buffer.from(whole)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
    await writeFile(path, flipped)
    expect(await store.read(DRAFT), `bit of byte ${at}`).toMatchObject({
      text: 'before',
      otherDamaged: true,
    })
    await writeFile(path, whole)
    await truncate(path, at)
    expect(await store.read(DRAFT), `cut at ${at}`).toMatchObject({ text: 'before' })
  }
})

test('row 27: with both copies damaged nothing is offered, both are set aside, and it is said', async () => {
  const folder = await folderOf()
  const store = new RecoveryStore(folder)
  await store.keep(edit('before'))
  await store.keep(edit('later'))
  for (const path of await files(folder)) await truncate(path, 20)
  expect(await store.list()).toEqual({ drafts: [], damaged: 1 })
  expect((await files(folder)).every((path) => /\.corrupt-\d+$/.test(path))).toBe(true)
  expect(await store.list()).toEqual({ drafts: [], damaged: 0 })
})

test('a copy that comes while a save is under way outlives it', async () => {
  const store = new RecoveryStore(await folderOf())
  await store.keep(edit('one'))
  const sequence = store.sequenceOf(DRAFT)
  await store.keep(edit('two'))
  await store.drop(DRAFT, sequence)
  expect(await store.read(DRAFT)).toMatchObject({ text: 'two' })
  await store.drop(DRAFT, store.sequenceOf(DRAFT))
  expect(await store.read(DRAFT)).toBeUndefined()
})

test('any text comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, title) => {
      const copy = { dryrunRecovery: 1 as const, sequence: 7, ...edit(text), title }
      expect(decodeRecovery(encodeRecovery(copy))).toEqual(copy)
    }),
  )
})

test('a host is alive while it touches its file, and dead when killed or silent', async () => {
  const folder = await folderOf()
  const one = new Presence(folder)
  const other = new Presence(folder)
  expect(other.isAlive(one.host)).toBe(false)
  one.start()
  expect(other.isAlive(one.host)).toBe(true)
  const silent = new Date(Date.now() - 60_000)
  await utimes(join(folder, 'running', one.host), silent, silent)
  expect(other.isAlive(one.host)).toBe(false)
  one.stop()
  expect(await readdir(join(folder, 'running'))).toEqual([])
  expect(other.isAlive('not-a-host')).toBe(false)
})
