/** Words a user wrote: one text, or one a language. Limits are the file format's. */
import { z } from './zod'

export const TEXT_CHARACTERS_MAX = 10_000

export type Language = 'en' | 'ru'

const plain = z.string().max(TEXT_CHARACTERS_MAX)

export const textSchema = z.union([plain, z.strictObject({ en: plain, ru: plain })])

/** A title or a name: a string, or `{ en, ru }`. */
export type Text = z.infer<typeof textSchema>

export function textIn(text: Text, language: Language): string {
  return typeof text === 'string' ? text : text[language]
}
