import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { OwnFiles } from '../../../src/main/library/own-files'
import { temporaryFolders } from './temporary-folder'

const folderOf = temporaryFolders()

test('what is kept is listed, the last of each drill', async () => {
  const sessions = new OwnFiles(await folderOf())
  expect(await sessions.list('session')).toEqual([])
  expect(await sessions.keep('session', 'outbox', 'first')).toEqual({ ok: true, value: {} })
  await Promise.all([
    sessions.keep('session', 'outbox', 'second'),
    sessions.keep('session', 'protocols', 'other'),
  ])
  const listed = [...(await sessions.list('session'))].sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(listed).toEqual([
    { id: 'outbox', text: 'second' },
    { id: 'protocols', text: 'other' },
  ])
})

test('a session is one file, and nothing half written stands beside it', async () => {
  const folder = await folderOf()
  const sessions = new OwnFiles(folder)
  const texts = Array.from({ length: 20 }, (_, at) => `text ${at}`)
  await Promise.all(texts.map((text) => sessions.keep('session', 'outbox', text)))
  expect(await readdir(join(folder, 'drills'))).toEqual(['outbox.session.json'])
  expect(await readFile(join(folder, 'drills', 'outbox.session.json'), 'utf8')).toBe('text 19')
})

test('where the folder cannot be written it says so', async () => {
  const folder = await folderOf()
  await writeFile(join(folder, 'drills'), 'a file is in the way')
  expect(await new OwnFiles(folder).keep('session', 'outbox', 'text')).toMatchObject({
    ok: false,
  })
})

test('drills that were brought lie beside what was done at them, and are not taken for it', async () => {
  const sessions = new OwnFiles(await folderOf())
  await sessions.keep('drill', 'mine', 'question')
  await sessions.keep('session', 'mine', 'answer')
  expect(await sessions.list('drill')).toEqual([{ id: 'mine', text: 'question' }])
  expect(await sessions.list('session')).toEqual([{ id: 'mine', text: 'answer' }])
  expect(await sessions.remove('drill', 'mine')).toEqual({ ok: true, value: {} })
  expect(await sessions.list('drill')).toEqual([])
  expect(await sessions.list('session')).toEqual([{ id: 'mine', text: 'answer' }])
  expect(await sessions.remove('drill', 'mine')).toEqual({ ok: true, value: {} })
})

test('decks that were brought lie by themselves', async () => {
  const folder = await folderOf()
  const own = new OwnFiles(folder)
  await own.keep('drill', 'mine', 'question')
  await own.keep('deck', 'mine', 'cards')
  expect(await own.list('deck')).toEqual([{ id: 'mine', text: 'cards' }])
  expect(await readdir(join(folder, 'decks'))).toEqual(['mine.cards.json'])
  await own.remove('deck', 'mine')
  expect(await own.list('deck')).toEqual([])
  expect(await own.list('drill')).toEqual([{ id: 'mine', text: 'question' }])
})
