import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'
import type { OpenedApp } from './support/opened-app'

const TEMPLATE = resolve(
  import.meta.dirname,
  '../../resources/templates/three-services.dryrun.json',
)
const NAME = 'orders.dryrun.json'
const UNSAVED = { name: 'Not saved when Dryrun last ended' } as const
const titleOf = (page: Page) => page.getByRole('textbox', { name: 'Title of the scenario' })

/** What the copies on disk say; a torn one would not parse as UTF-8 with its title in it. */
async function waitForCopy(home: string, title: string): Promise<void> {
  const texts = async () => {
    const folder = join(home, 'recovery')
    const names = await readdir(folder).catch(() => [])
    const whole = names.filter((name) => name.endsWith('.recovery'))
    return Promise.all(whole.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')))
  }
  await expect.poll(async () => (await texts()).some((text) => text.includes(title))).toBe(true)
}

/** Opens the folder's file and changes its title. */
async function edit(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(NAME) }).click()
  await titleOf(page).fill(title)
}

async function recovered(app: OpenedApp, title: string): Promise<Page> {
  const { page } = app
  const card = page.getByRole('region', UNSAVED).getByRole('listitem', { name: title })
  await expect(card.getByRole('img')).toBeVisible()
  await card.getByRole('button', { name: 'Open' }).click()
  return page
}

test('row 26: a scenario that was never saved is offered after the host was killed', async ({
  page,
  app,
  home,
  launch,
}) => {
  await page.getByRole('img', { name: 'Three services', exact: true }).click()
  await titleOf(page).fill('Never saved')
  await waitForCopy(home, 'Never saved')
  await app.kill()
  const again = await launch()
  await expect(again.page.getByText('never saved to a file')).toBeVisible()
  const opened = await recovered(again, 'Never saved')
  await expect(titleOf(opened)).toHaveValue('Never saved')
  await expect(opened.getByText('Not saved', { exact: true })).toBeVisible()
})

test('row 26: of half a minute of typing without a pause no more than five seconds are lost', async ({
  page,
  app,
  home,
  launch,
}) => {
  test.skip(
    app.electron !== undefined,
    'the same page and the same recovery copies as in a browser',
  )
  await page.getByRole('img', { name: 'Three services', exact: true }).click()
  await expect(titleOf(page)).toBeVisible()
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 60_000)
  await titleOf(page).fill('')
  const key = { everyMs: 500, typed: 60 }
  for (let at = 0; at < key.typed; at += 1) {
    await page.keyboard.press('x')
    await page.clock.runFor(key.everyMs)
  }
  await expect(titleOf(page)).toHaveValue('x'.repeat(key.typed))
  // The page's time stands still, so nothing more is kept: only what was sent reaches the disk.
  const least = Math.floor(key.typed - 5_000 / key.everyMs)
  await waitForCopy(home, `"x${'x'.repeat(least - 1)}`)
  await app.kill()
  const { page: again } = await launch()
  const card = again.getByRole('region', UNSAVED).getByRole('listitem', { name: /^x+$/ })
  await card.getByRole('button', { name: 'Open' }).click()
  const recovered = await titleOf(again).inputValue()
  expect(recovered).toMatch(/^x+$/)
  expect(recovered.length).toBeGreaterThanOrEqual(least)
})

test('edits of a file come back, the file is untouched, and a save drops them', async ({
  userFolder,
  home,
  launch,
}) => {
  const path = join(userFolder, NAME)
  const before = await readFile(TEMPLATE, 'utf8')
  await writeFile(path, before)
  const first = await launch()
  await edit(first.page, 'Edited')
  await waitForCopy(home, 'Edited')
  await first.kill()
  expect(await readFile(path, 'utf8')).toBe(before)
  const second = await launch()
  const page = await recovered(second, 'Edited')
  await expect(titleOf(page)).toHaveValue('Edited')
  expect(await readFile(path, 'utf8')).toBe(before)
  await page.keyboard.press('ControlOrMeta+S')
  await expect(page.getByText('Saved as')).toBeVisible()
  expect(await readFile(path, 'utf8')).toContain('Edited')
  await second.kill()
  const third = await launch()
  await expect(third.page.getByRole('button', { name: new RegExp(NAME) })).toBeVisible()
  await expect(third.page.getByRole('region', UNSAVED)).toHaveCount(0)
})

test('row 28: a file that is newer than the copy is shown beside it and not overwritten', async ({
  userFolder,
  home,
  launch,
}) => {
  const path = join(userFolder, NAME)
  await writeFile(path, await readFile(TEMPLATE, 'utf8'))
  const first = await launch()
  await edit(first.page, 'Mine')
  await waitForCopy(home, 'Mine')
  await first.kill()
  const theirs = (await readFile(path, 'utf8')).replace('"Three services"', '"Theirs"')
  await writeFile(path, theirs)
  const page = await recovered(await launch(), 'Mine')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('img')).toHaveCount(2)
  await expect(dialog.getByText('Different: “Mine”')).toBeVisible()
  expect(await readFile(path, 'utf8')).toBe(theirs)
  await dialog.getByRole('button', { name: 'Keep mine', exact: true }).click()
  expect(await readFile(path, 'utf8')).toBe(theirs)
  await page.keyboard.press('ControlOrMeta+S')
  await expect(page.getByText('Saved as')).toBeVisible()
  expect(await readFile(path, 'utf8')).toContain('Mine')
})

test('a page that is closed without an answer leaves its edits to the next one', async ({
  page,
  home,
}) => {
  await page.getByRole('img', { name: 'Three services', exact: true }).click()
  await titleOf(page).fill('Left behind')
  await waitForCopy(home, 'Left behind')
  page.on('dialog', (question) => void question.accept())
  await page.reload()
  const card = page.getByRole('region', UNSAVED).getByRole('listitem', { name: 'Left behind' })
  await card.getByRole('button', { name: 'Discard' }).click()
  await card.getByRole('button', { name: 'Discard for good' }).click()
  await expect(page.getByRole('region', UNSAVED)).toHaveCount(0)
  await expect.poll(() => readdir(join(home, 'recovery'))).toEqual([])
})
