import { resolve } from 'node:path'
import { expect, test } from './support/app'
import { OF_THE_PAGE } from './support/of-the-page'

test('the start page opens, in its own policy and without asking anything of the network', async ({
  page,
}) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a reload keeps the session', async ({ page }) => {
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test.describe('with a file', () => {
  test.use({
    file: resolve(import.meta.dirname, '../../resources/templates/three-services.dryrun.json'),
  })

  test('the board of that file opens', async ({ page }) => {
    await expect(page.getByRole('textbox', { name: 'Title of the scenario' })).toHaveValue(
      'Three services',
    )
  })
})

test.describe('in Russian', () => {
  test.use({ language: 'ru' })

  test('the start page speaks the language of the system', { tag: OF_THE_PAGE }, async ({
    page,
  }) => {
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/[а-я]/)
  })
})
