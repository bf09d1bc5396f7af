import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { parseScenario } from '../../src/shared/scenario/parse'
import { PROBLEM_TEXTS } from '../../src/shared/scenario/problem-texts'

const catalogue = (language: string) =>
  JSON.parse(readFileSync(`resources/locales/${language}/problems.json`, 'utf8')) as Record<
    string,
    string
  >
const en = catalogue('en')
const ru = catalogue('ru')
const placeholders = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort()

test('the English catalogue says what the messages say', () => {
  expect(en).toEqual(PROBLEM_TEXTS)
})

test('every problem has a Russian sentence with the same values in it', () => {
  expect(Object.keys(ru)).toEqual(Object.keys(en))
  for (const [code, text] of Object.entries(ru)) {
    expect(placeholders(text), code).toEqual(placeholders(en[code]))
    expect(text, code).toMatch(/[а-яё]{2}/i)
  }
})

test('a problem translated by its code and values reads like its message', async () => {
  const i18n = createInstance()
  await i18n.init({
    lng: 'en',
    resources: { en: { problems: en }, ru: { problems: ru } },
    keySeparator: false,
    interpolation: { escapeValue: false },
  })
  const parsed = parseScenario(
    '{"dryrun":1,"title":"A","services":[{"id":"charging","kind":"servcie","name":"A","position":{"x":0,"y":0}}],' +
      '"connections":[{"id":"c","from":"chargin","to":"nobody","protocol":"rest"}]}',
  )
  if (parsed.ok) throw new Error('should have problems')
  expect(parsed.problems).toHaveLength(3)
  for (const { code, values, message } of parsed.problems) {
    expect(i18n.t(`problems:${code}`, { ...values })).toBe(message)
    expect(i18n.t(`problems:${code}`, { ...values, lng: 'ru' })).toMatch(/^[^{]*[а-я][^{]*$/)
  }
})
