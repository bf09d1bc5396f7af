import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { nameOf, valuesIn } from '../../src/shared/review/finding'
import { reviewScenario } from '../../src/shared/review/review'
import { RULES } from '../../src/shared/review/rules'
import { scenario } from '../support/builders'
import { CASES } from './cases'

const LANGUAGES = ['en', 'ru'] as const
type Catalogue = Readonly<Record<string, string>>
const catalogue = (language: string): Catalogue =>
  JSON.parse(readFileSync(`resources/locales/${language}/review.json`, 'utf8'))
const placeholders = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((one) => one[1] ?? '')

describe.each(LANGUAGES)('in %s', (language) => {
  const texts = catalogue(language)

  test.each(CASES)('$rule says what, why and what to do, with every value it needs', (one) => {
    const finding = reviewScenario(one.bad).find(({ rule }) => rule === one.rule)
    if (!finding) throw new Error('nothing is found')
    const values = valuesIn(finding, one.bad, language)
    const why = finding.variant ? `why.${finding.variant}` : 'why'
    const parts = ['title', 'todo', ...(one.fix ? ['fix'] : []), ...(one.show ? ['show'] : [])]
    const asked = parts.map((part) => texts[`${one.rule}.${part}`])
    const reason = texts[`${one.rule}.${why}`] ?? texts[`${one.rule}.why`]
    for (const text of [...asked, reason]) {
      expect(text).toBeTruthy()
      expect(placeholders(text).filter((name) => !(name in values))).toEqual([])
    }
  })

  test('no text is left over from a rule that is gone', () => {
    const stems = new Set(RULES.map(({ id }) => id))
    const own = Object.keys(texts).filter((key) => /^[a-z]+-.*\.|^orphan\./.test(key))
    expect(own.filter((key) => !stems.has(key.split('.')[0] ?? ''))).toEqual([])
  })
})

test('things are called by their names in the language shown, a line by its ends', () => {
  const drawing = scenario()
    .client('client', { name: { en: 'Client', ru: 'Клиент' } })
    .rest('client -> orders')
    .build()
  expect(nameOf(drawing, 'client', 'ru')).toBe('Клиент')
  expect(nameOf(drawing, 'client-orders', 'en')).toBe('Client → orders')
})
