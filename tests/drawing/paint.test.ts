import { expect, test } from 'vitest'
import { createPainter, cssFont, type PaintOptions } from '../../src/shared/drawing/paint'
import type { Shape } from '../../src/shared/drawing/shape'
import { PALETTES } from '../../src/shared/drawing/theme'
import { type RecordedPath, recordedCanvas } from '../support/recorded-canvas'

const text: Shape = {
  shape: 'text',
  x: 0,
  y: 10,
  text: 'Orders',
  sizePx: 14,
  font: 'sans-semibold',
  fill: 'ink',
  anchor: 'start',
}
const path: Shape = {
  shape: 'path',
  d: 'M0 0L9 9',
  stroke: { ink: 'rest', width: 2, dash: [1, 2] },
}
const far: Shape = { shape: 'circle', cx: 900, cy: 900, r: 5, fill: 'bad' }

function painted(shapes: readonly Shape[], options?: PaintOptions) {
  const { canvas, deeds } = recordedCanvas()
  const made: string[] = []
  const paint = createPainter<RecordedPath>((d) => {
    made.push(d)
    return { d }
  })
  paint(canvas, shapes, PALETTES.light, options)
  paint(canvas, shapes, PALETTES.light, options)
  const calls = deeds.flatMap((deed) => ('call' in deed ? [deed.call] : []))
  const set = (name: string) =>
    deeds.flatMap((deed) => ('set' in deed && deed.set === name ? [deed.value] : []))
  return { calls, set, made }
}

test('a path is made once, however often it is painted', () => {
  expect(painted([path]).made).toEqual(['M0 0L9 9'])
})

test('text too small to read is left out', () => {
  expect(painted([text]).calls).toContain('fillText')
  expect(painted([text], { scale: 0.2 }).calls).not.toContain('fillText')
})

test('what is out of view is left out', () => {
  const viewport = { x: 0, y: 0, width: 100, height: 100 }
  expect(painted([far]).calls).toContain('arc')
  expect(painted([far], { viewport }).calls).not.toContain('arc')
  const group: Shape = { shape: 'group', x: -880, y: -880, shapes: [far] }
  expect(painted([group], { viewport }).calls).toContain('arc')
})

test('the opacity of a group multiplies into what it holds', () => {
  const faint: Shape = { ...far, opacity: 0.5 }
  const group: Shape = { shape: 'group', x: 0, y: 0, opacity: 0.5, shapes: [faint] }
  expect(painted([group]).set('globalAlpha')).toEqual([0.25, 0.25])
})

test('text is set in the bundled fonts', () => {
  expect(cssFont('sans-semibold', 14)).toBe('600 14px "Dryrun Sans", sans-serif')
  expect(painted([text]).set('font')[0]).toBe(cssFont('sans-semibold', 14))
})
