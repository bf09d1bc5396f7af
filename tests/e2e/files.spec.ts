import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { readGif } from '../support/read-gif'
import { expect, test } from './pages/test'
import { OF_THE_PAGE } from './support/of-the-page'
import type { OpenedApp } from './support/opened-app'

const TEMPLATE = resolve(
  import.meta.dirname,
  '../../resources/templates/three-services.dryrun.json',
)
const NAME = 'mine.dryrun.json'

async function openTemplate(page: Page): Promise<void> {
  await page.getByRole('img', { name: 'Three services', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Title of the scenario' })).toBeVisible()
}

/** By the dialog of the page, or of the system where there is one. */
async function saveAsMine(app: OpenedApp, folder: string): Promise<void> {
  const { page } = app
  await app.chooseToSave(join(folder, NAME))
  await page.keyboard.press('ControlOrMeta+S')
  if (app.electron === undefined) {
    await page.getByRole('textbox', { name: 'File name' }).fill(NAME)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  }
  await expect(page.getByRole('status').filter({ hasText: 'Saved' }).first()).toBeVisible()
}

test('what is saved has the bytes of what was opened, and is listed at the next start', async ({
  page,
  app,
  userFolder,
}) => {
  await openTemplate(page)
  await saveAsMine(app, userFolder)
  expect(await readFile(join(userFolder, NAME), 'utf8')).toBe(await readFile(TEMPLATE, 'utf8'))
  await page.reload()
  await page.getByRole('button', { name: new RegExp(NAME) }).click()
  await expect(page.getByRole('textbox', { name: 'Title of the scenario' })).toHaveValue(
    'Three services',
  )
})

test('row 23: a file that was changed on disk is not written over', async ({
  page,
  app,
  userFolder,
}) => {
  await openTemplate(page)
  await saveAsMine(app, userFolder)
  await page.getByRole('textbox', { name: 'Title of the scenario' }).fill('Three of mine')
  const theirs = (await readFile(TEMPLATE, 'utf8')).replace('"Three services"', '"Three of them"')
  await writeFile(join(userFolder, NAME), theirs)
  const dialog = page.getByRole('dialog', { name: `${NAME} was changed on disk` })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+S')
  await expect(dialog).toBeVisible()
  expect(await readFile(join(userFolder, NAME), 'utf8')).toBe(theirs)
  await dialog.getByRole('button', { name: 'Take what is on disk' }).click()
  await expect(page.getByRole('textbox', { name: 'Title of the scenario' })).toHaveValue(
    'Three of them',
  )
  expect(await readFile(join(userFolder, NAME), 'utf8')).toBe(theirs)
})

test('a dropped file is open: on the desktop where it lies, in a browser as a copy', async ({
  page,
  app,
  files,
  userFolder,
}) => {
  const path = join(userFolder, NAME)
  await writeFile(path, await readFile(TEMPLATE))
  await expect(page.getByRole('img', { name: 'Three services', exact: true })).toBeVisible()
  await files.drop(path)
  const title = page.getByRole('textbox', { name: 'Title of the scenario' })
  await expect(title).toHaveValue('Three services')
  await files.expectState(app.electron === undefined ? 'noFile' : 'saved')
  if (app.electron === undefined) return
  await title.fill('Dropped and changed')
  expect(await files.saved(NAME)).toContain('Dropped and changed')
})

test('a picture of the board is handed out as PNG', async ({ page, app }) => {
  await openTemplate(page)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const file = await app.exported(() => page.getByRole('button', { name: 'Save PNG' }).click())
  expect(file.name).toMatch(/\.png$/)
  expect(file.bytes.subarray(1, 4).toString()).toBe('PNG')
})

test('a run is handed out as a page, and the drawing as Mermaid', { tag: OF_THE_PAGE }, async ({
  page,
  app,
}) => {
  await openTemplate(page)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('button', { name: 'HTML', exact: true }).click()
  const run = await app.exported(() => page.getByRole('button', { name: 'Save HTML' }).click())
  expect(run.name).toMatch(/\.html$/)
  expect(run.bytes.toString()).toContain('Client sent POST /orders to Orders')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('button', { name: 'Mermaid', exact: true }).click()
  const text = await app.exported(() => page.getByRole('button', { name: 'Save Mermaid' }).click())
  expect(text.bytes.toString()).toMatch(/^flowchart LR\n/)
})

test('a run is handed out as an animation, which can be stopped half-way', {
  tag: OF_THE_PAGE,
}, async ({ page, app }) => {
  await openTemplate(page)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true })
  await dialog.getByRole('button', { name: 'GIF', exact: true }).click()
  const save = dialog.getByRole('button', { name: 'Save GIF' })
  await dialog.getByRole('button', { name: '3×' }).click()
  await save.click()
  await expect(dialog.getByRole('progressbar', { name: 'Frames drawn' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(save).toBeEnabled()
  await dialog.getByRole('button', { name: '1×' }).click()
  const { name, bytes } = await app.exported(() => save.click())
  expect(name).toMatch(/\.gif$/)
  const gif = readGif(bytes)
  const steps = await page.getByRole('slider').first().getAttribute('aria-valuemax')
  expect(gif.frames.length).toBe(Number(steps) + 1)
  expect(new Set(gif.frames.map(({ size }) => size)).size).toBe(1)
  expect(gif.isRepeated).toBe(true)
})

test('the board is copied as a picture', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openTemplate(page)
  await page.locator('.react-flow__pane').click({ position: { x: 300, y: 30 } })
  await page.keyboard.press('Shift+Alt+C')
  await expect(page.getByText('Copied as a picture')).toBeVisible()
  const head = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const png = await item?.getType('image/png')
    return png && [...new Uint8Array(await png.arrayBuffer())].slice(1, 4)
  })
  expect(head).toEqual([80, 78, 71])
})
