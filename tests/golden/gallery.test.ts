/**
 * The gallery as pictures: every kind in every state, compared with what was looked at and found right.
 * `npm run golden` writes them anew; then look at them again before they are kept.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  LINE_STATES,
  linesIn,
  SERVICE_STATES,
  servicesIn,
  zonesAndNotes,
} from '../../src/renderer/gallery/gallery-drawings'
import { toSvg } from '../../src/shared/drawing/svg'

const FOLDER = join(import.meta.dirname, 'gallery')

const PICTURES = [
  ...SERVICE_STATES.map((state) => [`services-${state}`, servicesIn(state, 'en')] as const),
  ...LINE_STATES.map((state) => [`lines-${state}`, linesIn(state, 'en')] as const),
  ['zones', zonesAndNotes('en')] as const,
  ['services-plain-ru', servicesIn('plain', 'ru')] as const,
  ['zones-ru', zonesAndNotes('ru')] as const,
]

test.each(PICTURES)('%s looks as it did', (name, drawing) => {
  const file = join(FOLDER, `${name}.svg`)
  // A shape a line, so that a difference shows what has moved.
  const svg = toSvg(drawing, { theme: 'light', background: 'paper', title: name }).replaceAll(
    '><',
    '>\n<',
  )
  if (process.env.UPDATE_GOLDEN !== undefined) writeFileSync(file, svg)
  expect(existsSync(file), `${file} is not there: npm run golden`).toBe(true)
  expect(svg).toBe(readFileSync(file, 'utf8'))
})

test('no state looks like another', () => {
  const texts = PICTURES.map(([, drawing]) =>
    toSvg(drawing, { theme: 'light', background: 'paper' }),
  )
  expect(new Set(texts).size).toBe(texts.length)
})
