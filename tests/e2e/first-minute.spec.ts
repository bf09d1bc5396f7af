import { Buffer } from 'node:buffer'
import { expect, test } from './pages/test'
import { template } from './pages/template'

const TEMPLATES = ['three-services', 'five-services', 'orchestrated'] as const
const LANGUAGES = [
  ['English', 'en'],
  ['Russian', 'ru'],
] as const

for (const [name, language] of LANGUAGES) {
  test.describe(`the first minute, in ${name}`, () => {
    test.use({ language })

    test('the start page shows what there is to begin with', async ({ page, start }) => {
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(start.newBoardButton).toBeVisible()
      for (const id of TEMPLATES) {
        const { title } = await template(id, language)
        await expect(start.template(title)).toBeVisible()
        await expect(start.template(title).getByRole('img', { name: title })).toBeVisible()
      }
      await expect(start.templates).toHaveCount(TEMPLATES.length)
    })

    test('an order is stepped, a crash charges it twice, and the picture is exported', async ({
      page,
      app,
      start,
      board,
      run,
      inspector,
      say,
    }) => {
      const { title, nameOf } = await template('three-services', language)
      const [client, orders, database] = ['client', 'orders', 'ordersDb'].map(nameOf)
      const [notifications, charging] = ['notifications', 'charging'].map(nameOf)
      if (!client || !orders || !database || !notifications || !charging) throw new Error('named')
      const post = board.line('rest', client, orders)
      const store = board.line('sql', orders, database)
      const tell = board.line('broker', orders, notifications)
      const bill = board.line('broker', orders, charging)
      const isLit = (line: typeof post) => expect(line.locator('[stroke="var(--mark)"]')).toHaveCount(1)
      const isDim = (line: typeof post) => expect(line.locator('[opacity="0.4"]')).toHaveCount(1)

      await test.step('it opens laid out, at step 0', async () => {
        await start.openTemplate(title)
        await expect(board.services).toHaveCount(5)
        await expect(board.lines).toHaveCount(4)
        await expect(board.service(charging)).toBeInViewport({ ratio: 1 })
        await expect(board.service(client)).toBeInViewport({ ratio: 1 })
        await run.expectAt(0)
      })

      await test.step('the POST leaves the client', async () => {
        await run.start()
        const sent = say('steps:request.sent', { from: client, to: orders, message: 'POST /orders' })
        await run.stepTo(sent)
        await isLit(post)
        await isDim(store)
        await isDim(bill)
        await expect(run.current).toContainText(sent)
        await expect(run.sequence).toHaveAccessibleName(`${say('run:sequence')}: ${sent}`)
        await expect(inspector.panel).toContainText(sent)
      })

      await test.step('the row is saved', async () => {
        const saved = { service: orders, entity: 'order', order: 'o1', status: 'new' }
        await run.stepTo(say('steps:row.saved', saved))
        await isLit(store)
        await expect(post.locator('[opacity="0.4"]')).toHaveCount(0)
        await expect(board.service(orders)).toContainText('order o1 new')
        await expect(inspector.panel).toContainText(
          say('inspector:change.row', { order: 'o1', name: 'order' }),
        )
      })

      await test.step('the event fans out', async () => {
        await run.stepTo(say('steps:event.published', { service: orders, message: 'OrderCreated' }))
        await isLit(tell)
        await isLit(bill)
      })

      await test.step('a crash before the acknowledgement branches the run', async () => {
        const charged = say('steps:effect.done_charge', { service: charging, order: 'o1' })
        await run.stepTo(charged)
        await expect(run.promiseSign(nameOf('charge-once'), 'holds')).toBeVisible()
        await run.choose(board.service(charging), say('canvas:choice.crash'))
        await expect(run.current).toContainText(say('steps:service.crashed', { service: charging }))
        await expect(page.getByRole('button', { name: say('run:branches', { count: 2 }) })).toBeVisible()
        await expect(board.service(charging)).toContainText(say('drawing:caption.crashed'))
      })

      await test.step('the event comes again, and the card is charged again', async () => {
        const again = { service: charging, message: 'OrderCreated', deliveries: 2 }
        await run.stepTo(say('steps:event.redelivered', again))
        await expect(run.promiseSign(nameOf('charge-once'), 'holds')).toBeVisible()
        await run.stepTo(say('steps:effect.done_charge', { service: charging, order: 'o1' }))
      })

      await test.step('the promise turns red and says why', async () => {
        await page.keyboard.press('ArrowRight')
        const at = await run.position()
        const promise = run.promise(nameOf('charge-once'))
        await expect(run.promiseSign(nameOf('charge-once'), 'violated')).toBeVisible()
        await expect(promise).toContainText(say('run:promise.broke', { seq: at }))
        await expect(promise).toContainText(say('run:promise.order', { order: 'o1' }))
        await expect(promise).toContainText('effects.charge = 2')
        await expect(run.current).toContainText(nameOf('charge-once'))
        const red = await colourOf(page, '--bad')
        await expect(run.promiseSign(nameOf('charge-once'), 'violated')).toHaveCSS('background-color', red)
      })

      await test.step('the picture is exported twice as large as drawn', async () => {
        await page.getByRole('button', { name: say('app:export'), exact: true }).click()
        const dialog = page.getByRole('dialog', { name: say('app:export.title') })
        const drawn = await sizeOfPicture(dialog.getByRole('img', { name: say('app:export.preview') }))
        const file = await app.exported(() =>
          dialog.getByRole('button', { name: say('app:export.save', { format: 'PNG' }) }).click(),
        )
        expect(file.name).toBe(`${title}.png`)
        expect(file.bytes.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'))
        const [width, height] = [file.bytes.readUInt32BE(16), file.bytes.readUInt32BE(20)]
        expect([width, height]).toEqual([2 * drawn.width, 2 * drawn.height])
        await expect(dialog).toBeHidden()
        await expect(
          page.getByRole('status').filter({ hasText: say('app:notice.exported', { name: file.name }) }),
        ).toBeVisible()
        const inks = await inksOf(page, file.bytes)
        expect(inks).toContain(await colourOf(page, '--bad'))
        expect(inks).toContain(await colourOf(page, '--ok'))
      })
    })
  })
}
