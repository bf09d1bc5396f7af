import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeParts } from '../../../src/renderer/timeline/time-text'

describe('virtual time', () => {
  it('is in milliseconds below a second', () => {
    expect(timeParts(303_000, 'en')).toEqual({ number: '303.0', unit: 'ms' })
    expect(timeParts(0, 'en')).toEqual({ number: '0.0', unit: 'ms' })
  })

  it('is in seconds from there on, with the language’s own decimal sign', () => {
    expect(timeParts(5_305_000, 'en')).toEqual({ number: '5.305', unit: 's' })
    expect(timeParts(5_305_000, 'ru')).toEqual({ number: '5,305', unit: 's' })
  })

  it('is written as Intl writes it, whatever the time', () => {
    const times = fc.oneof(
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.integer({ min: 0, max: 1_000_000_000_000 }),
    )
    fc.assert(
      fc.property(times, fc.constantFrom('en' as const, 'ru' as const), (atUs, language) => {
        const { number, unit } = timeParts(atUs, language)
        const digits = unit === 's' ? 3 : 1
        const format = new Intl.NumberFormat(language, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        })
        expect(number).toBe(format.format(atUs / (unit === 's' ? 1_000_000 : 1_000)))
      }),
    )
  })
})
