/** What a hand does on the board: lines led and led elsewhere, zones, copies, things brought into line. */
import { expect, test } from './pages/test'

const FILE = 'gestures.dryrun.json'

interface Placed {
  readonly id: string
  readonly position: { readonly x: number; readonly y: number }
  readonly zone?: string
}
interface Drawn {
  readonly services: readonly Placed[]
  readonly zones?: readonly (Placed & { readonly kind: string })[]
  readonly connections: readonly {
    readonly id: string
    readonly from: string
    readonly to: string
    readonly protocol: string
    readonly waypoints?: readonly { readonly x: number; readonly y: number }[]
  }[]
}

test('zones, copies, guides and lines, by hand and by keys', async ({
  page,
  start,
  palette,
  board,
  history,
  files,
  say,
}) => {
  await start.newBoard()
  await files.saveAs(FILE)
  const drawn = async (): Promise<Drawn> => JSON.parse(await files.saved(FILE))
  const placeOf = async (id: string) =>
    (await drawn()).services.find((one) => one.id === id)?.position
  await palette.drag('Client', { x: 140, y: 120 })
  await palette.drag('Orders', { x: 420, y: 120 })
  await palette.drag('Payment', { x: 420, y: 320 })
  await expect(board.services).toHaveCount(3)
  await board.pullLine('Client', 'right', await board.middleOf('Orders'))
  await expect(board.lines).toHaveCount(1)

  await test.step('an end of a line is pulled to another service; its id and words stay', async () => {
    const [before] = (await drawn()).connections
    const end = await board.lineHandle('to')
    await board.pull(end, await board.middleOf('Payment'))
    await expect(board.line('rest', 'Client', 'Payment')).toBeVisible()
    expect((await drawn()).connections).toEqual([{ ...before, to: 'payment' }])
    await history.undo()
    await expect(board.line('rest', 'Client', 'Orders')).toBeVisible()
    expect((await drawn()).connections).toEqual([before])
  })

  await test.step('a line is bent by its middle, its point moved and taken away', async () => {
    await page.keyboard.press('Escape')
    await board.selectLine('rest', 'Client', 'Orders')
    const middle = await board.lineHandle('bend')
    await board.pull(middle, { x: middle.x, y: middle.y + 100 })
    await expect(board.lineHandles('point')).toHaveCount(1)
    expect((await drawn()).connections[0]?.waypoints).toHaveLength(1)
    const point = await board.lineHandle('point')
    expect(Math.abs(point.y - middle.y - 100)).toBeLessThanOrEqual(10)
    await board.pull(point, { x: point.x - 40, y: point.y + 60 })
    const [moved] = (await drawn()).connections[0]?.waypoints ?? []
    expect(moved).toBeDefined()
    const now = await board.lineHandle('point')
    await page.mouse.dblclick(now.x, now.y)
    await expect(board.lineHandles('point')).toHaveCount(0)
    expect((await drawn()).connections[0]).not.toHaveProperty('waypoints')
  })

  await test.step('F and a drag draw a zone, which what it surrounds joins', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('f')
    const orders = await board.middleOf('Orders')
    const payment = await board.middleOf('Payment')
    await board.pull(
      { x: orders.x - 140, y: orders.y - 90 },
      { x: payment.x + 140, y: payment.y + 80 },
    )
    await expect(board.zone('Boundary')).toHaveAttribute('aria-current')
    const { services, zones } = await drawn()
    expect(zones).toHaveLength(1)
    const zone = zones?.[0]?.id
    expect(services.map((one) => one.zone)).toEqual([undefined, zone, zone])
  })

  await test.step('dragged by its border it takes them along and nothing else; undo takes all back', async () => {
    const before = await files.saved(FILE)
    const box = await board.zone('Boundary').locator('rect').first().boundingBox()
    if (!box) throw new Error('the zone is shown')
    const grip = { x: box.x + box.width / 2, y: box.y + 2 }
    await board.pull(grip, { x: grip.x + 60, y: grip.y + 40 })
    const was: Drawn = JSON.parse(before)
    const now = await drawn()
    const shifts = now.services.map(({ position }, at) => ({
      x: position.x - (was.services[at]?.position.x ?? 0),
      y: position.y - (was.services[at]?.position.y ?? 0),
    }))
    expect(shifts[0]).toEqual({ x: 0, y: 0 })
    expect(shifts[1]).not.toEqual({ x: 0, y: 0 })
    expect(shifts[2]).toEqual(shifts[1])
    await history.undo()
    expect(await files.saved(FILE)).toBe(before)
  })

  await test.step('a service taken out leaves the zone', async () => {
    await page.keyboard.press('Escape')
    await board.drag('Payment', { x: -300, y: 160 })
    const payment = (await drawn()).services.find(({ id }) => id === 'payment')
    expect(payment).not.toHaveProperty('zone')
    await history.undo()
  })

  await test.step('Ctrl+Shift+G dissolves a zone and leaves its services, Ctrl+G draws one around', async () => {
    await page.keyboard.press('Escape')
    const box = await board.zone('Boundary').locator('rect').first().boundingBox()
    if (!box) throw new Error('the zone is shown')
    await page.mouse.click(box.x + box.width / 2, box.y + 2)
    await page.keyboard.press('ControlOrMeta+Shift+G')
    await expect(board.zone('Boundary')).toHaveCount(0)
    expect((await drawn()).services.every(({ zone }) => zone === undefined)).toBe(true)
    await board.select('Orders', 'Payment')
    await page.keyboard.press('ControlOrMeta+G')
    await expect(board.zone('Boundary')).toHaveCount(1)
    expect((await drawn()).services.filter(({ zone }) => zone !== undefined)).toHaveLength(2)
    await history.undo()
    await expect(board.zone('Boundary')).toHaveCount(0)
  })

  await test.step('Alt and a drag leave the thing and carry a copy away', async () => {
    await page.keyboard.press('Escape')
    const before = await placeOf('client')
    const from = await board.middleOf('Client')
    await page.keyboard.down('Alt')
    await board.pull(from, { x: from.x, y: from.y + 300 })
    await page.keyboard.up('Alt')
    await expect(board.services).toHaveCount(4)
    expect(await placeOf('client')).toEqual(before)
    expect((await placeOf('client2'))?.x).toBe(before?.x)
    await history.undo()
    await expect(board.services).toHaveCount(3)
  })

  await test.step('a dragged thing comes into line with another, says so, and Ctrl suspends it', async () => {
    await page.keyboard.press('Escape')
    const from = await board.middleOf('Payment')
    const orders = await board.middleOf('Orders')
    const off = { x: orders.x + 5, y: from.y }
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 40, from.y, { steps: 3 })
    await page.mouse.move(off.x, off.y, { steps: 3 })
    await expect(board.guides).toBeVisible()
    await page.keyboard.down('ControlOrMeta')
    await expect(board.guides).toBeHidden()
    await page.keyboard.up('ControlOrMeta')
    await expect(board.guides).toBeVisible()
    await page.mouse.up()
    await expect(board.guides).toBeHidden()
    expect((await board.middleOf('Payment')).x).toBe(orders.x)
  })

  await test.step('Ctrl and an arrow ask for a service beside, and go on from it', async () => {
    await page.keyboard.press('Escape')
    await board.service('Orders').focus()
    await page.keyboard.press('ControlOrMeta+ArrowRight')
    const choices = page.getByRole('menu', { name: say('canvas:append.label') })
    await choices.getByRole('menuitem', { name: 'Database', exact: true }).press('Enter')
    await expect(board.line('sql', 'Orders', 'Database')).toBeVisible()
    await expect(board.service('Database')).toBeFocused()
    await board.expectSelected('Database')
    const [orders, database] = [await board.middleOf('Orders'), await board.middleOf('Database')]
    expect(database.x).toBeGreaterThan(orders.x + 200)
    await history.undo()
    await expect(board.services).toHaveCount(3)
  })
})

test('Tidy up leads every line squarely and around boxes, in one undo step', async ({
  page,
  start,
  board,
  history,
  files,
}) => {
  await start.openTemplate('Five services')
  await files.saveAs(FILE)
  const before = await files.saved(FILE)
  await expect(board.services.first()).toBeVisible()
  await page.keyboard.press('Alt+Shift+T')
  await expect(history.button('undo')).toBeVisible()
  const { connections }: Drawn = JSON.parse(await files.saved(FILE))
  for (const { waypoints = [] } of connections) {
    for (const [at, point] of waypoints.entries()) {
      const last = waypoints[at - 1]
      if (last) expect(point.x === last.x || point.y === last.y).toBe(true)
    }
  }
  expect(await history.all('undo')).toBe(1)
  expect(await files.saved(FILE)).toBe(before)
})
