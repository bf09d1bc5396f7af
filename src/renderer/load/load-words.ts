/** Numbers of a load in words. Pure. */
import type { Language } from '../../shared/scenario/text'
import { decimalText } from '../ui/number-words'

/** Milliseconds below ten seconds, seconds above: three digits say enough. */
export function durationText(ms: number, language: Language, units: Units): string {
  if (ms >= 10_000) return `${decimalText(ms / 1_000, language, ms < 100_000 ? 1 : 0)} ${units.s}`
  return `${decimalText(ms, language, ms < 10 ? 1 : 0)} ${units.ms}`
}

export interface Units {
  readonly ms: string
  readonly s: string
}

export function percentText(share: number, language: Language): string {
  return `${decimalText(100 * share, language, share < 0.0995 ? 1 : 0)} %`
}
