/** The whole way without a pointer: nothing in this file may move or press one. */
import { expect, test } from './pages/test'

test('three services are built, joined, run and exported by keys alone', async ({
  page,
  app,
  start,
  palette,
  board,
  run,
  say,
}) => {
  const choices = page.getByRole('menu', { name: say('canvas:append.label') })
  /** Beside what is selected; the keyboard is in the new service then. */
  const add = async (arrow: string, name: string) => {
    await page.keyboard.press(`ControlOrMeta+Arrow${arrow}`)
    await expect(choices).toBeVisible()
    await choices.getByRole('menuitem', { name, exact: true }).press('Enter')
    await expect(board.service(name)).toBeFocused()
    await board.expectSelected(name)
  }

  await test.step('a board, and a client from the palette', async () => {
    await page.keyboard.press('Alt+Shift+N')
    await expect(start.title).toBeVisible()
    await palette.byKeys('Client')
    await board.expectSelected('Client')
  })

  await test.step('its services, each added beside the one before', async () => {
    await board.service('Client').focus()
    await add('Right', 'Orders')
    await add('Down', 'Database')
    await expect(board.line('rest', 'Client', 'Orders')).toBeVisible()
    await expect(board.line('sql', 'Orders', 'Database')).toBeVisible()
  })

  await test.step('two more, joined by the connector', async () => {
    await board.service('Orders').focus()
    await add('Right', 'Notifications')
    await expect(board.line('rabbitmq', 'Orders', 'Notifications')).toBeVisible()
    await add('Down', 'Card charge')
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(board.service('Card charge')).toHaveCount(0)
    await palette.byKeys('Card charge')
    await page.keyboard.press('Shift+ArrowDown')
    await board.service('Orders').focus()
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    await board.service('Card charge').focus()
    await page.keyboard.press('Enter')
    await expect(board.line('rabbitmq', 'Orders', 'Card charge')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  await test.step('named, tidied up', async () => {
    await board.service('Database').focus()
    await page.keyboard.press('F2')
    await page.keyboard.type('Orders DB')
    await page.keyboard.press('Enter')
    await expect(board.service('Orders DB')).toBeFocused()
    await page.keyboard.press('Alt+Shift+T')
    await expect(board.services).toHaveCount(5)
  })

  await test.step('run to the end, by steps that are announced', async () => {
    await page.keyboard.press('r')
    await expect(board.locked).toBeVisible()
    await page.keyboard.press('.')
    await run.expectAt(1)
    await page.keyboard.press('End')
    await expect.poll(() => run.position()).toBeGreaterThan(10)
  })

  await test.step('exported', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+E')
    const dialog = page.getByRole('dialog', { name: say('app:export.title') })
    const save = dialog.getByRole('button', { name: say('app:export.save', { format: 'PNG' }) })
    await expect(save).toBeVisible()
    const file = await app.exported(async () => {
      for (let tabs = 0; tabs < 40; tabs += 1) {
        if (await save.evaluate((button) => button === document.activeElement)) break
        await page.keyboard.press('Tab')
      }
      await expect(save).toBeFocused()
      await page.keyboard.press('Enter')
    })
    expect(file.bytes.subarray(1, 4).toString()).toBe('PNG')
  })
})
