/**
 * The drawing's own few words, from the same catalogue as the page's `drawing` namespace, so that a picture
 * made without a page speaks both languages. Numbers choose the plural as CLDR has it.
 */
import english from '../../../resources/locales/en/drawing.json'
import russian from '../../../resources/locales/ru/drawing.json'
import type { Language } from '../scenario/text'

export type WordValues = Readonly<Record<string, string | number>>

/** A sentence to be said in whichever language: a key of the catalogue and what goes into it. */
export interface Words {
  readonly key: string
  readonly values: WordValues
}

const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: english,
  ru: russian,
}

type Plural = 'one' | 'few' | 'many' | 'other'

/** CLDR 47, cardinal rules of whole numbers. */
function pluralOf(count: number, language: Language): Plural {
  if (language === 'en') return count === 1 ? 'one' : 'other'
  const ten = count % 10
  const hundred = count % 100
  if (ten === 1 && hundred !== 11) return 'one'
  if (ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14)) return 'few'
  return 'many'
}

/** The words of a key in a language; a key the catalogue lacks is a defect and is thrown. */
export function say(words: Words, language: Language): string {
  const catalogue = CATALOGUES[language]
  const { count } = words.values
  const plural = typeof count === 'number' ? `${words.key}_${pluralOf(count, language)}` : words.key
  const text = catalogue[plural] ?? catalogue[words.key]
  if (text === undefined) throw new Error(`no words for ${words.key} in ${language}`)
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(words.values[name] ?? ''))
}

/** The words of a key that needs no values. */
export function word(key: string, language: Language): string {
  return say({ key, values: {} }, language)
}
