/** Changing the words of one language and leaving those of the other. */
import type { Language, Text } from '../../shared/scenario/text'

export function withWords(text: Text | undefined, language: Language, words: string): Text {
  return text === undefined || typeof text === 'string' ? words : { ...text, [language]: words }
}
