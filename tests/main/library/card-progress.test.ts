import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CardProgress } from '../../../src/main/library/card-progress'
import { review } from '../../../src/shared/cards/schedule'
import { MIDNIGHT } from '../../support/decks'
import { temporaryFolders } from './temporary-folder'

const folderOf = temporaryFolders()
const nobodyTold = () => expect.fail('nothing was damaged')
const memory = review(undefined, 'good', MIDNIGHT)
const later = review(memory, 'good', memory.dueAt)

test('cards reviewed at once by two windows are all kept', async () => {
  const folder = await folderOf()
  const windows = [new CardProgress(folder, nobodyTold), new CardProgress(folder, nobodyTold)]
  const keys = Array.from({ length: 20 }, (_, at) => `network/card-${at}`)
  await Promise.all(keys.map((key, at) => windows[at % 2]?.keep(key, memory)))
  expect(await new CardProgress(folder, nobodyTold).read()).toEqual(
    Object.fromEntries(keys.map((key) => [key, memory])),
  )
  expect(await readdir(folder)).toEqual(['cards.json'])
})

test('a review that is taken back leaves what was before', async () => {
  const progress = new CardProgress(await folderOf(), nobodyTold)
  await progress.keep('network/dns', memory)
  await progress.keep('network/dns', later)
  await progress.keep('network/dns', memory)
  expect(await progress.read()).toEqual({ 'network/dns': memory })
  await progress.keep('network/dns', null)
  expect(await progress.read()).toEqual({})
})

test('what is imported is joined and not put in the place of it', async () => {
  const progress = new CardProgress(await folderOf(), nobodyTold)
  await progress.keep('network/dns', later)
  const all = { 'network/dns': later, 'other/card': memory }
  const joined = await progress.merge({ 'network/dns': memory, 'other/card': memory })
  expect(joined).toEqual({ ok: true, value: all })
  expect(await progress.read()).toEqual(all)
})

test('a damaged file is set aside and said so, and a folder that takes nothing says why', async () => {
  const folder = await folderOf()
  await writeFile(join(folder, 'cards.json'), '{"version":1,"cards":{"network/dns":{}}}')
  let told = 0
  const progress = new CardProgress(folder, () => {
    told += 1
  })
  expect(await progress.read()).toEqual({})
  expect(told).toBe(1)
  const aside = (await readdir(folder)).find((name) => name.includes('corrupt')) ?? ''
  expect(await readFile(join(folder, aside), 'utf8')).toContain('network/dns')
  const noFolder = new CardProgress(join(folder, aside), nobodyTold)
  expect(await noFolder.keep('network/dns', memory)).toMatchObject({ ok: false })
})
