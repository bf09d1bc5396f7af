import { expect, test } from './support/app'

test('the start page opens, in its own policy and without asking anything of the network', async ({
  page,
}) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a reload keeps the session', async ({ page }) => {
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
