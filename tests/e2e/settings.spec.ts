import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/app'

test('language and theme outlive the host, whatever port it gets', async ({
  app,
  home,
  launch,
}) => {
  const { page } = app
  await page.getByText('Русский').click()
  await page.getByRole('button', { name: 'Тёмная тема' }).click()
  const kept = () => readFile(join(home, 'settings.json'), 'utf8').catch(() => '')
  await expect.poll(kept).toContain('dark')
  await app.kill()
  const again = await launch()
  await expect(again.page.getByRole('button', { name: 'Новая доска' })).toBeVisible()
  expect(await again.page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
})

test('row 33: the log has no path and no token in it', async ({ app, page, home }) => {
  await page.getByRole('img', { name: 'Three services', exact: true }).click()
  const log = await readFile(join(home, 'logs', 'dryrun.log'), 'utf8')
  expect(log).toContain('started host=')
  expect(log).not.toContain(home)
  const token = new URL(app.address ?? 'http://none/#launch=no-token').hash.slice('#launch='.length)
  expect(log).not.toContain(token)
})
