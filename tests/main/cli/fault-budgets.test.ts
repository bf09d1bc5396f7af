import { describe, expect, test } from 'vitest'
import { budgetsText, parseBudgets } from '../../../src/main/cli/fault-budgets'

const allowed = (text: string) => {
  const parsed = parseBudgets(text)
  return parsed.ok ? parsed.allowed : parsed.message
}

describe('faults allowed to a search', () => {
  test.each([
    ['none', { budgets: {} }, 'no faults'],
    ['crash', { budgets: { crash: 1 } }, '1 crash'],
    ['crash=0,delay=2', { budgets: { delay: 2 } }, '2 delays'],
    [
      'crash=2,duplicate=1,any=2',
      { budgets: { crash: 2, duplicate: 1 }, faultsMax: 2 },
      '2 faults in all (2 crashes, 1 duplicate)',
    ],
  ])('%s', (text, expected, words) => {
    const parsed = parseBudgets(text)
    expect(parsed).toEqual({ ok: true, allowed: expected })
    expect(parsed.ok && budgetsText(parsed.allowed)).toBe(words)
  })

  test('any=1 alone is one fault, of whatever kind', () => {
    expect(allowed('any=1')).toMatchObject({
      budgets: { crash: 1, 'lose-request': 1, 'lose-response': 1, duplicate: 1, delay: 1 },
      faultsMax: 1,
    })
  })

  test.each([
    ['crsh=1', 'did you mean "crash"?'],
    ['crash=1,crash=2', 'write each kind once'],
    ['crash=10', 'N from 0 to 9'],
    ['any=-1', 'N from 0 to 9'],
  ])('%s is refused with a word why', (text, why) => {
    expect(allowed(text)).toContain(why)
  })
})
