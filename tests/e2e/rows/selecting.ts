/** Walks of the rows about tools, the view being moved, and what is selected. */
import { expect } from '@playwright/test'
import { boxOf, type Walk } from './walker'

const ALL = ['Client', 'Orders', 'Orders DB', 'Notifications', 'Card charge'] as const

const selectAndHand: Walk = async ({ board, keys }) => {
  await keys.press('tool.hand')
  await expect(board.frame).toHaveAttribute('data-tool', 'hand')
  await keys.press('tool.select')
  await expect(board.frame).toHaveAttribute('data-tool', 'select')
}

const pan: Walk = async ({ page, board, keys }) => {
  const whole = await board.windowOf({ x: 0, y: 0 })
  const empty = await board.at({ x: 60, y: 40 })
  const moved = async (begin: () => Promise<void>, end: () => Promise<void>) => {
    const before = await board.windowOf({ x: 0, y: 0 })
    await page.mouse.move(empty.x, empty.y)
    await begin()
    await page.mouse.move(empty.x + 40, empty.y + 30, { steps: 3 })
    await end()
    await expect
      .poll(() => board.windowOf({ x: 0, y: 0 }))
      .toEqual({ x: expect.closeTo(before.x + 40, 0), y: expect.closeTo(before.y + 30, 0) })
  }
  await moved(
    async () => {
      await page.keyboard.down('Space')
      await page.mouse.down()
    },
    async () => {
      await page.mouse.up()
      await page.keyboard.up('Space')
    },
  )
  await moved(
    () => page.mouse.down({ button: 'middle' }),
    () => page.mouse.up({ button: 'middle' }),
  )
  await keys.press('view.fitAll')
  await expect.poll(() => board.windowOf({ x: 0, y: 0 })).toEqual(whole)
}

const boxSelect: Walk = async (walker) => {
  const { board, keys } = walker
  const [upper, lower] = [await boxOf(walker, 'Notifications'), await boxOf(walker, 'Card charge')]
  // A part of each is enough.
  await board.pull(
    { x: upper.x - 30, y: upper.y - 20 },
    { x: upper.x + 12, y: lower.y + lower.height / 2 },
  )
  await board.expectSelected('Notifications', 'Card charge')
  await keys.press('edit.escape')
}

const addToSelection: Walk = async ({ board, keys }) => {
  await board.select('Client')
  await board.service('Orders').click({ modifiers: ['Shift'] })
  await board.service('Notifications').click({ modifiers: ['ControlOrMeta'] })
  await board.expectSelected('Client', 'Orders', 'Notifications')
  await board.service('Orders').click({ modifiers: ['ControlOrMeta'] })
  await board.expectSelected('Client', 'Notifications')
  await keys.press('edit.escape')
}

const selectAll: Walk = async ({ board, keys }) => {
  await keys.press('edit.selectAll')
  await board.expectSelected(...ALL)
  await keys.press('edit.escape')
}

const stepOut: Walk = async ({ board, keys }) => {
  await board.select('Client')
  await keys.press('tool.connect')
  await keys.press('edit.escape')
  await expect(board.frame).toHaveAttribute('data-tool', 'select')
  await keys.press('edit.escape')
  await board.expectSelected()
}

export const SELECTING = {
  'Select and hand': selectAndHand,
  Pan: pan,
  'Box select': boxSelect,
  'Add to selection': addToSelection,
  'Select all': selectAll,
  'Step out': stepOut,
}
