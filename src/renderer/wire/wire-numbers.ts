/** Numbers of the view in the language's own form. */
import type { Language } from '../../shared/scenario/text'

export interface WireNumbers {
  /** Microseconds as milliseconds, three digits after the sign at most. */
  milliseconds(us: number): string
  count(value: number): string
}

const made = (language: Language): WireNumbers => {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 3 })
  return { milliseconds: (us) => format.format(us / 1_000), count: (value) => format.format(value) }
}
const numbers = new Map<Language, WireNumbers>()

/** Made when first asked for: the first format of a page costs it some 20 ms. */
export function wireNumbers(language: Language): WireNumbers {
  const known = numbers.get(language) ?? made(language)
  numbers.set(language, known)
  return known
}
