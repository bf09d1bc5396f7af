import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Catalogue = Readonly<Record<string, string>>

const NAMESPACES = ['cards', 'drills', 'app', 'start', 'inspector', 'commands']
const ROOMS = ['cards', 'drills', 'shell', 'start', 'inspector', 'ui', 'commands']
const catalogue = (language: string, namespace: string): Catalogue =>
  JSON.parse(readFileSync(`resources/locales/${language}/${namespace}.json`, 'utf8'))

const PLURAL = /_(one|few|many|other)$/
const stems = (texts: Catalogue) =>
  [...new Set(Object.keys(texts).map((key) => key.replace(PLURAL, '')))].sort()
const placeholders = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort()

test.each(NAMESPACES)('%s says the same things in both languages', (namespace) => {
  const en = catalogue('en', namespace)
  const ru = catalogue('ru', namespace)
  expect(stems(ru)).toEqual(stems(en))
  for (const [key, text] of Object.entries(ru)) {
    const english = en[key] ?? en[`${key.replace(PLURAL, '')}_other`]
    expect(placeholders(text), key).toEqual(placeholders(english))
  }
})

test.each(NAMESPACES)('%s has every plural form that each language needs', (namespace) => {
  for (const [language, forms] of [
    ['en', ['one', 'other']],
    ['ru', ['one', 'few', 'many', 'other']],
  ] as const) {
    const texts = catalogue(language, namespace)
    const counted = Object.keys(texts).filter((key) => key.endsWith('_other'))
    for (const key of counted) {
      for (const form of forms) expect(texts).toHaveProperty([key.replace(/other$/, form)])
    }
  }
})

const sources = ROOMS.flatMap((room) =>
  readdirSync(`src/renderer/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(`src/renderer/${room}/${file}`, 'utf8')),
)

/** The namespace that a source speaks in unless it names another. */
const namespaceOf = (source: string) => /useTranslation\('(\w+)'\)/.exec(source)?.[1] ?? 'app'

test('every text that the page asks for by name is in the catalogues', () => {
  const missing: string[] = []
  for (const source of sources) {
    for (const [, quote, asked = ''] of source.matchAll(/\bt\(\s*(['`])([^'`]+)['`]/g)) {
      const [first, second] = asked.split(':')
      const namespace = second === undefined ? namespaceOf(source) : (first ?? '')
      const key = second ?? first ?? ''
      const known = stems(catalogue('en', namespace))
      const prefix = key.split('${')[0] ?? ''
      const found =
        quote === '`' ? known.some((one) => one.startsWith(prefix)) : known.includes(key)
      if (!found) missing.push(`${namespace}:${key}`)
    }
  }
  expect(missing).toEqual([])
})

test('no catalogue names a text twice: of two the reader would not know which is shown', () => {
  const twice: string[] = []
  for (const language of ['en', 'ru']) {
    for (const file of readdirSync(`resources/locales/${language}`)) {
      const text = readFileSync(`resources/locales/${language}/${file}`, 'utf8')
      const keys = keysIn(text)
      twice.push(
        ...keys
          .filter((key, at) => keys.indexOf(key) < at)
          .map((key) => `${language}/${file}: ${key}`),
      )
    }
  }
  expect(twice).toEqual([])
  expect(keysIn('{"a": "b: c", "d": {"a": "x", "a": "y"}}')).toEqual(['a', 'd', 'd.a', 'd.a'])
})

/** Every key of a JSON text with the keys it stands under: `JSON.parse` keeps only the last of two. */
function keysIn(json: string): readonly string[] {
  const keys: string[] = []
  const under: string[] = []
  let last = ''
  for (const [token, name] of json.matchAll(
    /"((?:[^"\\]|\\.)*)"(?=\s*:)|"(?:[^"\\]|\\.)*"|[{}]/g,
  )) {
    if (name !== undefined) {
      last = name
      keys.push([...under.slice(1), name].join('.'))
    } else if (token === '{') under.push(last)
    else if (token === '}') under.pop()
  }
  return keys
}
