import { access, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'
import type { OpenedApp } from './support/opened-app'

const TEMPLATE = resolve(
  import.meta.dirname,
  '../../resources/templates/three-services.dryrun.json',
)
const NAME = 'orders.dryrun.json'
const titleOf = (page: Page) => page.getByRole('textbox', { name: 'Title of the scenario' })

async function titled(title: string): Promise<string> {
  return (await readFile(TEMPLATE, 'utf8')).replace('"Three services"', JSON.stringify(title))
}

async function openIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(NAME) }).click()
  await expect(titleOf(page)).toBeVisible()
}

/** Another tab, or another window. */
async function second(app: OpenedApp): Promise<Page> {
  const { electron, page, address } = app
  if (electron === undefined) {
    const tab = await page.context().newPage()
    await tab.goto(address ?? '')
    return tab
  }
  const opened = electron.waitForEvent('window')
  await electron.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('file.newWindow')?.click()
  })
  return opened
}

test('a file without unsaved edits is reloaded quietly, and undo goes back', async ({
  userFolder,
  launch,
}) => {
  const path = join(userFolder, NAME)
  await writeFile(path, await titled('Before'))
  const { page } = await launch()
  await openIn(page)
  // As editors do it: a new file in the old one's place.
  await writeFile(`${path}.new`, await titled('After'))
  await rename(`${path}.new`, path)
  await expect(titleOf(page)).toHaveValue('After')
  await expect(page.getByText(/was changed on disk; the board shows/)).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(titleOf(page)).toHaveValue('Before')
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible()
})

test('row 24: a file that is deleted under us is said to be gone and not made again', async ({
  userFolder,
  launch,
}) => {
  const path = join(userFolder, NAME)
  await writeFile(path, await titled('Orders'))
  const app = await launch()
  const { page } = app
  await openIn(page)
  await rm(path)
  const banner = page.getByRole('status').filter({ hasText: 'no longer where it was' })
  await expect(banner).toBeVisible()
  await expect(page.getByText('File is gone')).toBeVisible()
  await app.electron?.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => {
      process.env.DRYRUN_TEST_ASKED = 'where to'
      return { canceled: true, filePath: '' }
    }
  })
  await page.keyboard.press('ControlOrMeta+S')
  if (app.electron === undefined) {
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  } else {
    // The next answer is not for this question, which may come late.
    const asked = () => app.electron?.evaluate(() => process.env.DRYRUN_TEST_ASKED)
    await expect.poll(asked).toBe('where to')
  }
  await expect(access(path)).rejects.toThrow()
  await app.chooseToSave(path)
  await banner.getByRole('button', { name: 'Save again' }).click()
  if (app.electron === undefined) {
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  }
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(banner).toHaveCount(0)
  expect(await readFile(path, 'utf8')).toBe(await titled('Orders'))
})

test('row 25: of two windows one writes, the other follows and may take over', async ({
  userFolder,
  launch,
}) => {
  const path = join(userFolder, NAME)
  await writeFile(path, await titled('Orders'))
  const app = await launch()
  const one = app.page
  await openIn(one)
  const two = await second(app)
  await openIn(two)
  const follows = (page: Page) =>
    page.getByRole('status').filter({ hasText: 'is being edited in another window' })
  await expect(follows(two)).toBeVisible()
  await expect(follows(one)).toHaveCount(0)
  await titleOf(one).fill('By the first')
  await one.keyboard.press('ControlOrMeta+S')
  await expect(titleOf(two)).toHaveValue('By the first')
  await follows(two).getByRole('button', { name: 'Take over' }).click()
  await expect(follows(two)).toHaveCount(0)
  await expect(follows(one)).toBeVisible()
  await titleOf(two).fill('By the second')
  await two.keyboard.press('ControlOrMeta+S')
  await expect(titleOf(one)).toHaveValue('By the second')
  expect(JSON.parse(await readFile(path, 'utf8')).title.en).toBe('By the second')
  if (app.electron === undefined) await two.close()
  else
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().at(-1)?.close(),
    )
  await expect(follows(one)).toHaveCount(0)
})
