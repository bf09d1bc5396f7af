import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cardKey, deckJsonSchema } from '../../src/shared/cards/deck'
import { parseDeck } from '../../src/shared/cards/parse-deck'
import { PROBLEM_TEXTS } from '../../src/shared/cards/problem-texts'
import { cardKeySchema } from '../../src/shared/cards/progress'
import { textIn } from '../../src/shared/scenario/text'
import { DECKS } from '../support/decks'
import { DRILL_IDS } from '../support/drills'

const cards = DECKS.flatMap((deck) =>
  deck.cards.map((card) => ({ key: cardKey(deck, card), card })),
)

/** The questions of the interview notes, in their order, and the cards that ask them. */
const ASKED: Readonly<Record<string, string>> = {
  'Какие сетевые протоколы бывают?': 'network/which-protocols',
  'Структура http запроса': 'http/http-request',
  'отличие от udp': 'http/http-udp',
  'Чем отличается http от tcp?': 'http/http-tcp',
  'Чем отличается http от https?': 'network/https-differs',
  'Какие протоколы еще бывают?': 'network/other-protocols',
  'идемпотентность методов?': 'http/idempotent',
  'Какие архитектуры ПО знакомы?': 'styles/two-axes',
  'Отличие луковичной от слоистой архитектуры?': 'styles/onion-layered',
  'Отличие микросервисной архитектуры от монолита?': 'styles/micro-or-mono',
  'Способы взаимодействия в микросервисной архитектуре?': 'messaging/ways-to-interact',
  'В чем отличие rest, брокеров, grpc, websockets, AMQP?': 'messaging/kinds-of-things',
  'Пример взаимодействия трех микросервисов': 'services/three-flow',
  'Пример взаимодействия пяти микросервисов': 'services/five-flow',
  Оркестратор: 'services/orchestrator',
}

test('there are at least 80 cards, each of a key of its own', () => {
  const keys = cards.map(({ key }) => key)
  expect(keys.length).toBeGreaterThanOrEqual(80)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(cardKeySchema.safeParse(key).success, key).toBe(true)
  expect(new Set(DECKS.map(({ place }) => place)).size).toBe(DECKS.length)
})

test.each(Object.entries(ASKED))('%s is asked by a card', (_, key) => {
  expect(cards.map((one) => one.key)).toContain(key)
})

test('question and answer are there in both languages, short, and no two cards ask the same', () => {
  for (const { key, card } of cards) {
    for (const text of [card.ask, card.answer, ...(card.why ? [card.why] : [])]) {
      expect(text, key).toMatchObject({
        en: expect.stringMatching(/\S/),
        ru: expect.stringMatching(/\S/),
      })
      expect(textIn(text, 'en'), key).not.toMatch(/[а-яё]/i)
    }
    expect(textIn(card.ask, 'ru'), key).toMatch(/[а-яё]/i)
    for (const language of ['en', 'ru'] as const) {
      expect(textIn(card.ask, language).length, key).toBeLessThanOrEqual(140)
      expect(textIn(card.answer, language).length, key).toBeLessThanOrEqual(340)
    }
  }
  for (const language of ['en', 'ru'] as const)
    expect(new Set(cards.map(({ card }) => textIn(card.ask, language))).size).toBe(cards.length)
})

test('what a card shows is there', () => {
  const templates = readdirSync('resources/templates').map((name) => name.split('.')[0])
  for (const { key, card } of cards) {
    if (card.show === undefined) continue
    const isThere =
      'drill' in card.show
        ? DRILL_IDS.includes(card.show.drill)
        : templates.includes(card.show.template)
    expect(isThere, key).toBe(true)
  }
})

test('a deck that is wrong says all that is wrong, and where', () => {
  const { cards: some, ...deck } = DECKS[0] ?? expect.fail('no deck')
  const [card] = some
  const twice = parseDeck(JSON.stringify({ ...deck, cards: [card, card] }))
  expect(twice).toMatchObject({
    ok: false,
    problems: [{ code: 'cards/duplicate-id', path: 'cards[1].id' }],
  })
  const { answer: _, ...half } = card ?? expect.fail('no card')
  const wrong = parseDeck(JSON.stringify({ ...deck, place: -1, cards: [{ ...half, corects: [] }] }))
  const codes = wrong.ok ? [] : wrong.problems.map(({ code }) => code)
  expect(codes).toEqual(
    expect.arrayContaining([
      'scenario/number-too-small',
      'scenario/missing-field',
      'scenario/unknown-field',
    ]),
  )
  expect(parseDeck('{"drill":1}')).toMatchObject({ problems: [{ code: 'cards/not-a-deck' }] })
  expect(parseDeck('{"deck":2}')).toMatchObject({ problems: [{ code: 'cards/bad-version' }] })
})

test('the schema is published', () => {
  expect(deckJsonSchema()).toMatchObject({
    title: 'Dryrun deck of cards, version 1',
    type: 'object',
  })
})

test('what can be wrong is said on the page as it is said in English by the command line', () => {
  const texts = JSON.parse(readFileSync('resources/locales/en/cards.json', 'utf8'))
  expect(texts).toMatchObject(PROBLEM_TEXTS)
})
