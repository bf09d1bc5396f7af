/** The views of a run move together and keep their places; language, theme and keys work at once, everywhere. */
import type { Locator } from '@playwright/test'
import { accessibilityGaps } from './pages/accessibility'
import { colourOf } from './pages/colours'
import { template } from './pages/template'
import { expect, test } from './pages/test'
import { wordsIn } from './pages/words'

/** Of the five services, which break a promise by themselves. */
const SAVED = 'Orders saved order o1 as new'
const SAVED_AT = 11
const PAID_AT = 18
const BROKEN_AT = 31
const LAST = 41

test.beforeEach(async ({ start }) => {
  const { title } = await template('five-services', 'en')
  await start.openTemplate(title)
})

test('a click in any view moves the others', async ({ board, run, inspector, say }) => {
  const { nameOf } = await template('five-services', 'en')
  const isAt = async (position: number, sentence: string) => {
    await run.expectAt(position)
    await expect(run.current).toContainText(sentence)
    await expect(run.sequence).toHaveAccessibleName(`${say('run:sequence')}: ${sentence}`)
    await expect(inspector.panel).toContainText(sentence)
  }
  await run.start()

  await test.step('the step list', async () => {
    await run.step(SAVED).getByRole('button', { name: SAVED }).click()
    await isAt(SAVED_AT, SAVED)
    await expect(
      board.line('sql', 'Orders', 'Orders DB').locator('[stroke="var(--mark)"]'),
    ).toHaveCount(1)
    await expect(board.service('Orders')).toHaveAttribute('aria-current')
  })

  await test.step('the cause of a step', async () => {
    await run.current.getByRole('button', { name: say('run:step.cause', { seq: 10 }) }).click()
    await isAt(10, 'Orders received 200 from Users')
  })

  await test.step('the sequence', async () => {
    await run.sequence.getByText(String(PAID_AT), { exact: true }).click()
    await isAt(PAID_AT, 'Orders sent POST /payments to Payment')
    await expect(run.current).toBeInViewport()
  })

  await test.step('the track', async () => {
    const box = await run.slider.boundingBox()
    if (!box) throw new Error('the track is shown')
    // Half a knob of room at either end.
    const x = 10 + ((box.width - 20) * 5) / LAST
    await run.slider.click({ position: { x, y: box.height / 2 } })
    await isAt(5, 'Orders sent GET /users/{id} to Users')
  })

  await test.step('a promise', async () => {
    const promise = run.promise(nameOf('charge-once'))
    await promise
      .getByRole('button', { name: say('run:promise.breaks', { seq: BROKEN_AT }) })
      .click()
    const values = { order: 'o1', title: nameOf('charge-once'), values: 'effects.charge = 2' }
    await isAt(BROKEN_AT, say('steps:invariant.violated', values))
    await expect(run.current).toBeInViewport()
    await expect(promise).toContainText(say('run:promise.broke', { seq: BROKEN_AT }))
  })

  await test.step('the buttons', async () => {
    await run.button('back').click()
    await run.expectAt(BROKEN_AT - 1)
    await run.button('first').click()
    await run.expectAt(0)
    await expect(run.button('back')).toBeDisabled()
    await run.button('last').click()
    await run.expectAt(LAST)
    await expect(run.button('forward')).toBeDisabled()
  })
})

