/** Virtual time in words: milliseconds below a second, seconds from there on. Knows nothing of steps. */
import type { Language } from '../../shared/scenario/text'

export interface TimeParts {
  /** With the language's own decimal sign: `5.305`, `5,305`. */
  readonly number: string
  /** Which unit's name stands behind it: `run:unit.ms` or `run:unit.s`. */
  readonly unit: 'ms' | 's'
}

const SECOND_US = 1_000_000

/**
 * `atUs`: integer microseconds, not negative. Tenths of a millisecond, or thousandths of a second: both four digits
 * or so. Written as `Intl.NumberFormat` writes it, but by hand: the first format of a page costs it a frame.
 */
export function timeParts(atUs: number, language: Language): TimeParts {
  const unit = atUs >= SECOND_US ? 's' : 'ms'
  const { perUnit, digits } = UNITS[unit]
  const parts = Math.round((atUs * 10 ** digits) / perUnit)
  const whole = String(Math.floor(parts / 10 ** digits))
  const rest = String(parts % 10 ** digits).padStart(digits, '0')
  const { group, decimal } = SIGNS[language]
  return { number: `${whole.replace(/\B(?=(\d{3})+$)/g, group)}${decimal}${rest}`, unit }
}

const UNITS = { ms: { perUnit: 1_000, digits: 1 }, s: { perUnit: SECOND_US, digits: 3 } } as const
/** Russian has a space that does not break between its thousands. */
const SIGNS = { en: { group: ',', decimal: '.' }, ru: { group: '\u00a0', decimal: ',' } } as const
