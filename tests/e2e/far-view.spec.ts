/** Very many services: from afar painted and still to be worked with, from near elements; and laid out anew. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { colourOf } from './pages/colours'
import { largeScenario, middleOf } from './pages/large-scenario'
import { template } from './pages/template'
import { expect, test } from './pages/test'

const MANY = 1_000
const FILE = 'many.dryrun.json'
/** One in the middle of the drawing. */
const ONE = 500

interface Placed {
  readonly services: readonly {
    readonly id: string
    readonly position: { readonly x: number; readonly y: number }
    readonly pinned?: boolean
  }[]
}

test.describe('a thousand services', () => {
  test.beforeEach(async ({ files, start }) => {
    await writeFile(join(files.folder, FILE), largeScenario(MANY))
    await files.open(join(files.folder, FILE))
    await expect(start.title).toHaveValue('Very many services')
  })

  test('from afar they are painted, selected and dragged; from near they are elements', async ({
    page,
    board,
    inspector,
    history,
    files,
  }) => {
    const name = `Service ${ONE}`
    await test.step('all of them are painted, none is an element', async () => {
      expect(await board.zoom()).toBeLessThan(20)
      await expect.poll(() => board.paintedShare()).toBeGreaterThan(0.02)
      await expect(board.services).toHaveCount(0)
    })

    const place = await board.windowOf(middleOf(ONE))
    const moved = { x: place.x + 60, y: place.y + 40 }
    const focus = await colourOf(page, '--focus')
    await test.step('one is selected', async () => {
      expect(await board.paints(focus)).toBe(false)
      await page.mouse.click(place.x, place.y)
      await expect(inspector.heading).toHaveText(name)
      await expect.poll(() => board.paints(focus)).toBe(true)
    })

    await test.step('and dragged, which is one undo step', async () => {
      await board.pull(place, moved)
      await page.keyboard.press('Escape')
      await page.mouse.click(moved.x, moved.y)
      await expect(inspector.heading).toHaveText(name)
      await files.saveAs('moved.dryrun.json')
      const file: Placed = JSON.parse(
        await readFile(join(files.folder, 'moved.dryrun.json'), 'utf8'),
      )
      const before: Placed = JSON.parse(largeScenario(MANY))
      const changed = file.services.filter(
        ({ position }, at) =>
          JSON.stringify(position) !== JSON.stringify(before.services[at]?.position),
      )
      expect(changed.map((service) => service.id)).toEqual([`s${ONE}`])
      expect(await history.all('undo')).toBe(1)
    })

    await test.step('from near it is an element among elements', async () => {
      await page.mouse.click(place.x, place.y)
      await page.keyboard.press('Shift+2')
      await expect.poll(() => board.zoom()).toBe(100)
      await expect(board.service(name)).toBeInViewport()
      await expect(board.service(`Service ${ONE + 1}`)).toBeVisible()
      expect(await board.services.count()).toBeLessThan(60)
      await expect.poll(() => board.paintedShare()).toBe(0)
      await page.keyboard.press('Shift+1')
      await expect.poll(() => board.paintedShare()).toBeGreaterThan(0.02)
    })
  })

  test('laying them out can be stopped, and then has changed nothing', async ({
    page,
    board,
    history,
    say,
  }) => {
    await page.getByRole('button', { name: say('commands:layout.tidyUp'), exact: true }).click()
    await board.frame.getByRole('button', { name: say('canvas:tidy.cancel'), exact: true }).click()
    await expect(page.getByText(say('canvas:tidy.cancelled'))).toBeVisible()
    await expect(page.getByText(say('canvas:tidy.working'))).toHaveCount(0)
    await history.expectNothing('undo')
  })
})

test('tidy up is one undo step, and leaves what is pinned where it is', async ({
  page,
  start,
  board,
  history,
  files,
  say,
}) => {
  const { title, text } = await template('five-services', 'en')
  await start.openTemplate(title)
  await files.saveAs(FILE)
  await board.service('Payment').click({ button: 'right' })
  await page.getByRole('menuitemradio', { name: say('canvas:menu.pin') }).click()
  const pinned: Placed = JSON.parse(await files.saved(FILE))
  await page.getByRole('button', { name: say('commands:layout.tidyUp'), exact: true }).click()
  await files.expectState('unsaved')
  const tidied: Placed = JSON.parse(await files.saved(FILE))
  const placeOf = (file: Placed, id: string) => file.services.find((one) => one.id === id)
  expect(placeOf(tidied, 'payment')).toEqual(placeOf(pinned, 'payment'))
  expect(placeOf(tidied, 'payment')?.pinned).toBe(true)
  const moved = tidied.services.filter(
    ({ id, position }) =>
      JSON.stringify(position) !== JSON.stringify(placeOf(pinned, id)?.position),
  )
  expect(moved.length).toBeGreaterThan(0)
  await history.undo()
  expect(JSON.parse(await files.saved(FILE))).toEqual(pinned)
  await history.undo()
  expect(await files.saved(FILE)).toBe(text)
  await history.expectNothing('undo')
})
