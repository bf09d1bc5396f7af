/** Virtual time in words: milliseconds below a second, seconds from there on. Knows nothing of steps. */
import type { Language } from '../../shared/scenario/text'

export interface TimeParts {
  /** With the language's own decimal sign: `5.305`, `5,305`. */
  readonly number: string
  /** Which unit's name stands behind it: `run:unit.ms` or `run:unit.s`. */
  readonly unit: 'ms' | 's'
}

const SECOND_US = 1_000_000

/** `atUs`: integer microseconds. Tenths of a millisecond, or thousandths of a second: both four digits or so. */
export function timeParts(atUs: number, language: Language): TimeParts {
  const inSeconds = atUs >= SECOND_US
  const format = FORMATS[language][inSeconds ? 's' : 'ms']
  return {
    number: format.format(atUs / (inSeconds ? SECOND_US : 1_000)),
    unit: inSeconds ? 's' : 'ms',
  }
}

function fixed(language: Language, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

/** Made once: to make one takes as long as a hundred uses of it. */
const FORMATS = {
  en: { ms: fixed('en', 1), s: fixed('en', 3) },
  ru: { ms: fixed('ru', 1), s: fixed('ru', 3) },
} as const
