/** Cards: leafed through by the keyboard, kept, and taken to another computer and back. */
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Deck } from '../../src/shared/cards/deck'
import { parseProgress } from '../../src/shared/cards/progress'
import { textIn } from '../../src/shared/scenario/text'
import { accessibilityGaps } from './pages/accessibility'
import { CardsPage } from './pages/cards'
import { expect, test } from './pages/test'
import { wordsIn } from './pages/words'
import { seriousFindings } from './support/axe'
import { OF_THE_PAGE } from './support/of-the-page'

const NEW_A_DAY = 20

const read = async (id: string): Promise<Deck> =>
  JSON.parse(
    await readFile(resolve(import.meta.dirname, `../../resources/cards/${id}.cards.json`), 'utf8'),
  )

test('cards are asked, answered, rated, taken back, kept and counted', {
  tag: OF_THE_PAGE,
}, async ({ app, page, cards, home, launch, say }) => {
  const { title, cards: asked } = await read('http')
  const question = (at: number) => textIn(asked[at]?.ask ?? '', 'en')
  const name = textIn(title, 'en')
  const kept = () => readFile(join(home, 'cards.json'), 'utf8').catch(() => '')

  await test.step('the start page says what there is, and begins a deck', async () => {
    await expect(cards.section).toContainText(say('cards:fresh', { fresh: NEW_A_DAY }))
    await cards.deck(name).click()
    await expect(cards.question).toHaveText(question(0))
    await expect(cards.button('undo')).toBeDisabled()
    await expect(page.getByText(textIn(asked[0]?.answer ?? '', 'en'))).toHaveCount(0)
  })

  await test.step('the answer, and when it would come back', async () => {
    await expect(cards.card.getByRole('button')).toBeFocused()
    await page.keyboard.press('Space')
    await expect(page.getByText(textIn(asked[0]?.answer ?? '', 'en'))).toBeVisible()
    await expect(cards.rating('good')).toBeFocused()
    await expect(cards.rating('again')).toContainText(say('cards:interval.minutes', { n: 1 }))
    await expect(cards.rating('easy')).toContainText(say('cards:interval.days', { n: 8 }))
    expect(await accessibilityGaps(page)).toEqual([])
    await page.keyboard.press('4')
    await expect(cards.question).toHaveText(question(1))
  })

  await test.step('what was rated by mistake is taken back', async () => {
    await cards.rate('1')
    await expect(cards.question).toHaveText(question(2))
    await expect.poll(kept).toContain('http/http-request')
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(cards.question).toHaveText(question(1))
    await expect.poll(kept).not.toContain('http/http-request')
    await page.keyboard.press('4')
    await expect(cards.question).toHaveText(question(2))
  })

  await test.step('the card leads to its drill', async () => {
    await page.keyboard.press('Space')
    await cards.button('see.drill').click()
    await expect(page.getByRole('region', { name: say('drills:panel') })).toBeVisible()
    await page.getByRole('button', { name: say('drills:leave'), exact: true }).click()
    await expect(cards.deck(name)).toContainText(
      say('cards:deck.progress', { seen: 2, all: asked.length }),
    )
  })

  await test.step('it is all there after the window was killed', async () => {
    await expect.poll(kept).toContain('http/http-request')
    await app.kill()
    const again = new CardsPage(await launch(), wordsIn('en'))
    await expect(again.deck(name)).toContainText(
      say('cards:deck.progress', { seen: 2, all: asked.length }),
    )
    await expect(again.section).toContainText(say('cards:fresh', { fresh: NEW_A_DAY - 2 }))
    await again.deck(name).click()
    await expect(again.question).toHaveText(question(2))
  })
})

test.describe('ru', () => {
  test.use({ language: 'ru' })

  test('in Russian too: a card of a deck, its answer, the next one', { tag: OF_THE_PAGE }, async ({
    page,
    cards,
    say,
  }) => {
    const { title, cards: asked } = await read('services')
    const [first, second] = asked.map(({ ask }) => textIn(ask, 'ru'))
    await cards.deck(textIn(title, 'ru')).click()
    await expect(cards.question).toHaveText(first ?? '')
    await page.keyboard.press('Space')
    await expect(page.getByText(textIn(asked[0]?.answer ?? '', 'ru'))).toBeVisible()
    await expect(cards.rating('easy')).toContainText(say('cards:interval.days', { n: 8 }))
    await page.keyboard.press('4')
    await expect(cards.question).toHaveText(second ?? '')
    await cards.button('back').click()
    const seen = say('cards:deck.progress', { seen: 1, all: asked.length })
    await expect(cards.deck(textIn(title, 'ru'))).toContainText(seen)
  })
})

