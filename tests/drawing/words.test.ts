import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { captionOf } from '../../src/shared/drawing/caption'
import { INKS, type Theme } from '../../src/shared/drawing/shape'
import { PALETTES } from '../../src/shared/drawing/theme'
import { say } from '../../src/shared/drawing/words'
import { STEP_KINDS } from '../../src/shared/engine/step'

const rows = (count: number, language: 'en' | 'ru') =>
  say({ key: 'caption.rows', values: { count } }, language)

test('numbers choose their plural', () => {
  expect([0, 1, 2].map((n) => rows(n, 'en'))).toEqual(['0 rows', '1 row', '2 rows'])
  expect([1, 2, 5, 11, 12, 21, 22, 111].map((n) => rows(n, 'ru'))).toEqual([
    '1 запись',
    '2 записи',
    '5 записей',
    '11 записей',
    '12 записей',
    '21 запись',
    '22 записи',
    '111 записей',
  ])
})

test('every kind of step has a caption in both languages', () => {
  for (const kind of STEP_KINDS) {
    const step = { seq: 1, atUs: 0, kind, service: 's', key: 'o1', message: 'm' }
    for (const language of ['en', 'ru'] as const) {
      expect(say(captionOf(step), language)).not.toMatch(/\{\{|^$/)
    }
  }
})

test('words that no catalogue has are a defect', () => {
  expect(() => say({ key: 'nothing.such', values: {} }, 'en')).toThrow('nothing.such')
})

test('the page and the pictures have the same inks', () => {
  const css = readFileSync(join(import.meta.dirname, '../../src/renderer/ui/tokens.css'), 'utf8')
  const inksOf = (theme: Theme) => {
    const block = css.split(`[data-theme="${theme}"] {`)[1]?.split('}')[0] ?? ''
    return Object.fromEntries(
      INKS.map((ink) => [ink, new RegExp(`--${ink}: ([^;]+);`).exec(block)?.[1]]),
    )
  }
  expect(inksOf('light')).toEqual(PALETTES.light)
  expect(inksOf('dark')).toEqual(PALETTES.dark)
})
