/** The rows of the shortcut table that are verbs: every key does what an editor's user expects of it. */
import { template } from './pages/template'
import { expect, test } from './pages/test'

test('select all, align, distribute, nudge, duplicate, lock, find and the palette by keys', async ({
  page,
  start,
  board,
  palette,
  history,
  say,
}) => {
  await start.newBoard()
  await palette.drag('Client', { x: 110, y: 120 })
  await palette.drag('Orders', { x: 360, y: 220 })
  await palette.drag('Notifications', { x: 520, y: 400 })
  await expect(board.services).toHaveCount(3)
  const names = ['Client', 'Orders', 'Notifications'] as const
  const boxes = () =>
    Promise.all(
      names.map(
        async (name) => (await board.service(name).boundingBox()) ?? { x: 0, y: 0, width: 0 },
      ),
    )
  const before = await boxes()

  await test.step('Ctrl+A, Ctrl+Shift+arrow: one undo step, and undo selects what it changed', async () => {
    await board.select('Client')
    await page.keyboard.press('Control+a')
    await board.expectSelected(...names)
    await page.keyboard.press('Control+Shift+ArrowUp')
    await expect.poll(async () => new Set((await boxes()).map(({ y }) => y)).size).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(boxes).toEqual(before)
    await board.expectSelected(...names)
  })

  await test.step('a click never clears redo', async () => {
    await board.select('Client')
    await page.keyboard.press('Control+y')
    await expect.poll(async () => new Set((await boxes()).map(({ y }) => y)).size).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(boxes).toEqual(before)
  })

  await test.step('Alt+H keeps the ends and evens the gaps', async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Alt+h')
    const gaps = async () => {
      const [a, b, c] = await boxes()
      if (!a || !b || !c) throw new Error('three boxes were drawn')
      return Math.abs(b.x - a.x - a.width - (c.x - b.x - b.width))
    }
    await expect.poll(gaps).toBeLessThanOrEqual(1)
    const [first, , last] = await boxes()
    expect([first?.x, last?.x]).toEqual([before[0]?.x, before[2]?.x])
    await page.keyboard.press('Control+z')
  })

  await test.step('Ctrl+Shift+L: what is locked neither moves nor goes, and the palette says why', async () => {
    await board.select('Client')
    await page.keyboard.press('Control+Shift+l')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await board.drag('Client', { x: 60, y: 60 })
    await expect.poll(boxes).toEqual(before)
    await board.select('Client')
    await page.keyboard.press('Control+Shift+p')
    await page.keyboard.type('Delete')
    const off = page.getByRole('option', { name: say('commands:edit.delete') })
    await expect(off).toContainText(say('commands:reason.locked'))
    await expect(off).toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Control+Shift+l')
    await page.keyboard.press('ArrowDown')
    await expect.poll(async () => (await boxes())[0]?.y).toBe((before[0]?.y ?? 0) + 20)
  })

  await test.step('Ctrl+D again goes as far again', async () => {
    await page.keyboard.press('Control+d')
    await expect(board.services).toHaveCount(4)
    // One step of the grid: what is off screen is not mounted.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+d')
    await expect(board.services).toHaveCount(5)
    const tops = await board.services.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().top),
    )
    const [source = 0, once = 0, twice = 0] = [tops[0], tops[3], tops[4]]
    expect(twice - once).toBe(once - source)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(board.services).toHaveCount(3)
  })

  await test.step('Ctrl+/ finds a verb by its name and does it', async () => {
    await page.keyboard.press('Control+/')
    await page.keyboard.type(say('commands:edit.selectAll'))
    await page.keyboard.press('Enter')
    await board.expectSelected(...names)
  })

  await test.step('Ctrl+F goes from hit to hit', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('o')
    // Behind a dialog the board is hidden from whoever goes by roles: the hit is looked for in the list.
    const hit = page.getByRole('option', { selected: true })
    const walked: (string | null)[] = []
    for (const key of ['Enter', 'Enter', 'Shift+Enter']) {
      await page.keyboard.press(key)
      walked.push(await hit.textContent())
    }
    expect(walked[1]).not.toBe(walked[0])
    expect(walked[2]).toBe(walked[0])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const [found] = names.filter((name) => walked[0]?.startsWith(name))
    await board.expectSelected(found ?? 'nothing was found')
  })

  await test.step('? shows every key, and finds one', async () => {
    await page.keyboard.press('?')
    const shown = page.getByRole('dialog', { name: say('app:shortcuts.title') })
    await expect(shown).toContainText(say('commands:edit.lock'))
    await page.keyboard.type('ctrl shift l')
    await expect(shown.getByRole('term')).toHaveText([say('commands:edit.lock')])
    await page.keyboard.press('Escape')
    await expect(shown).toHaveCount(0)
  })
  expect(await history.all('undo')).toBeGreaterThan(0)
})

test('what is copied is pasted with its inner line, at the pointer', async ({
  page,
  start,
  board,
}) => {
  const { title } = await template('three-services', 'en')
  await start.openTemplate(title)
  const services = await board.services.count()
  const lines = await board.lines.count()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Escape')
  const place = await board.at({ x: 200, y: 60 })
  await page.mouse.move(place.x, place.y)
  await page.keyboard.press('Control+v')
  await page.keyboard.press('Shift+1')
  await expect(board.services).toHaveCount(services * 2)
  await expect(board.lines).toHaveCount(lines * 2)
})
