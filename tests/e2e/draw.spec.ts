/** Drawing by hand and by keys: every gesture is one undo step, and no key means two things. */
import { Board } from './pages/board'
import { History } from './pages/history'
import { Start } from './pages/start'
import { template } from './pages/template'
import { expect, test } from './pages/test'
import { OF_THE_PAGE } from './support/of-the-page'

const FILE = 'drawn.dryrun.json'

test('three services are drawn from nothing, run, undone to nothing and redone', async ({
  page,
  start,
  palette,
  board,
  run,
  history,
  files,
  say,
}) => {
  await start.newBoard()
  await expect(board.empty).toBeVisible()
  await files.saveAs(FILE)
  const nothing = await files.saved(FILE)

  await test.step('services come by dragging, by click and click, and by keys', async () => {
    await palette.drag('Client', { x: 110, y: 180 })
    await expect(board.service('Client')).toBeVisible()
    await palette.clickClick('Orders', { x: 430, y: 180 })
    await expect(board.service('Orders')).toBeVisible()
    await palette.byKeys('Database')
    await expect(board.service('Database')).toBeVisible()
    await palette.drag('Notifications', { x: 800, y: 100 })
    await expect(board.services).toHaveCount(4)
    await expect(board.empty).toBeHidden()
    const [client, orders] = [await board.middleOf('Client'), await board.middleOf('Orders')]
    expect(client.y).toBe(orders.y)
    // Nothing lies further from where it was let go than half a step of the grid.
    const wanted = await board.at({ x: 430, y: 180 })
    expect(Math.abs(orders.x - wanted.x)).toBeLessThanOrEqual(10)
    expect(Math.abs(orders.y - wanted.y)).toBeLessThanOrEqual(10)
  })

  await test.step('the keyboard moves a service', async () => {
    const before = await board.middleOf('Database')
    await board.service('Database').focus()
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(async () => (await board.middleOf('Database')).y).toBe(before.y + 100)
  })

  await test.step('a line is pulled from a handle', async () => {
    await board.pullLine('Client', 'right', await board.middleOf('Orders'))
    await expect(board.line('rest', 'Client', 'Orders')).toBeVisible()
    await expect(board.protocol('rest')).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('C, a click and a click draw another, whose protocol is picked', async () => {
    await page.keyboard.press('c')
    await board.service('Orders').click()
    await board.service('Notifications').click()
    await expect(board.line('rabbitmq', 'Orders', 'Notifications')).toBeVisible()
    await expect(board.protocol('rabbitmq')).toHaveAttribute('aria-pressed', 'true')
    await board.protocol('grpc').click()
    await expect(board.line('grpc', 'Orders', 'Notifications')).toBeVisible()
    await board.protocol('rabbitmq').click()
    await expect(board.line('rabbitmq', 'Orders', 'Notifications')).toBeVisible()
  })

  await test.step('C, Enter, Tab and Enter draw a third', async () => {
    await page.keyboard.press('Escape')
    await board.service('Orders').focus()
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(board.service('Database')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(board.line('sql', 'Orders', 'Database')).toBeVisible()
  })

  await test.step('a line let go over empty paper brings its service, in one undo step', async () => {
    await page.keyboard.press('Escape')
    await board.pullLine('Orders', 'right', await board.at({ x: 800, y: 330 }))
    const choices = page.getByRole('menu', { name: say('canvas:append.label') })
    await choices.getByRole('menuitem', { name: 'Card charge', exact: true }).click()
    await expect(board.line('rabbitmq', 'Orders', 'Card charge')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(board.services).toHaveCount(4)
    await expect(board.lines).toHaveCount(3)
    await page.keyboard.press('ControlOrMeta+Shift+Z')
    await expect(board.services).toHaveCount(5)
    await expect(board.lines).toHaveCount(4)
  })

  await test.step('it runs: charged once, told once', async () => {
    await run.start()
    await run.button('last').click()
    await run.tab('state').click()
    await expect(run.order('o1')).toContainText('charge×1')
    await expect(run.order('o1')).toContainText('notify×1')
    await run.edit()
  })

  await test.step('undo leads back to nothing, redo to the same file', async () => {
    const drawn = await files.saved(FILE)
    // Four services, one nudge, three lines, two changes of protocol, a line with its service.
    expect(await history.all('undo')).toBe(11)
    await expect(board.empty).toBeVisible()
    expect(await files.saved(FILE)).toBe(nothing)
    expect(await history.all('redo')).toBe(11)
    await expect(board.services).toHaveCount(5)
    expect(await files.saved(FILE)).toBe(drawn)
  })
})

test.describe('with three services', () => {
  test.beforeEach(async ({ start }) => {
    const { title } = await template('three-services', 'en')
    await start.openTemplate(title)
  })

  test('what is copied keeps the lines inside it, here and in another tab; a paste is one undo step', async ({
    page,
    app,
    board,
    history,
    say,
  }) => {
    await board.select('Orders', 'Orders DB')
    await page.keyboard.press('ControlOrMeta+C')
    await page.keyboard.press('ControlOrMeta+V')
    await expect(board.services).toHaveCount(7)
    await expect(board.line('sql', 'Orders', 'Orders DB')).toHaveCount(2)
    await expect(board.lines).toHaveCount(5)
    await page.keyboard.press('ControlOrMeta+D')
    await expect(board.services).toHaveCount(9)
    await expect(board.line('sql', 'Orders', 'Orders DB')).toHaveCount(3)
    expect(await history.all('undo')).toBe(2)
    await expect(board.services).toHaveCount(5)
    await expect(board.lines).toHaveCount(4)
    if (app.address === undefined) return
    const tab = await page.context().newPage()
    await tab.goto(app.address)
    await new Start(tab, say).newBoard()
    await tab.keyboard.press('ControlOrMeta+V')
    const there = new Board(tab, say)
    await expect(there.services).toHaveCount(2)
    await expect(there.line('sql', 'Orders', 'Orders DB')).toHaveCount(1)
    await expect(there.lines).toHaveCount(1)
    await new History(tab, say).undo()
    await expect(there.services).toHaveCount(0)
  })

  test('an undo shows what it changed, and keys of the zoom pressed quickly add up', {
    tag: OF_THE_PAGE,
  }, async ({ page, board }) => {
    await board.select('Client')
    await page.keyboard.press('Shift+ArrowDown')
    await board.select('Card charge')
    await page.keyboard.press('Shift+2')
    await expect.poll(() => board.zoom()).toBe(100)
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('ControlOrMeta+=')
    await expect.poll(() => board.zoom()).toBe(Math.round(1.25 ** 4 * 100))
    await expect(board.service('Client')).not.toBeInViewport()
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(board.service('Client')).toBeInViewport({ ratio: 1 })
    await board.expectSelected('Client')
  })

  test('empty paper is double-clicked for a service, which Shift moves straight', {
    tag: OF_THE_PAGE,
  }, async ({ page, board, say }) => {
    const { x, y } = await board.at({ x: 80, y: 60 })
    await page.mouse.dblclick(x, y)
    const choices = page.getByRole('menu', { name: say('canvas:append.label') })
    await page.keyboard.press('Escape')
    await expect(choices).toHaveCount(0)
    await page.mouse.dblclick(x, y)
    await choices.getByRole('menuitem', { name: 'Cache', exact: true }).click()
    await board.expectSelected('Cache')
    await expect(board.lines).toHaveCount(4)
    const before = await board.middleOf('Cache')
    await page.keyboard.down('Shift')
    await board.drag('Cache', { x: 150, y: 24 })
    await page.keyboard.up('Shift')
    await expect.poll(async () => (await board.middleOf('Cache')).x).toBeGreaterThan(before.x + 100)
    expect((await board.middleOf('Cache')).y).toBe(before.y)
  })

  test('a cut goes with its lines, and comes back with those inside it', async ({
    page,
    board,
    history,
  }) => {
    await board.select('Orders', 'Orders DB')
    await page.keyboard.press('ControlOrMeta+X')
    await expect(board.services).toHaveCount(3)
    await expect(board.lines).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+V')
    await expect(board.services).toHaveCount(5)
    await expect(board.line('sql', 'Orders', 'Orders DB')).toHaveCount(1)
    expect(await history.all('undo')).toBe(2)
    await expect(board.lines).toHaveCount(4)
  })

  test('Delete and Backspace remove what is selected, and only letters while typing', async ({
    page,
    board,
    inspector,
    history,
  }) => {
    for (const key of ['Delete', 'Backspace']) {
      await board.select('Orders')
      await page.keyboard.press(key)
      await expect(board.service('Orders')).toHaveCount(0)
      await expect(board.lines).toHaveCount(0)
      await history.undo()
      await expect(board.service('Orders')).toHaveCount(1)
      await expect(board.lines).toHaveCount(4)
    }
    await board.select('Notifications')
    await inspector.field('name').click()
    await page.keyboard.press('End')
    for (const key of ['Backspace', 'Backspace', 'Home', 'Delete']) await page.keyboard.press(key)
    await expect(inspector.field('name')).toHaveValue('otificatio')
    // Letters are tools elsewhere: here they are letters.
    await page.keyboard.type('vhc')
    await expect(board.service('vhcotificatio')).toHaveCount(1)
    await expect(board.services).toHaveCount(5)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Delete')
    await expect(board.services).toHaveCount(4)
  })

  test('several things move together, by hand and by keys, one undo step each', async ({
    page,
    board,
    history,
  }) => {
    const names = ['Notifications', 'Card charge'] as const
    const places = () => Promise.all(names.map((name) => board.middleOf(name)))
    const zoom = (await board.zoom()) / 100
    const before = await places()
    const moved = (dx: number, dy: number) =>
      before.map(({ x, y }) => ({
        x: expect.closeTo(x + dx * zoom, 0),
        y: expect.closeTo(y + dy * zoom, 0),
      }))

    await test.step('a box around them selects them', async () => {
      const [upper, lower] = before
      if (!upper || !lower) throw new Error('both are there')
      await board.pull(
        { x: upper.x - 110 * zoom, y: upper.y - 60 * zoom },
        { x: lower.x + 100 * zoom, y: lower.y + 60 * zoom },
      )
      await expect(board.service('Notifications')).toHaveAttribute('aria-current')
      await expect(board.service('Card charge')).toHaveAttribute('aria-current')
      await expect(board.service('Orders')).not.toHaveAttribute('aria-current')
    })

    await test.step('dragging one drags both', async () => {
      // To the grid alone: in line with another service they would go by other steps.
      await page.keyboard.press('Alt+S')
      await board.drag('Notifications', { x: 0, y: 80 * zoom })
      await expect.poll(places).toEqual(moved(0, 80))
      expect(await history.all('undo')).toBe(1)
      await expect.poll(places).toEqual(before)
    })

    await test.step('Escape puts back what is being dragged', async () => {
      const { x, y } = await board.middleOf('Notifications')
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x - 60, y + 90, { steps: 4 })
      await expect.poll(places).not.toEqual(before)
      await page.keyboard.press('Escape')
      await page.mouse.up()
      await expect.poll(places).toEqual(before)
      await history.expectNothing('undo')
    })

    await test.step('a stretch of arrow keys is one gesture', async () => {
      await board.select(...names)
      for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key)
      await expect.poll(places).toEqual(moved(-40, -20))
      expect(await history.all('undo')).toBe(1)
      await expect.poll(places).toEqual(before)
      await history.redo()
      await expect.poll(places).toEqual(moved(-40, -20))
    })
  })
})
