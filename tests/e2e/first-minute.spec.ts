/** The first minute of a new user, as the product's description tells it, on either host and in either language. */

import { Buffer } from 'node:buffer'
import type { Locator } from '@playwright/test'
import { colourOf, coloursOf, sizeOfPicture } from './pages/colours'
import { template, templateIds } from './pages/template'
import { expect, test } from './pages/test'
import { OF_THE_PAGE } from './support/of-the-page'
import type { ExportedFile } from './support/opened-app'

const LANGUAGES = [
  ['English', 'en'],
  ['Russian', 'ru'],
] as const
const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** Marked with the marker where the run is; faint where it has not been. */
const isLit = (line: Locator) => expect(line.locator('[stroke="var(--mark)"]')).toHaveCount(1)
const isFaint = (line: Locator) => expect(line.locator('[opacity="0.4"]')).toHaveCount(1)
const isPlain = async (line: Locator) => {
  await expect(line.locator('[stroke="var(--mark)"]')).toHaveCount(0)
  await expect(line.locator('[opacity="0.4"]')).toHaveCount(0)
}

for (const [name, language] of LANGUAGES) {
  test.describe(`in ${name}`, () => {
    test.use({ language })

    test('the start page shows a new board and the built-in scenarios with pictures', {
      tag: OF_THE_PAGE,
    }, async ({ page, start }) => {
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(start.newBoardButton).toBeVisible()
      const ids = await templateIds()
      expect(ids).toEqual(
        expect.arrayContaining(['three-services', 'five-services', 'orchestrated']),
      )
      for (const id of ids) {
        const { title, services } = await template(id, language)
        const picture = start.template(title).getByRole('img', { name: title })
        await expect(picture).toBeVisible()
        await expect(picture).toContainText(services[0] ?? '')
      }
      await expect(start.templates).toHaveCount(ids.length)
    })

    test('an order is stepped, a crash has it charged twice, and the picture is exported', {
      tag: language === 'ru' ? OF_THE_PAGE : [],
    }, async ({ page, app, start, board, run, inspector, files, say }) => {
      const { title, text, nameOf } = await template('three-services', language)
      const client = nameOf('client')
      const orders = nameOf('orders')
      const charging = nameOf('charging')
      const promise = nameOf('charge-once')
      const post = board.line('rest', client, orders)
      const store = board.line('sql', orders, nameOf('ordersDb'))
      const tell = board.line('rabbitmq', orders, nameOf('notifications'))
      const bill = board.line('rabbitmq', orders, charging)
      const charged = say('steps:effect.done_charge', { service: charging, order: 'o1' })

      await test.step('the board is laid out, the timeline stands at 0', async () => {
        await start.openTemplate(title)
        await expect(board.services).toHaveCount(5)
        await expect(board.lines).toHaveCount(4)
        await expect(board.service(charging)).toBeInViewport({ ratio: 0.99 })
        await expect(board.service(client)).toBeInViewport({ ratio: 0.99 })
        await run.expectAt(0)
      })

      await test.step('the POST leaves the client', async () => {
        await run.start()
        const values = { from: client, to: orders, message: 'POST /orders' }
        const sent = say('steps:request.sent', values)
        await run.stepTo(sent)
        await isLit(post)
        await isFaint(store)
        await isFaint(bill)
        await expect(run.current).toContainText(sent)
        await expect(run.sequence).toHaveAccessibleName(`${say('run:sequence')}: ${sent}`)
        await expect(inspector.panel).toContainText(sent)
      })

      await test.step('the row is saved', async () => {
        const values = { service: orders, entity: 'order', order: 'o1', status: 'new' }
        await run.stepTo(say('steps:row.saved', values))
        await isLit(store)
        await isPlain(post)
        await expect(board.service(orders)).toContainText('order o1 new')
        const row = say('inspector:change.row', { order: 'o1', name: 'order' })
        await expect(inspector.panel).toContainText(row)
      })

      await test.step('the event fans out to both', async () => {
        await run.stepTo(say('steps:event.published', { service: orders, message: 'OrderCreated' }))
        await isLit(tell)
        await isLit(bill)
        await isPlain(store)
      })

      await test.step('a crash before the acknowledgement is another branch', async () => {
        await run.stepTo(charged)
        await expect(run.promiseSign(promise, 'holds')).toBeVisible()
        await run.choose(board.service(charging), say('run:choice.crash'))
        await expect(run.current).toContainText(say('steps:service.crashed', { service: charging }))
        await expect(run.branches(2)).toBeVisible()
        await expect(board.service(charging)).toContainText(say('drawing:caption.crashed'))
      })

      await test.step('the event is delivered again, and the card charged again', async () => {
        const values = { service: charging, message: 'OrderCreated', deliveries: 2 }
        await run.stepTo(say('steps:event.redelivered', values))
        await expect(run.promiseSign(promise, 'breaks-later')).toBeVisible()
        await run.stepTo(charged)
      })

      await test.step('the promise turns red and says why', async () => {
        await page.keyboard.press('ArrowRight')
        await expect(run.current).toContainText(promise)
        const sign = run.promiseSign(promise, 'violated')
        await expect(sign).toHaveCSS('background-color', await colourOf(page, '--bad'))
        const why = run.promise(promise)
        await expect(why).toContainText(say('run:promise.broke', { seq: await run.position() }))
        await expect(why).toContainText(say('run:promise.order', { order: 'o1' }))
        await expect(why).toContainText('effects.charge = 2')
      })

      let exported: ExportedFile | undefined
      await test.step('the picture has twice the size of the drawing, and its colours', async () => {
        await page.getByRole('button', { name: say('app:export'), exact: true }).click()
        const dialog = page.getByRole('dialog', { name: say('app:export.title') })
        const preview = dialog.getByRole('img', { name: say('app:export.preview') })
        const drawn = await sizeOfPicture(preview)
        const save = dialog.getByRole('button', { name: say('app:export.save', { format: 'PNG' }) })
        exported = await app.exported(() => save.click())
        const { name: fileName, bytes } = exported
        expect(fileName).toBe(`${title}.png`)
        expect(bytes.subarray(0, 8)).toEqual(PNG_SIGNATURE)
        const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
        expect(size).toEqual({ width: 2 * drawn.width, height: 2 * drawn.height })
        const told = say('app:notice.exported', { name: fileName })
        await expect(page.getByRole('status').filter({ hasText: told })).toBeVisible()
        await expect(dialog).toBeHidden()
        const colours = await coloursOf(page, bytes)
        for (const ink of ['--paper', '--rest', '--broker', '--bad'] as const) {
          expect(colours).toContain(await colourOf(page, ink))
        }
      })

      await test.step('dropped back, the picture is the scenario again', async () => {
        if (exported === undefined) throw new Error('nothing was exported')
        await files.dropBytes(exported.name, exported.bytes)
        await expect(board.services).toHaveCount(5)
        await run.expectAt(0)
        await expect(run.branches(1)).toBeVisible()
        await files.expectState('noFile')
        await files.saveAs('from-picture.dryrun.json')
        expect(await files.saved('from-picture.dryrun.json')).toBe(text)
      })
    })

    test('both broken promises are found and watched, and with a key and an outbox they hold', {
      tag: OF_THE_PAGE,
    }, async ({ page, start, board, run, inspector, failures, say }) => {
      const { title, nameOf } = await template('three-services', language)
      const [orders, charging] = [nameOf('orders'), nameOf('charging')]
      const promises = [nameOf('charge-once'), nameOf('charged')]
      await start.openTemplate(title)

      await test.step('each broken promise has a shortest run', async () => {
        await failures.find()
        const verdict = say('explore:verdict.violated', { count: 2 })
        await expect(failures.dialog).toContainText(verdict)
        for (const promise of promises)
          await expect(failures.promise(promise)).toContainText('o1: ')
      })

      await test.step('the run plays, and what it breaks is drawn', async () => {
        await failures.watch(nameOf('charge-once'))
        await expect(run.branches(2)).toBeVisible()
        await page.keyboard.press('End')
        const sign = run.promiseSign(nameOf('charge-once'), 'violated')
        await expect(sign).toBeVisible()
        await run.tab('sequence').click()
        const red = '[stroke="var(--bad)"], [fill="var(--bad)"]'
        await expect(run.sequence.locator(red).first()).toBeAttached()
      })

      await test.step('the key and the outbox are two clicks', async () => {
        await run.edit()
        await board.service(charging).click()
        await inspector.open(say('inspector:action.effect.words', { effect: 'charge' }))
        await inspector.toggle('option.once').click()
        await run.tab('review').click()
        const values = { service: orders, entity: 'order', events: 'OrderCreated' }
        const finding = page
          .getByRole('tabpanel', { name: say('app:view.review') })
          .getByRole('listitem')
          .filter({ hasText: say('review:dual-write.title', values) })
        await finding.getByRole('button', { name: say('review:fix'), exact: true }).click()
        await expect(finding).toBeHidden()
      })

      await test.step('now they hold, and it says what was searched', async () => {
        await failures.find()
        await expect(failures.dialog).toContainText(say('explore:verdict.holds'))
        const budgets = ['crash', 'duplicate'].map((kind) =>
          say(`explore:counted.${kind}`, { count: 1 }),
        )
        await expect(failures.dialog).toContainText(budgets.join(', '))
      })
    })
  })
}
