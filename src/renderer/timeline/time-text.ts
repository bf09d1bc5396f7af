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
  const unit = atUs >= SECOND_US ? 's' : 'ms'
  const inUnit = atUs / (unit === 's' ? SECOND_US : 1_000)
  return { number: formatOf(language, unit).format(inUnit), unit }
}

const DIGITS = { ms: 1, s: 3 } as const
const formats = new Map<string, Intl.NumberFormat>()

/** Made at the first use and kept: to make one takes as long as a hundred uses of it, or a frame at the start. */
function formatOf(language: Language, unit: TimeParts['unit']): Intl.NumberFormat {
  const key = `${language} ${unit}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const digits = DIGITS[unit]
  const made = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  formats.set(key, made)
  return made
}
