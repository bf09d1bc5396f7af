/** The wire view: the packets of the line that is selected, or that the step at hand went over. */
import { resolve } from 'node:path'
import { expect, test } from './pages/test'

test.use({
  file: resolve(import.meta.dirname, '../../resources/templates/three-services.dryrun.json'),
})

test('a line shows its packets, a packet its bytes, and an open connection is cheaper', async ({
  page,
  board,
  run,
  say,
}) => {
  await page.getByRole('tab', { name: say('app:view.wire') }).click()
  await expect(page.getByText(say('wire:pick'))).toBeVisible()

  await board.selectLine('rest', 'Client', 'Orders')
  const packets = page.getByRole('list', { name: say('wire:packets', { line: 'Client → Orders' }) })
  await expect(packets.getByRole('button')).toHaveCount(15)
  await packets.getByRole('button', { name: /ClientHello/ }).click()
  await expect(packets.getByText('server_name')).toBeVisible()

  await page.getByRole('button', { name: say('wire:warm') }).click()
  await expect(packets.getByRole('button')).toHaveCount(2)

  await page.keyboard.press('Escape')
  await run.start()
  await run.stepTo('OrderCreated was delivered to Card charge')
  const delivered = page.getByRole('list', {
    name: say('wire:packets', { line: 'Orders → Card charge' }),
  })
  await expect(delivered.getByRole('button', { name: /Basic\.Deliver/ })).toBeVisible()
})
