/** What the page says, from the product's own catalogues: a spec names things as the user reads them. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { createInstance } from 'i18next'

export type Language = 'en' | 'ru'
/** `say('run:transport.forward')`: a text by its namespace and key, with its values put in. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string

const LOCALES = resolve(import.meta.dirname, '../../../resources/locales')

function catalogue(language: Language): Record<string, Record<string, string>> {
  const folder = join(LOCALES, language)
  const named = readdirSync(folder).map((file) => [
    basename(file, '.json'),
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  ])
  return Object.fromEntries(named)
}

/** A key that no catalogue has is a slip of the spec, not a text to look for. */
export function wordsIn(language: Language): Words {
  const texts = createInstance()
  void texts.init({
    resources: { [language]: catalogue(language) },
    lng: language,
    keySeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return (key, values = {}) => {
    if (!texts.exists(key, values)) throw new Error(`no text "${key}" in ${language}`)
    return texts.t(key, values)
  }
}

/** A regular expression that matches `text` at the start of a name. */
export function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`)
}
