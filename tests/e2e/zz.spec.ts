import { test } from './support/app'

test('tidy', async ({ page }) => {
  await page.getByRole('button', { name: /Three services/ }).click()
  const before = await page.locator('.react-flow__node').first().getAttribute('style')
  await page.getByRole('button', { name: 'Tidy up' }).click()
  await page.waitForTimeout(3000)
  console.log(
    before,
    await page.locator('.react-flow__node').first().getAttribute('style'),
    await page.locator('[role=alert]').allTextContents(),
  )
  await page.screenshot({ path: '/tmp/h4tidy.png' })
})