test('the steps are narrowed by words, service and kind', async ({ page, run, say }) => {
  const filter = page.getByRole('search', { name: say('run:filter') })
  const shown = run.steps.getByRole('listitem').filter({ has: page.getByRole('button') })
  const choose = async (which: string, option: string) => {
    await filter.getByRole('combobox', { name: say(`run:filter.${which}`) }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  await run.start()
  await filter.getByRole('searchbox').fill('charged the card')
  await expect(shown).toHaveCount(2)
  await expect(filter.getByRole('status')).toHaveText(
    say('run:filter.count', { shown: 2, all: LAST }),
  )
  await filter.getByRole('searchbox').fill('')
  await choose('service', 'Notifications')
  await choose('group', say('run:group.data'))
  await expect(shown).toHaveCount(1)
  await expect(shown).toContainText('Notifications told the customer about o1')
  await filter.getByRole('searchbox').fill('nothing like it')
  await expect(page.getByText(say('run:steps.noneMatch'))).toBeVisible()
  await page
    .getByRole('button', { name: say('run:filter.clear') })
    .first()
    .click()
  await expect(run.step(SAVED)).toBeVisible()
})

test('no view loses its scroll', async ({ page, run, say }) => {
  const scrolled = (view: Locator) =>
    view.evaluate((element) => element.parentElement?.scrollTop ?? -1)
  await run.start()
  await run.button('last').click()
  await expect.poll(() => scrolled(run.steps)).toBeGreaterThan(0)
  await run.current.hover()
  await page.mouse.wheel(0, -300)
  const back = page.getByRole('tabpanel', { name: say('app:view.steps') }).getByRole('button', {
    name: say('run:backToNow'),
  })
  await expect(back).toBeVisible()
  const place = await scrolled(run.steps)
  expect(place).toBeGreaterThan(0)
  const sequence = await scrolled(run.sequence)
  await run.tab('state').click()
  await expect(run.order('o1')).toBeVisible()
  await run.tab('steps').click()
  await expect.poll(() => scrolled(run.steps)).toBe(place)
  // Stepping moves the run, not the place where the user is reading.
  await run.button('back').click()
  await run.expectAt(LAST - 1)
  expect(await scrolled(run.steps)).toBe(place)
  expect(sequence).toBeGreaterThan(0)
  await back.click()
  await expect(run.current).toBeInViewport()
  // Where the user goes by a click, the view follows again.
  await page.mouse.wheel(0, -300)
  await expect(back).toBeVisible()
  await run.step('Notifications told the customer').getByRole('button').first().click()
  await expect(back).toHaveCount(0)
  await run.button('last').click()
  await expect(run.current).toBeInViewport()
})

test('language and theme change at once, and stay', async ({ page, board, run, say, start }) => {
  const russian = wordsIn('ru')
  const { title, nameOf } = await template('five-services', 'ru')
  await run.start()
  await run.step(SAVED).getByRole('button', { name: SAVED }).click()
  await page.getByRole('button', { name: say('app:language.other') }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(board.frame).toHaveCount(0)
  const values = { service: nameOf('orders'), entity: 'order', order: 'o1', status: 'new' }
  const sentence = russian('steps:row.saved', values)
  await expect(page.getByRole('slider', { name: russian('run:scrubber') })).toHaveAttribute(
    'aria-valuetext',
    `${SAVED_AT}. ${sentence}`,
  )
  await expect(page.getByRole('list', { name: russian('run:steps') })).toContainText(sentence)
  const named = page.getByRole('group', { name: new RegExp(`^${nameOf('charging')}, `) })
  await expect(named).toBeVisible()
  await expect(named).toContainText(nameOf('charging'))
  expect(await accessibilityGaps(page)).toEqual([])

  const light = await colourOf(page, '--paper')
  await page.getByRole('button', { name: russian('app:theme.toDark') }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await colourOf(page, '--paper')).not.toBe(light)
  await expect(page.locator('body')).toHaveCSS('color', await colourOf(page, '--ink'))

  await page.keyboard.press('Alt+Shift+L')
  await page.keyboard.press('Alt+Shift+D')
  await expect(start.title).toHaveValue('Five services')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.keyboard.press('Alt+Shift+L')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(page.getByRole('button', { name: title }).first()).toBeVisible()
})

test('the run, the view and the help are all at the keyboard', async ({
  page,
  board,
  run,
  say,
}) => {
  await test.step('the run', async () => {
    await page.keyboard.press('r')
    await expect(board.locked).toBeVisible()
    for (const [key, position] of [
      ['ArrowRight', 1],
      ['.', 2],
      ['ArrowLeft', 1],
      ['End', LAST],
      ['Home', 0],
    ] as const) {
      await page.keyboard.press(key)
      await run.expectAt(position)
    }
    await page.keyboard.press('Space')
    await expect(run.button('pause')).toBeVisible()
    await expect.poll(() => run.position()).toBeGreaterThan(1)
    await page.keyboard.press('Space')
    await expect(run.button('play')).toBeVisible()
    await page.keyboard.press('e')
    await expect(board.locked).toHaveCount(0)
  })

  await test.step('the step list and the track', async () => {
    await page.keyboard.press('r')
    await page.keyboard.press('Home')
    await run.step('Orders began to handle').getByRole('button', { name: /began/ }).click()
    await page.keyboard.press('ArrowDown')
    await run.expectAt(5)
    await expect(run.current.getByRole('button').first()).toBeFocused()
    await run.slider.focus()
    await page.keyboard.press('ArrowRight')
    await run.expectAt(6)
  })

  await test.step('the view', async () => {
    await page.keyboard.press('e')
    const fitting = await board.zoom()
    await page.keyboard.press('ControlOrMeta+0')
    await expect.poll(() => board.zoom()).toBe(100)
    await page.keyboard.press('ControlOrMeta+-')
    await expect.poll(() => board.zoom()).toBe(80)
    await page.keyboard.press('Shift+1')
    await expect.poll(() => board.zoom()).toBe(fitting)
  })

  await test.step('the help', async () => {
    await page.keyboard.press('F1')
    const help = page.getByRole('dialog', { name: say('app:shortcuts.title') })
    await expect(help).toContainText(say('commands:layout.tidyUp'))
    await page.keyboard.press('Escape')
    await expect(help).toHaveCount(0)
  })
})

test('everything has a name and can be reached', async ({ page, app, board, run, say }) => {
  const dialog = page.getByRole('dialog')
  const isClear = async (what: string) => expect(await accessibilityGaps(page), what).toEqual([])
  await isClear('the board')
  await board.selectLine('rest', 'Client', 'Orders')
  await expect(board.protocol('rest')).toBeVisible()
  await isClear('a line with its picker')
  await board.service('Card charge').click()
  await isClear('a service')
  await board.service('Card charge').click({ button: 'right' })
  await expect(page.getByRole('menu')).toBeVisible()
  await isClear('a menu')
  await page.keyboard.press('Escape')
  await run.start()
  await run.button('forward').click()
  await isClear('a run')
  await run.tab('state').click()
  await isClear('a state')
  await page.keyboard.press('ControlOrMeta+Shift+E')
  await expect(dialog).toBeVisible()
  await isClear('the export')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await expect(dialog).toBeVisible()
  await isClear('the help')
  await page.keyboard.press('Escape')
  if (app.electron === undefined) {
    await page.keyboard.press('ControlOrMeta+O')
    await expect(dialog).toBeVisible()
    await isClear('opening')
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: say('app:menu') }).click()
  await isClear('the menu of files')
  await page.getByRole('menuitem', { name: say('commands:file.start') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await isClear('the start page')
})
