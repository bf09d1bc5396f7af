/** Walks of the rows about what is seen, found, handed out and run. */
import { expect } from '@playwright/test'
import type { Walk } from './walker'

const zoom: Walk = async ({ page, board, keys }) => {
  await keys.press('view.zoom100')
  await expect.poll(() => board.zoom()).toBe(100)
  await keys.each('view.zoomIn', async (which) => {
    await expect.poll(() => board.zoom()).toBe(125)
    await keys.press('view.zoomOut', which)
    await expect.poll(() => board.zoom()).toBe(100)
  })
  for (const [key, end] of [
    ['ControlOrMeta++', 400],
    ['ControlOrMeta+-', 10],
  ] as const) {
    const pressed = async () => {
      await page.keyboard.press(key)
      return board.zoom()
    }
    await expect.poll(pressed, { intervals: [250] }).toBe(end)
  }
  await keys.press('view.fitAll')
}

const fit: Walk = async ({ board, keys }) => {
  const whole = await board.zoom()
  await board.select('Orders')
  await keys.press('view.zoom100')
  await keys.press('view.fitAll')
  await expect.poll(() => board.zoom()).toBe(whole)
  await keys.press('view.zoomOut')
  await keys.press('view.fitSelection')
  await expect.poll(() => board.zoom()).toBe(100)
  await keys.press('view.fitAll')
  await expect.poll(() => board.zoom()).toBe(whole)
}

const theme: Walk = async ({ page, keys }) => {
  const root = page.locator('html')
  const [light, english] = [await root.getAttribute('data-theme'), await root.getAttribute('lang')]
  await keys.press('view.theme')
  await expect(root).not.toHaveAttribute('data-theme', light ?? '')
  await keys.press('view.theme')
  await expect(root).toHaveAttribute('data-theme', light ?? '')
  await keys.press('view.language')
  await expect(root).not.toHaveAttribute('lang', english ?? '')
  await keys.press('view.language')
  await expect(root).toHaveAttribute('lang', english ?? '')
}

const dialogs: Walk = async ({ page, keys, say }) => {
  for (const [id, title] of [
    ['help.palette', 'app:palette.title'],
    ['view.find', 'app:find.title'],
    ['help.shortcuts', 'app:shortcuts.title'],
  ] as const) {
    await keys.each(id, async () => {
      await expect(page.getByRole('dialog', { name: say(title) })).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    })
  }
}

const handOut: Walk = async ({ page, app, keys, say }) => {
  await keys.press('file.export')
  await expect(page.getByRole('dialog', { name: say('app:export.title') })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // A page of the desktop's stand-in may be refused the clipboard, and then says so.
  const copied = page.getByText(say('app:notice.pictureCopied'))
  const told =
    app.electron === undefined
      ? copied
      : copied.or(page.getByText(say('app:notice.pictureNotCopied')))
  if (app.electron === undefined) {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  }
  await keys.press('edit.copyPicture')
  await expect(told).toBeVisible()
}

const newAndReopen: Walk = async ({ board, files, keys, start }) => {
  await files.saveAs('closed.dryrun.json')
  const title = await start.title.inputValue()
  await keys.each('file.new', async (which) => {
    await expect(board.empty).toBeVisible()
    await keys.press('file.reopenClosed', which)
    await expect(start.title).toHaveValue(title)
    await expect(board.services).toHaveCount(5)
  })
}

const run: Walk = async ({ page, board, keys, run: shown, say }) => {
  await keys.press('mode.run')
  await expect(board.locked).toBeVisible()
  await keys.press('run.first')
  await shown.expectAt(0)
  await keys.each('run.forward', (which) => shown.expectAt(which + 1))
  await keys.each('run.back', (which) => shown.expectAt(1 - which))
  await keys.press('run.last')
  await expect.poll(() => shown.position()).toBeGreaterThan(5)
  await keys.press('run.first')
  await keys.each('run.playPause', async (which) => {
    await expect(shown.button(which === 0 ? 'pause' : 'play')).toBeVisible()
  })
  for (const [id, title] of [
    ['run.findFailures', 'explore:title'],
    ['run.load', 'load:title'],
  ] as const) {
    await keys.press(id)
    await expect(page.getByRole('dialog', { name: say(title), exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await keys.press('mode.edit')
  await expect(board.locked).toHaveCount(0)
}

export const LOOKING = {
  Zoom: zoom,
  Fit: fit,
  Theme: theme,
  'Palette, find, help': dialogs,
  Export: handOut,
  'New and reopen': newAndReopen,
  Run: run,
}
