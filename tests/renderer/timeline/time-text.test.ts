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
})
