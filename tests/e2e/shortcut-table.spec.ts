/** Every row of the shortcut table, walked in one opened board: each key of each command does what it says. */
import { template } from './pages/template'
import { expect, test } from './pages/test'
import { ARRANGING } from './rows/arranging'
import { DRAWING } from './rows/drawing'
import { KeyPresses } from './rows/key-presses'
import { LOOKING } from './rows/looking'
import { SELECTING } from './rows/selecting'
import { SHORTCUT_ROWS, type ShortcutRowName } from './rows/shortcut-rows'
import type { Walk } from './rows/walker'

/** A row without a walk does not compile. */
const WALKS: Readonly<Record<ShortcutRowName, Walk>> = {
  ...SELECTING,
  ...DRAWING,
  ...ARRANGING,
  ...LOOKING,
}

test('every row of the shortcut table, by each of its keys', async ({
  page,
  app,
  board,
  files,
  history,
  palette,
  run,
  start,
  say,
}) => {
  const { title } = await template('three-services', 'en')
  await start.openTemplate(title)
  await expect(board.services).toHaveCount(5)
  const keys = new KeyPresses(page)
  const walker = { page, app, board, files, history, palette, run, start, say, keys }
  const corner = () => board.windowOf({ x: 0, y: 0 })
  const whole = await corner()
  for (const [name, walk] of Object.entries(WALKS)) {
    await test.step(name, async () => {
      await walk(walker)
      await board.leave()
      // Undo brings into sight what it changed: the next row begins where this one did.
      await keys.press('view.fitAll')
      await expect.poll(corner).toEqual(whole)
    })
  }
  const walked = Object.values(SHORTCUT_ROWS).flatMap(({ commands }) => [...commands])
  expect(keys.missing(walked)).toEqual([])
})
