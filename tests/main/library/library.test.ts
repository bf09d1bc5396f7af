import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Library } from '../../../src/main/library/library'
import { temporaryFolders } from './temporary-folder'

const folderOf = temporaryFolders()
const TEXT = '{\n  "dryrun": 1,\n  "title": "Orders"\n}\n'
const LATER = '{\n  "dryrun": 1,\n  "title": "Orders, later"\n}\n'

async function library() {
  const folder = await folderOf()
  const folders = { settings: join(folder, 'settings'), scenarios: join(folder, 'scenarios') }
  return { folder, folders, library: new Library(folders) }
}

async function saved(from: ReturnType<Library['saveByName']>) {
  const outcome = await from
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message)
  return outcome.value
}

const codes = (outcome: Awaited<ReturnType<Library['saveByName']>>) =>
  outcome.ok ? [] : outcome.problems.map((problem) => problem.code)

test('what was saved by name opens again by its handle', async () => {
  const { library: files } = await library()
  const { handle, name, revision } = await saved(files.saveByName('Orders', TEXT, false))
  expect(name).toBe('Orders.dryrun.json')
  const opened = await files.openByHandle(handle)
  expect(opened).toMatchObject({ ok: true, value: { handle, text: TEXT, revision } })
})

test('a save based on what is on disk goes through, one based on anything else does not', async () => {
  const { library: files, folders } = await library()
  const first = await saved(files.saveByName('Orders', TEXT, false))
  const path = join(folders.scenarios, first.name)
  const second = await saved(files.save(first.handle, LATER, first.revision))
  expect(second.revision).not.toBe(first.revision)
  await writeFile(path, TEXT)
  expect(codes(await files.save(first.handle, `${LATER} `, second.revision))).toEqual([
    'host/changed-on-disk',
  ])
  expect(await readFile(path, 'utf8')).toBe(TEXT)
})

test('of two tabs that save the same file at once, one is told', async () => {
  const { library: files } = await library()
  const { handle, revision } = await saved(files.saveByName('Orders', TEXT, false))
  const both = await Promise.all([
    files.save(handle, LATER, revision),
    files.save(handle, LATER.replace('later', 'otherwise'), revision),
  ])
  const told = both.map(codes).sort((a, b) => a.length - b.length)
  expect(told).toEqual([[], ['host/changed-on-disk']])
})

test('a taken name is not replaced unasked', async () => {
  const { library: files } = await library()
  await saved(files.saveByName('Orders', TEXT, false))
  expect(codes(await files.saveByName('Orders', LATER, false))).toEqual(['host/exists'])
  expect(codes(await files.saveByName('Orders', LATER, true))).toEqual([])
})

test('of saves under one name the last that was asked for is what is left', async () => {
  const { folders: near } = await library()
  // Far down, so that making the folder takes the first save long enough for the others to overtake it.
  const scenarios = join(near.scenarios, ...Array.from({ length: 100 }, (_, at) => `${at}`))
  const folders = { ...near, scenarios }
  const files = new Library(folders)
  const texts = Array.from({ length: 20 }, (_, at) => TEXT.replace('Orders', `Text ${at}`))
  await Promise.all(texts.map((text) => saved(files.saveByName('Orders', text, true))))
  const left = await readFile(join(folders.scenarios, 'Orders.dryrun.json'), 'utf8')
  expect(left).toBe(texts.at(-1))
})

test.each([
  '..',
  '../up',
  'a/b',
  'a\\b',
  '/etc/passwd',
  'nul\0byte',
  '',
  ' ',
  '.hidden',
  'con',
  'a:b',
  'line\nbreak',
  'dot.',
])('%j is no name for a file', async (name) => {
  const { library: files, folders } = await library()
  expect(codes(await files.saveByName(name, TEXT, true))).toEqual(['host/bad-name'])
  expect(await readdir(folders.scenarios).catch(() => [])).toEqual([])
})

test('only a scenario is ever written', async () => {
  const { library: files } = await library()
  for (const text of ['', 'null', '{}', '[1]', '{"dryrun":1', '{"dryrun":1,"title":"\ud800"}']) {
    expect(codes(await files.saveByName('Orders', text, true))).toEqual(['host/not-a-scenario'])
  }
})

test('a handle that was not issued opens nothing', async () => {
  const { library: files } = await library()
  const opened = await files.openByHandle('AAAAAAAAAAAAAAAAAAAAAA')
  expect(opened.ok ? '' : opened.problems[0]?.code).toBe('host/unknown-handle')
})

test('recent files are listed latest first, and missing ones say so', async () => {
  const { library: files, folders } = await library()
  for (const name of ['One', 'Two', 'Three']) await saved(files.saveByName(name, TEXT, false))
  await rm(join(folders.scenarios, 'Two.dryrun.json'))
  const again = new Library(folders)
  const recent = await again.listRecent()
  expect(recent.ok && recent.value.map(({ name, missing }) => [name, missing])).toEqual([
    ['Three.dryrun.json', false],
    ['Two.dryrun.json', true],
    ['One.dryrun.json', false],
  ])
})

test('a damaged list of recent files is set aside', async () => {
  const { library: files, folders } = await library()
  await mkdir(folders.settings, { recursive: true })
  await writeFile(join(folders.settings, 'recent.json'), '{"version": 1, "files": [{]')
  expect(await files.listRecent()).toEqual({ ok: true, value: [] })
  expect(await readdir(folders.settings)).toEqual([
    expect.stringMatching(/^recent\.json\.corrupt-\d+$/),
  ])
})

test('the folder lists scenario files only, the newest first', async () => {
  const { library: files, folders } = await library()
  await saved(files.saveByName('Old', TEXT, false))
  await saved(files.saveByName('New', TEXT, false))
  await writeFile(join(folders.scenarios, 'notes.txt'), '')
  await utimes(join(folders.scenarios, 'Old.dryrun.json'), 1_000, 1_000)
  const listed = await files.listFolder()
  expect(listed.ok && listed.value.map(({ name }) => name)).toEqual([
    'New.dryrun.json',
    'Old.dryrun.json',
  ])
})

test('a folder that is not there yet is empty', async () => {
  const { library: files } = await library()
  expect(await files.listFolder()).toEqual({ ok: true, value: [] })
})

test('temporary files of an earlier crash are swept, those of a save going on are not', async () => {
  const { library: files, folders } = await library()
  await mkdir(folders.scenarios, { recursive: true })
  const [orphan, young] = ['.dryrun-0123456789abcdef.tmp', '.dryrun-fedcba9876543210.tmp']
  await writeFile(join(folders.scenarios, orphan), '')
  await writeFile(join(folders.scenarios, young), '')
  await utimes(join(folders.scenarios, orphan), 1_000, 1_000)
  await files.sweep(Date.now())
  expect(await readdir(folders.scenarios)).toEqual([young])
})
