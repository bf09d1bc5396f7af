/** axe finds nothing serious on any screen or dialog, in either theme. Row 46. */
import { resolve } from 'node:path'
import { expect, test } from './pages/test'
import { seriousFindings } from './support/axe'

const file = resolve(import.meta.dirname, '../../resources/templates/three-services.dryrun.json')

test('row 46: the start page and the gallery', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Alt+Shift+D')
  expect(await seriousFindings(page)).toEqual([])
})

test('row 46: a card with its question, with its answer', async ({ page, cards }) => {
  await cards.deck('HTTP').click()
  await expect(cards.question).toBeVisible()
  expect(await seriousFindings(page), 'question').toEqual([])
  await page.keyboard.press('Space')
  await expect(cards.rating('good')).toBeVisible()
  expect(await seriousFindings(page), 'answer').toEqual([])
  await page.keyboard.press('Alt+Shift+D')
  expect(await seriousFindings(page), 'dark').toEqual([])
})

test.describe('with a scenario', () => {
  test.use({ file })

  test('row 46: the board while drawing and running, its views and its dialogs', async ({
    page,
    board,
    run,
    say,
  }) => {
    await expect(board.services).toHaveCount(5)
    expect(await seriousFindings(page), 'drawing').toEqual([])
    await run.start()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await seriousFindings(page), 'running').toEqual([])
    for (const view of ['state', 'wire', 'review'] as const) {
      await page.getByRole('tab', { name: new RegExp(`^${say(`app:view.${view}`)}`) }).click()
      expect(await seriousFindings(page), view).toEqual([])
    }
    await page.keyboard.press('Alt+Shift+D')
    expect(await seriousFindings(page), 'dark').toEqual([])
    await run.edit()
    for (const [name, keys] of [
      ['export', 'ControlOrMeta+Shift+E'],
      ['shortcuts', 'F1'],
      ['palette', 'ControlOrMeta+Shift+P'],
      ['load', 'Alt+Shift+R'],
    ] as const) {
      await page.keyboard.press(keys)
      await expect(page.getByRole('dialog').first(), name).toBeVisible()
      expect(await seriousFindings(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog'), name).toHaveCount(0)
    }
  })
})