test('a day ends, goes on when one likes, and comes back when it is due', {
  tag: OF_THE_PAGE,
}, async ({ page, cards, say }) => {
  await page.clock.install({ time: new Date('2026-11-28T10:00:00') })
  await page.reload()
  await cards.deck('Three services').click()
  for (let at = 0; at < 13; at += 1) await cards.rate('4')
  await expect(cards.done).toBeVisible()
  await expect(cards.done).toContainText('December 6, 2026')
  expect(await seriousFindings(page)).toEqual([])
  await cards.button('done.others').click()
  for (let at = 13; at < NEW_A_DAY; at += 1) await cards.rate('4')
  await cards.button('done.more', { n: 10 }).click()
  await cards.rate('1')
  await page.clock.setSystemTime(new Date('2026-12-06T12:00:00'))
  await cards.button('back').click()
  await expect(cards.deck('Three services')).toContainText(say('cards:due', { due: 13 }))
  await expect(cards.section).toContainText(say('cards:due', { due: NEW_A_DAY + 1 }))
})

test('progress is exported, imported elsewhere, and a wrong file says what is wrong', async ({
  app,
  page,
  cards,
  home,
  files,
  say,
}) => {
  await cards.deck('HTTP').click()
  await cards.rate('4')
  await cards.rate('3')
  const exported = await app.exported(() => cards.button('export').click())
  expect(exported.name).toBe('cards.progress.json')
  const text = exported.bytes.toString('utf8')
  const progress = parseProgress(text)
  const keys = progress.ok ? Object.keys(progress.value) : []
  expect(keys).toEqual(['http/http-request', 'http/http-what'])
  await page.keyboard.press('ControlOrMeta+Z')
  await page.keyboard.press('ControlOrMeta+Z')
  await cards.button('back').click()
  await expect(cards.deck('HTTP')).toContainText(say('cards:deck.progress', { seen: 0, all: 19 }))

  const path = join(home, 'from-elsewhere.json')
  await writeFile(path, text)
  await cards.deck('HTTP').click()
  await cards.importFile(path)
  await expect(page.getByText(say('cards:broughtIn', { cards: 2 }))).toBeVisible()
  await expect(cards.deck('HTTP')).toContainText(say('cards:deck.progress', { seen: 2, all: 19 }))

  const wrong = text.replace('"progress": 1', '"progress": 7')
  await files.dropBytes('wrong.progress.json', Buffer.from(wrong))
  await expect(page.getByRole('dialog')).toContainText('7')
  await page.keyboard.press('Escape')
  await files.dropBytes('same.progress.json', exported.bytes)
  await expect(cards.deck('HTTP')).toContainText(say('cards:deck.progress', { seen: 2, all: 19 }))

  await test.step('a deck of one’s own is added, and may go again', async () => {
    const card = { id: 'why', ask: 'Why a queue?', answer: 'To wait.', source: 'Me' }
    const deck = { deck: 1, id: 'mine', place: 1, title: 'Mine', about: 'My own', cards: [card] }
    const mine = join(home, 'mine.cards.json')
    await writeFile(mine, JSON.stringify({ ...deck, cards: [card, { ...card, answer: 7 }] }))
    await cards.importFile(mine)
    await expect(page.getByRole('dialog')).toContainText('cards[1].answer')
    await page.keyboard.press('Escape')
    await writeFile(mine, JSON.stringify(deck))
    await cards.importFile(mine)
    await expect(cards.question).toContainText('Why a queue?')
    await page
      .getByRole('button', { name: say('cards:deck.remove', { title: 'Mine' }) })
      .press('Enter')
    await expect(cards.deck('Mine')).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(cards.deck('Mine')).toBeVisible()
    await expect(cards.question).toContainText('Why a queue?')
  })
})
