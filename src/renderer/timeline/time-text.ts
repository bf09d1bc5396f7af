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
  const digits = inSeconds ? 3 : 1
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return {
    number: format.format(atUs / (inSeconds ? SECOND_US : 1_000)),
    unit: inSeconds ? 's' : 'ms',
  }
}
