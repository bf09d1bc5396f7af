/** What is wrong with a file is said, with what to do about it; and neither the board nor the disk is touched. */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { template } from './pages/template'
import { expect, test } from './pages/test'
import { mountedReadOnly } from './pages/unwritable'
import { OF_THE_PAGE } from './support/of-the-page'

const MINE = 'mine.dryrun.json'

const invalid = (text: string) =>
  text
    .replace('"protocol": "sql"', '"protocol": "sqll"')
    .replace('"from": "client"', '"from": "clint"')
    .replace('"at": 0', '"at": -1')

test.beforeEach(async ({ start }) => {
  const { title } = await template('three-services', 'en')
  await start.openTemplate(title)
})

test('every problem of a bad file is named at once, and the board stays as it was', {
  tag: OF_THE_PAGE,
}, async ({ page, start, board, files, history, say }) => {
  const { text } = await template('five-services', 'en')
  const problems = page.getByRole('dialog')
  const refuses = async (name: string, content: string, ...said: readonly (string | RegExp)[]) => {
    const path = join(files.folder, name)
    await writeFile(path, content)
    for (const way of ['drop', 'open'] as const) {
      await files[way](path)
      await expect(problems).toContainText(name)
      await expect(problems).toContainText(say('app:problems.about'))
      for (const words of said) await expect(problems).toContainText(words)
      await problems.getByRole('button', { name: say('app:understood') }).click()
      await expect(problems).toHaveCount(0)
    }
    expect(await readFile(path, 'utf8')).toBe(content)
  }

  await test.step('one that says nonsense in several places', () =>
    refuses(
      'nonsense.dryrun.json',
      invalid(text),
      'did you mean "sql"?',
      /connections\[\d\]\.protocol/,
      'connections[0].from',
      'stimuli[0].at',
    ))
  await test.step('one that stops in the middle', () =>
    refuses('half.dryrun.json', text.slice(0, text.length / 2), /stops in the middle, at line \d+/))
  await test.step('one of another program', () =>
    refuses(
      'drawing.json',
      JSON.stringify({ type: 'excalidraw', version: 2, elements: [], appState: {} }),
      'Excalidraw',
      'Open it with its own program',
    ))
  await test.step('one that is no scenario at all', () =>
    refuses('list.json', '[1, 2, 3]', say('problems:scenario/not-a-scenario')))
  await test.step('an empty one', () => refuses('empty.json', '', say('problems:scenario/empty')))

  await expect(start.title).toHaveValue('Three services')
  await expect(board.services).toHaveCount(5)
  await history.expectNothing('undo')
  await files.expectState('noFile')
})

test('a file of a newer version opens read-only, says so, and is never written over', async ({
  page,
  start,
  board,
  files,
  say,
}) => {
  const { text } = await template('five-services', 'en')
  const newer = JSON.stringify({ ...JSON.parse(text), dryrun: 9, weather: 'fine' }, null, 2)
  const path = join(files.folder, 'newer.dryrun.json')
  await writeFile(path, newer)
  await files.open(path)
  const dialog = page.getByRole('dialog')
  const said = say('problems:scenario/newer-version', { version: 9, known: 1 })
  await expect(dialog).toContainText(said)
  await expect(dialog).toContainText('weather')
  await dialog.getByRole('button', { name: say('app:understood') }).click()
  await expect(start.title).toHaveValue('Five services')
  await expect(board.services).toHaveCount(7)
  await files.expectState('readOnly')
  await start.title.fill('Five of mine')
  await files.saveAs(MINE)
  expect(await readFile(path, 'utf8')).toBe(newer)
  expect(JSON.parse(await readFile(join(files.folder, MINE), 'utf8'))).toMatchObject({ dryrun: 1 })
})

test.describe('with work that is saved and changed', () => {
  let old = ''

  test.beforeEach(async ({ start, files }) => {
    await files.saveAs(MINE)
    // Not saved once more: that save could still be under way when what follows takes the file away.
    old = await readFile(join(files.folder, MINE), 'utf8')
    await start.title.fill('Three of mine')
  })

  test('a file or a folder that cannot be written is said, and the work is kept', async ({
    page,
    start,
    files,
    userFolder,
    say,
  }) => {
    const path = join(userFolder, MINE)
    const isSaid = async (words: string) => {
      const problems = page.getByRole('dialog')
      await page.keyboard.press('ControlOrMeta+S')
      await expect(problems).toContainText(words)
      await problems.getByRole('button', { name: say('app:understood') }).click()
      await files.expectState('unsaved')
      await expect(start.title).toHaveValue('Three of mine')
    }

    await test.step('the file is read-only', async () => {
      await chmod(path, 0o444)
      await isSaid(say('host:host/file-read-only', { name: MINE }))
      expect(await readFile(path, 'utf8')).toBe(old)
      expect(await readdir(userFolder)).toEqual([MINE])
    })

    await test.step('the file is gone', async () => {
      await rm(path)
      await files.expectState('gone')
      await expect(start.title).toHaveValue('Three of mine')
      expect(await readdir(userFolder)).toEqual([])
    })

    await test.step('something else is in the place of the folder', async () => {
      await rm(userFolder, { recursive: true })
      await writeFile(userFolder, 'no folder any more')
      await files.failToSaveAs(MINE, userFolder)
      expect(await readFile(userFolder, 'utf8')).toBe('no folder any more')
      await files.expectState('gone')
      await expect(start.title).toHaveValue('Three of mine')
    })

    await test.step('it is saved once there is somewhere to', async () => {
      await rm(userFolder)
      await mkdir(userFolder)
      await files.saveAs('again.dryrun.json')
      const again = await readFile(join(userFolder, 'again.dryrun.json'), 'utf8')
      expect(JSON.parse(again)).toMatchObject({ title: { en: 'Three of mine' } })
    })
  })

  test('on a read-only disk the old file stays whole, and alone', async ({
    page,
    files,
    userFolder,
    say,
  }) => {
    const unmount = mountedReadOnly(userFolder)
    test.skip(unmount === undefined, 'only root may mount a folder read-only')
    try {
      await page.keyboard.press('ControlOrMeta+S')
      const said = say('host:host/folder-read-only', { folder: userFolder })
      await expect(page.getByRole('dialog')).toContainText(said)
    } finally {
      unmount?.()
    }
    expect(await readFile(join(userFolder, MINE), 'utf8')).toBe(old)
    expect(await readdir(userFolder)).toEqual([MINE])
    await page.getByRole('button', { name: say('app:understood') }).click()
    expect(await files.saved(MINE)).toContain('Three of mine')
  })
})

test('saving over another file asks first', async ({
  page,
  app,
  start,
  files,
  userFolder,
  say,
}) => {
  test.skip(app.electron !== undefined, 'there the dialog of the system asks')
  const other = join(userFolder, MINE)
  await writeFile(other, 'another thing\n')
  await page.keyboard.press('ControlOrMeta+S')
  const dialog = page.getByRole('dialog', { name: say('app:saveAs.title') })
  await dialog.getByRole('textbox').fill(MINE)
  await dialog.getByRole('button', { name: say('app:save'), exact: true }).click()
  await expect(dialog.getByRole('alert')).toHaveText(say('app:saveAs.exists', { name: MINE }))
  expect(await readFile(other, 'utf8')).toBe('another thing\n')
  await dialog.getByRole('button', { name: say('app:saveAs.replace') }).click()
  await files.expectState('saved')
  const { text } = await template('three-services', 'en')
  expect(await readFile(other, 'utf8')).toBe(text)
  await expect(start.title).toHaveValue('Three services')
})
