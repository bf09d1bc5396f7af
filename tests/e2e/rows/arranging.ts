/** Walks of the rows that put things into place: undo, align, distribute, stack, nudge, snap, lock, tidy up. */
import { expect } from '@playwright/test'
import { boxOf, stepBack, type Walk, type Walker } from './walker'

const THREE = ['Client', 'Orders', 'Notifications'] as const

const boxes = (walker: Walker) => Promise.all(THREE.map((name) => boxOf(walker, name)))

const undoRedo: Walk = async (walker) => {
  const { board, keys } = walker
  const before = await boxOf(walker, 'Client')
  await board.select('Client')
  await keys.press('edit.nudgeDownFar')
  await expect.poll(() => boxOf(walker, 'Client')).not.toEqual(before)
  const after = await boxOf(walker, 'Client')
  await keys.press('edit.undo')
  await expect.poll(() => boxOf(walker, 'Client')).toEqual(before)
  // A click is no edit: it takes nothing away that could be done again.
  await board.select('Orders')
  await keys.each('edit.redo', async () => {
    await expect.poll(() => boxOf(walker, 'Client')).toEqual(after)
    await keys.press('edit.undo')
    await expect.poll(() => boxOf(walker, 'Client')).toEqual(before)
  })
}

type Box = Awaited<ReturnType<typeof boxOf>>

const EDGES = [
  ['Left', ({ x }: Box) => x],
  ['Right', ({ x, width }: Box) => x + width],
  ['Top', ({ y }: Box) => y],
  ['Bottom', ({ y, height }: Box) => y + height],
] as const

const align: Walk = async (walker) => {
  const { board, keys } = walker
  const before = await boxes(walker)
  await board.select(...THREE)
  for (const [side, edge] of EDGES) {
    await keys.press(`edit.align${side}`)
    await expect
      .poll(async () => new Set((await boxes(walker)).map((box) => Math.round(edge(box)))).size)
      .toBe(1)
    await keys.press('edit.undo')
    await expect.poll(() => boxes(walker)).toEqual(before)
  }
}

const distribute: Walk = async (walker) => {
  const { board, keys } = walker
  const before = await boxes(walker)
  const uneven = async (start: 'x' | 'y', length: 'width' | 'height') => {
    const [a, b, c] = (await boxes(walker)).toSorted((one, other) => one[start] - other[start])
    if (!a || !b || !c) throw new Error('three boxes are there')
    return Math.abs(b[start] - a[start] - a[length] - (c[start] - b[start] - b[length]))
  }
  // Off from the even places, so that there is something to even.
  await board.select('Orders')
  await keys.press('edit.nudgeRightFar')
  await keys.press('edit.nudgeDownFar')
  await expect.poll(() => uneven('x', 'width')).toBeGreaterThan(2)
  await board.select(...THREE)
  await keys.press('edit.distributeAcross')
  await expect.poll(() => uneven('x', 'width')).toBeLessThanOrEqual(1)
  await keys.press('edit.distributeDown')
  await expect.poll(() => uneven('y', 'height')).toBeLessThanOrEqual(1)
  await stepBack(walker, 3)
  await expect.poll(() => boxes(walker)).toEqual(before)
}

const frontAndBack: Walk = async (walker) => {
  const { page, board, keys, palette, history } = walker
  const notes = board.frame.locator('.notes [data-thing]')
  for (const x of [80, 300]) {
    await palette.clickClick('Note', { x, y: 80 })
    await page.keyboard.press('Escape')
  }
  await expect(notes).toHaveCount(2)
  const order = () => notes.evaluateAll((all) => all.map((one) => one.getAttribute('data-thing')))
  const [first, second] = await order()
  // The second is selected: it goes to the back, and to the front again, by each of its keys.
  await keys.each('edit.toBack', async (which) => {
    await expect.poll(order).toEqual([second, first])
    await keys.press('edit.toFront', which)
    await expect.poll(order).toEqual([first, second])
  })
  await history.all('undo')
  await expect(notes).toHaveCount(0)
}

const NUDGES = [
  ['Right', 1, 0],
  ['Left', -1, 0],
  ['Down', 0, 1],
  ['Up', 0, -1],
] as const

const nudge: Walk = async (walker) => {
  const { board, keys, history } = walker
  const unit = 0.2 * (await board.zoom())
  await board.select('Client')
  for (const [side, right, down] of NUDGES) {
    for (const [far, steps] of [
      ['', 1],
      ['Far', 5],
    ] as const) {
      const { x, y } = await boxOf(walker, 'Client')
      await keys.press(`edit.nudge${side}${far}`)
      const now = async () => {
        const box = await boxOf(walker, 'Client')
        return [box.x, box.y]
      }
      const wanted = [x + right * steps * unit, y + down * steps * unit]
      await expect.poll(now).toEqual(wanted.map((place) => expect.closeTo(place, 0)))
    }
  }
  await history.all('undo')
}

const snapping: Walk = async (walker) => {
  const { page, board, keys, history, say } = walker
  const unit = (await board.zoom()) / 100
  const step = async () => {
    const { y } = await boxOf(walker, 'Client')
    await keys.press('edit.nudgeDown')
    let by = 0
    await expect.poll(async () => (by = (await boxOf(walker, 'Client')).y - y)).toBeGreaterThan(0)
    return Math.round(by / unit)
  }
  await board.select('Client')
  const steps: number[] = []
  await keys.each('view.grid', async () => void steps.push(await step()))
  expect(steps).toEqual([1, 20])
  await history.all('undo')
  const isSnapping = async () => {
    await board.frame.click({ button: 'right', position: { x: 60, y: 40 } })
    const item = page.getByRole('menuitemradio', { name: say('commands:view.objectSnap') })
    const checked = await item.getAttribute('aria-checked')
    await page.keyboard.press('Escape')
    await expect(item).toHaveCount(0)
    return checked
  }
  expect(await isSnapping()).toBe('true')
  await keys.press('view.objectSnap')
  expect(await isSnapping()).toBe('false')
  await keys.press('view.objectSnap')
}

const lock: Walk = async (walker) => {
  const { page, board, keys, say } = walker
  await board.select('Client')
  await keys.press('edit.lock')
  const locked = say('canvas:label.locked', { label: '' })
  await expect(board.service('Client')).toHaveAccessibleName(new RegExp(`${locked}$`))
  const before = await boxOf(walker, 'Client')
  await page.keyboard.press('Delete')
  await keys.press('edit.nudgeDown')
  await keys.press('edit.lock')
  await expect(board.service('Client')).not.toHaveAccessibleName(new RegExp(`${locked}$`))
  expect(await boxOf(walker, 'Client')).toEqual(before)
  await stepBack(walker, 2)
}

const tidyUp: Walk = async (walker) => {
  const { keys, history } = walker
  const before = await boxes(walker)
  await keys.press('layout.tidyUp')
  await expect(history.button('undo')).toBeVisible()
  await stepBack(walker, 1)
  await keys.press('view.fitAll')
  await expect.poll(() => boxes(walker)).toEqual(before)
}

export const ARRANGING = {
  'Undo and redo': undoRedo,
  Align: align,
  Distribute: distribute,
  'Front and back': frontAndBack,
  Nudge: nudge,
  'Grid and object snap': snapping,
  Lock: lock,
  'Tidy up': tidyUp,
}
