/** Walks of the rows that draw: lines, zones, copies, services beside others, labels. */
import { expect } from '@playwright/test'
import { stepBack, type Walk, type Walker } from './walker'

const SERVICES = 5
const LINES = 4

async function undone(walker: Walker, steps: number): Promise<void> {
  const { board } = walker
  await stepBack(walker, steps)
  await expect(board.services).toHaveCount(SERVICES)
  await expect(board.lines).toHaveCount(LINES)
}

const connector: Walk = async (walker) => {
  const { board, keys } = walker
  await keys.press('tool.connect')
  await board.service('Client').click()
  await board.service('Card charge').click()
  await expect(board.line('rest', 'Client', 'Card charge')).toBeVisible()
  await keys.press('edit.escape')
  await keys.press('edit.escape')
  await board.pullLine('Client', 'bottom', await board.middleOf('Orders DB'))
  await expect(board.lines).toHaveCount(LINES + 2)
  await keys.press('edit.escape')
  await undone(walker, 2)
}

const cutCopyPaste: Walk = async (walker) => {
  const { page, board, keys } = walker
  await board.select('Orders', 'Orders DB')
  await keys.press('edit.cut')
  await expect(board.services).toHaveCount(SERVICES - 2)
  await keys.press('edit.paste')
  await expect(board.line('sql', 'Orders', 'Orders DB')).toHaveCount(1)
  await keys.press('edit.copy')
  const place = await board.at({ x: 200, y: 60 })
  await page.mouse.move(place.x, place.y)
  await keys.press('edit.paste')
  await expect(board.services).toHaveCount(SERVICES + 2)
  await undone(walker, 3)
}

const duplicate: Walk = async (walker) => {
  const { page, board, keys } = walker
  await board.select('Client')
  await keys.press('edit.duplicate')
  await expect(board.services).toHaveCount(SERVICES + 1)
  await keys.press('edit.undo')
  const from = await board.middleOf('Client')
  await page.keyboard.down('Alt')
  await board.pull(from, { x: from.x, y: from.y + 150 })
  await page.keyboard.up('Alt')
  await expect(board.services).toHaveCount(SERVICES + 1)
  await undone(walker, 1)
}

const deleting: Walk = async (walker) => {
  const { board, keys } = walker
  await board.select('Client')
  await keys.each('edit.delete', async () => {
    await expect(board.services).toHaveCount(SERVICES - 1)
    await undone(walker, 1)
    await board.select('Client')
  })
}

const grouping: Walk = async (walker) => {
  const { board, keys } = walker
  await board.select('Notifications', 'Card charge')
  await keys.press('edit.group')
  await expect(board.zone('Boundary')).toHaveAttribute('aria-current')
  await keys.press('edit.ungroup')
  await expect(board.zone('Boundary')).toHaveCount(0)
  await board.expectSelected('Notifications', 'Card charge')
  await undone(walker, 2)
}

const frame: Walk = async (walker) => {
  const { board, keys } = walker
  await keys.press('tool.zone')
  await board.pull(await board.at({ x: 40, y: 40 }), await board.at({ x: 240, y: 160 }))
  await expect(board.zone('Boundary')).toHaveAttribute('aria-current')
  await undone(walker, 1)
}

/** The bar of what can be added, and the first thing of it. */
const quickAdd: Walk = async (walker) => {
  const { page, board, keys, say } = walker
  const choices = page.getByRole('menu', { name: say('canvas:append.label') })
  await board.select('Client')
  for (const side of ['Left', 'Right', 'Up', 'Down'] as const) {
    await keys.press(`edit.quickAdd${side}`)
    await expect(choices).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(choices).toHaveCount(0)
  }
  await board.select('Client')
  await keys.press('edit.quickAddDown')
  await choices.getByRole('menuitem', { name: 'Payment', exact: true }).press('Enter')
  await expect(board.line('rest', 'Client', 'Payment')).toBeVisible()
  await undone(walker, 1)
  await board.pullLine('Client', 'bottom', await board.at({ x: 60, y: 60 }))
  await choices.getByRole('menuitem', { name: 'Payment', exact: true }).click()
  await expect(board.services).toHaveCount(SERVICES + 1)
  await undone(walker, 1)
}

const editLabel: Walk = async ({ page, board, keys, say }) => {
  const field = board.frame.getByRole('textbox', { name: say('canvas:name.label') })
  const dropped = async () => {
    await expect(field).toHaveValue('Client')
    await page.keyboard.press('Escape')
    await expect(field).toHaveCount(0)
  }
  await board.select('Client')
  await board.service('Client').focus()
  await keys.each('edit.rename', dropped)
  await board.service('Client').dblclick()
  await dropped()
}

export const DRAWING = {
  Connector: connector,
  'Cut, copy, paste': cutCopyPaste,
  Duplicate: duplicate,
  Delete: deleting,
  'Group and ungroup': grouping,
  Frame: frame,
  'Quick-add': quickAdd,
  'Edit label': editLabel,
}
