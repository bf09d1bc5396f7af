/** Drills: from the start page to the report, and nothing lost when the window goes in the middle. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseAnswer } from '../../src/shared/drills/parse-answer'
import { textIn } from '../../src/shared/scenario/text'
import { accessibilityGaps } from './pages/accessibility'
import { DrillPage } from './pages/drill'
import { expect, test } from './pages/test'
import { wordsIn } from './pages/words'
import { OF_THE_PAGE } from './support/of-the-page'

type Text = Parameters<typeof textIn>[0]
interface DrillFile {
  readonly title: Text
  readonly checks: readonly { readonly id: string; readonly title: Text }[]
}
const read = async (id: string): Promise<DrillFile> => {
  const path = resolve(import.meta.dirname, `../../resources/drills/${id}.drill.json`)
  return JSON.parse(await readFile(path, 'utf8'))
}

for (const language of ['en', 'ru'] as const) {
  test.describe(language, () => {
    test.use({ language })

    test('a drill is begun, checked, watched, put right, compared and reported', {
      tag: language === 'ru' ? [OF_THE_PAGE] : [],
    }, async ({ page, app, board, run, drill, say }) => {
      const { title, checks } = await read('outbox')
      const named = (id: string) =>
        textIn(checks.find((check) => check.id === id)?.title ?? id, language)
      const heading = textIn(title, language)

      await test.step('it is begun: the board is there, the time runs', async () => {
        await expect(drill.list.getByRole('button')).toHaveCount(20)
        await drill.begin(heading)
        await expect(board.services).toHaveCount(4)
        await expect(drill.timer).toHaveText(/^9:5\d$/)
        await drill.button('timer.extend', { minutes: 5 }).click()
        await expect(drill.timer).toHaveText(/^14:[45]\d$/)
        await drill.button('timer.pause').click()
        await expect(drill.button('timer.resume')).toBeVisible()
      })

      await test.step('a hint costs, a check says what breaks', async () => {
        await drill.button('hints.take', { percent: 10 }).click()
        await expect(drill.button('hints.take', { percent: 15 })).toBeVisible()
        await drill.button('check').click()
        await drill.expectCheck(named('nothing-lost'), 'failed')
        await drill.expectCheck(named('nothing-invented'), 'passed')
        await expect(drill.panel.getByText('28 %').first()).toBeVisible()
        expect(await accessibilityGaps(page)).toEqual([])
      })

      await test.step('the run that shows it is watched, and the answer comes back', async () => {
        const check = drill.check(named('nothing-lost'))
        await check.getByRole('button', { name: say('drills:watch'), exact: true }).click()
        await expect(run.promiseSign(named('nothing-lost'), 'violated')).toBeVisible()
        await page.getByRole('button', { name: say('drills:watching.back'), exact: true }).click()
        await expect(board.services).toHaveCount(4)
        await expect(page.getByText(say('drills:watching'))).toHaveCount(0)
      })

      await test.step('the model answer shows the difference', async () => {
        await drill.openTab('model')
        await drill.button('reveal').click()
        await drill.button('compareBoards').click()
        const dialog = page.getByRole('dialog')
        await expect(dialog.getByText(say('drills:feature.outbox'))).toBeVisible()
        await page.keyboard.press('Escape')
      })

      await test.step('put right, everything passes', async () => {
        await page.getByRole('tab', { name: new RegExp(`^${say('app:view.review')}`) }).click()
        const fixes = page.getByRole('button', { name: say('review:fix'), exact: true })
        for (let left = await fixes.count(); left > 0; left = await fixes.count()) {
          await fixes.first().click()
          await expect.poll(() => fixes.count()).toBeLessThan(left)
        }
        await drill.openTab('question')
        await drill.button('check').click()
        await drill.expectCheck(named('nothing-lost'), 'passed')
        await drill.expectCheck(named('once'), 'passed')
        await expect(drill.panel.getByText(say('drills:allPassed'))).toBeVisible()
      })

      await test.step('the report tells it, with the picture', async () => {
        await drill.openTab('interviewer')
        const notes = say('drills:report.notes')
        await drill.panel.getByRole('textbox', { name: notes }).fill('Good at failures.')
        const html = await app.exported(() => drill.button('report.html').click())
        expect(html.name).toBe(`${heading}.html`)
        const text = html.bytes.toString('utf8')
        expect(text).toContain('<svg')
        expect(text).toContain('Good at failures.')
        const markdown = await app.exported(() => drill.button('report.md').click())
        expect(markdown.bytes.toString('utf8')).toContain(`# ${heading}`)
        expect(markdown.bytes.toString('utf8')).toContain(named('nothing-lost'))
      })

      await test.step('the start page knows that it is done', async () => {
        await drill.button('leave').click()
        await expect(drill.row(heading)).toContainText('28 %')
        await expect(drill.list).toContainText(say('drills:list.progress', { done: 1, of: 20 }))
      })
    })
  })
}

test('a window that goes in the middle loses nothing: board, answers, time', async ({
  app,
  page,
  board,
  drill,
  palette,
  home,
  launch,
  say,
}) => {
  const { title } = await read('poison-message')
  const heading = textIn(title, 'en')
  await drill.begin(heading)
  await expect(board.services).toHaveCount(2)
  await palette.clickClick('Cache', { x: 150, y: 120 })
  await expect(board.services).toHaveCount(3)
  await page.getByRole('checkbox', { name: 'An alert' }).check()
  const kept = () =>
    readFile(join(home, 'drills', 'poison-message.session.json'), 'utf8').catch(() => '')
  await expect.poll(kept).toContain('"alert"')
  await expect.poll(kept).toContain('"cache"')
  await app.kill()
  const again = await launch()
  const reopened = new DrillPage(again.page, wordsIn('en'))
  await expect(reopened.row(heading)).toContainText(say('drills:list.open'))
  await reopened.begin(heading)
  await expect(again.page.locator('[data-service]')).toHaveCount(3)
  await expect(again.page.getByRole('checkbox', { name: 'An alert' })).toBeChecked()
})

test('what is over time is said, and words are answered without a board', {
  tag: OF_THE_PAGE,
}, async ({ home, launch }) => {
  await mkdir(join(home, 'drills'), { recursive: true })
  const late = {
    session: 1,
    drill: 'other-protocols',
    state: 'open',
    answers: {},
    hints: 0,
    revealed: false,
    elapsedMs: 8 * 60_000,
    extraMinutes: 0,
    notes: '',
    marks: {},
    checked: 0,
  }
  await writeFile(join(home, 'drills', 'other-protocols.session.json'), JSON.stringify(late))
  const { page } = await launch()
  const drill = new DrillPage(page, wordsIn('en'))
  await drill.begin('What other protocols are there?')
  await expect(drill.timer).toHaveText(/^\+1:\d\d$/)
  await page.getByRole('checkbox', { name: '50069' }).check()
  await drill.button('check').click()
  await drill.expectCheck('A passive port', 'passed')
  await drill.expectCheck('What is true?', 'failed')

  await test.step('a board that is asked about is a picture; its rules answer a wrong label', async () => {
    await drill.button('leave').click()
    await drill.begin('Which software architectures do you know?')
    const diagram = drill.panel.getByRole('button', { name: 'Enlarge: Diagram C' }).nth(1)
    await diagram.press('Enter')
    await expect(page.getByRole('dialog').getByRole('img', { name: 'Diagram C' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(diagram).toBeFocused()
    await drill.panel.getByRole('combobox', { name: 'Diagram C' }).nth(1).press('Enter')
    await page.getByRole('option', { name: 'Layered', exact: true }).press('Enter')
    await drill.button('check').click()
    await expect(drill.panel.getByText('Order rules depends on Report page above it')).toBeVisible()
  })
})

test('a drill of one’s own is begun from its file, and a wrong one says what is wrong', async ({
  app,
  page,
  drill,
  files,
  start,
  board,
  say,
}) => {
  const path = resolve(import.meta.dirname, '../../resources/drills/http-tcp.drill.json')
  const own = { ...JSON.parse(await readFile(path, 'utf8')), id: 'own', title: 'My question' }
  const wrong = { ...own, minutes: 0, corrects: [{ mistake: 'one' }] }
  await files.dropBytes('wrong.drill.json', Buffer.from(JSON.stringify(wrong)))
  await expect(page.getByRole('dialog')).toContainText('minutes')
  await expect(page.getByRole('dialog')).toContainText('corrects[0].right')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('app:understood') })
    .click()
  await files.dropBytes('own.drill.json', Buffer.from(JSON.stringify(own)))
  await expect(drill.panel.getByRole('heading', { name: 'My question' })).toBeVisible()
  await drill.button('leave').click()
  const mine = page.getByRole('list', { name: say('drills:group.own'), exact: true })
  const remove = say('drills:list.remove', { title: 'My question' })
  await mine.getByRole('button', { name: remove }).press('Enter')
  await expect(mine).toContainText(say('drills:list.removed', { title: 'My question' }))
  await expect(drill.list).toContainText(say('drills:list.progress', { done: 0, of: 20 }))
  await page.keyboard.press('Enter')
  await expect(mine.getByRole('button', { name: /^My question/ })).toBeFocused()
  await expect(drill.list).toContainText(say('drills:list.progress', { done: 0, of: 21 }))
  await mine.getByRole('button', { name: /^My question/ }).click()
  await drill.openTab('interviewer')
  const answer = await app.exported(() => drill.button('answerFile').click())
  expect(answer.name).toBe('own.answer.json')
  expect(parseAnswer(answer.bytes.toString('utf8'), 'own')).toMatchObject({
    ok: true,
    value: { hints: 0 },
  })
  const other = join(files.folder, 'other.drill.json')
  await writeFile(other, JSON.stringify({ ...own, id: 'other', title: 'Another question' }))
  await drill.button('leave').click()
  await mine.getByRole('button', { name: remove }).click()
  await files.open(other)
  await expect(drill.panel.getByRole('heading', { name: 'Another question' })).toBeVisible()

  // The gallery is another place like the start page: the drill waits, and shows over nothing else.
  await page.keyboard.press('ControlOrMeta+Shift+P')
  await page.keyboard.type(say('commands:help.gallery'))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: say('gallery:back'), exact: true }).click()
  await expect(mine.getByRole('button', { name: /^Another/ })).toContainText(
    say('drills:list.open'),
  )
  await start.openTemplate('Three services')
  await expect(board.services.first()).toBeVisible()
  await expect(drill.panel).toHaveCount(0)
})

test('the packets of a drill’s board are seen before it is checked, and again from its result', {
  tag: OF_THE_PAGE,
}, async ({ page, drill, say }) => {
  await drill.begin('HTTP and HTTPS')
  await drill.button('showPackets').nth(1).click()
  const packets = page.getByRole('list', { name: 'Packets' })
  await expect(page.getByRole('combobox', { name: say('wire:tls') })).toHaveText(/1\.2/)
  await drill.button('check').click()
  await drill.expectCheck('TLS 1.3: 150 ms to the first byte', 'failed')
  await drill.button('showPackets').first().click()
  await expect(page.getByRole('combobox', { name: say('wire:tls') })).toHaveText(/1\.3/)
  await expect(packets).toContainText('ClientHello')
})
