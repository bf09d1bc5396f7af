/** Load: the bottleneck is named, more workers relieve it, and that is an edit like any other. */
import { template } from './pages/template'
import { expect, test } from './pages/test'

test('a service that cannot keep up is named, and three workers relieve it', async ({
  page,
  start,
  load,
  history,
  say,
}) => {
  const { title } = await template('three-services', 'en')
  await start.openTemplate(title)
  await load.show()
  await expect(load.verdict).toContainText('Card charge')
  await load.setRate(5)
  await load.again()
  await expect(load.verdict).toHaveText(say('load:verdict.saturated', { name: 'Card charge' }))
  await load.setWorkers('Card charge', 3)
  await expect(load.dialog.getByText(say('load:outdated'))).toBeVisible()
  await load.again()
  await expect(load.verdict).toHaveText(/^Busiest: Card charge, [45]\d %/)
  await page.keyboard.press('Escape')
  await expect(load.dialog).toBeHidden()
  await history.undo()
  await load.show()
  await expect(load.verdict).toHaveText(say('load:verdict.saturated', { name: 'Card charge' }))
})
