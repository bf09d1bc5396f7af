/** What may happen to a message is offered on the message: on the board, in a queue, at the step that sent it. */
import { template } from './pages/template'
import { expect, test } from './pages/test'

const SENT = 'Client sent POST /orders to Orders'
const LOSE = 'Lose POST /orders o1 on the way'

test.beforeEach(async ({ start, run }) => {
  const { title } = await template('three-services', 'en')
  await start.openTemplate(title)
  await run.start()
})

test('a message on its way is lost by a right click on it', async ({ board, page, run, say }) => {
  await run.stepTo(SENT)
  const [client, orders] = [board.service('Client'), board.service('Orders')]
  const [from, to] = [await client.boundingBox(), await orders.boundingBox()]
  if (!from || !to) throw new Error('both are shown')
  // Between two steps it rests half-way.
  const x = (from.x + from.width + to.x) / 2
  const menu = page.getByRole('menu', { name: say('canvas:menu.label') })
  const answer = menu.getByRole('menuitem', { name: say('run:message.what.lose-response') })
  // Before it has come to rest the line is hit, and its menu is another.
  await expect(async () => {
    if ((await menu.count()) > 0) await page.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
    await page.mouse.click(x, from.y + from.height / 2, { button: 'right' })
    await expect(answer).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(menu.getByRole('menuitem', { name: LOSE })).toBeVisible()
  await expect(answer).toHaveAttribute('aria-disabled', 'true')
  await expect(answer).toContainText(say('run:message.why.notAnswered'))
  await menu.getByRole('menuitem', { name: LOSE }).click()
  await expect(run.branches(2)).toBeVisible()
  await expect(run.current).toContainText('lost')
})

test('by key the step that sent a message offers the same', async ({ page, run, say }) => {
  await run.step(SENT).getByRole('button', { name: SENT }).focus()
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: LOSE })).toBeVisible()
  await page.keyboard.press('Escape')
  await run.sequence.getByText('2', { exact: true }).click({ button: 'right' })
  await expect(menu.getByRole('menuitem', { name: LOSE })).toBeVisible()
  await menu.getByRole('menuitem', { name: LOSE }).click()
  await expect(run.branches(2)).toBeVisible()
  await expect(page.getByText(say('run:message.none'))).toHaveCount(0)
})

test('a message in a queue has its menu where the queue is told', async ({ page, run, say }) => {
  await run.stepTo('Orders published OrderCreated')
  await run.tab('state').click()
  const title = say('run:message.menu', { message: 'OrderCreated', order: 'o1' })
  await page.getByTitle(title).first().click({ button: 'right' })
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: 'Deliver OrderCreated o1 twice' })).toBeVisible()
  await expect(menu).toContainText(say('run:message.why.stored'))
})
