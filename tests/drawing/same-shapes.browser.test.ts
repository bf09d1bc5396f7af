import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rasterise } from '../../src/main/picture/rasterise'
import { createPainter } from '../../src/shared/drawing/paint'
import { drawScenario } from '../../src/shared/drawing/scenario-drawing'
import type { Drawing, Theme } from '../../src/shared/drawing/shape'
import { toSvg } from '../../src/shared/drawing/svg'
import { PALETTES } from '../../src/shared/drawing/theme'
import { launchChromium } from '../support/chromium'
import { everyProtocol, sampleMarks, threeServices } from '../support/drawing-samples'
import { openFontPage, RESOURCES } from '../support/font-page'
import { type CanvasDeed, type RecordedPath, recordedCanvas } from '../support/recorded-canvas'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  page = await openFontPage(browser)
})

afterAll(() => browser.close())

function painted(drawing: Drawing, theme: Theme): readonly CanvasDeed[] {
  const { canvas, deeds } = recordedCanvas()
  createPainter<RecordedPath>((d) => ({ d }))(canvas, drawing.shapes, PALETTES[theme])
  return deeds
}

async function png(drawing: Drawing, theme: Theme): Promise<Buffer> {
  const svg = toSvg(drawing, { theme, background: 'paper' })
  const made = await rasterise(svg, 1, RESOURCES)
  if (!made.ok) throw new Error(made.problems[0]?.message)
  return made.value.png
}

interface Comparison {
  readonly drawing: Drawing
  readonly deeds: readonly CanvasDeed[]
  readonly png: Buffer
  readonly theme: Theme
}

/**
 * The share of pixels that differ clearly between the PNG and the painted canvas: by more than a third of
 * the range from every pixel of the other within one pixel around, both ways round. Anti-aliasing of two
 * renderers passes; a missing shape or word does not.
 */
function difference({ drawing, deeds, png: picture, theme }: Comparison): Promise<number> {
  return page.evaluate(
    async ({ bounds, paper, list, url }) => {
      const canvasOf = () => {
        const canvas = document.createElement('canvas')
        canvas.width = bounds.width
        canvas.height = bounds.height
        const context = canvas.getContext('2d', { willReadFrequently: true })
        if (!context) throw new Error('no canvas')
        return context
      }
      const image = new Image()
      image.src = url
      await image.decode()
      if (image.width !== bounds.width || image.height !== bounds.height) return 1
      const theirs = canvasOf()
      theirs.drawImage(image, 0, 0)
      const ours = canvasOf()
      ours.fillStyle = paper
      ours.fillRect(0, 0, bounds.width, bounds.height)
      ours.translate(-bounds.x, -bounds.y)
      for (const deed of list) {
        if ('set' in deed) Object.assign(ours, { [deed.set]: deed.value })
        else {
          const values = deed.values.map((value) =>
            typeof value === 'object' && value !== null && 'd' in value
              ? new Path2D(String(value.d))
              : value,
          )
          Reflect.apply(Reflect.get(ours, deed.call), ours, values)
        }
      }
      const { width, height } = bounds
      const a = ours.getImageData(0, 0, width, height).data
      const b = theirs.getImageData(0, 0, width, height).data
      const isNear = (from: Uint8ClampedArray, to: Uint8ClampedArray, x: number, y: number) => {
        const at = (y * width + x) * 4
        for (let dy = -1; dy <= 1; dy += 1) {
          for (let dx = -1; dx <= 1; dx += 1) {
            const [nx, ny] = [x + dx, y + dy]
            if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue
            const other = (ny * width + nx) * 4
            const gap = Math.max(
              Math.abs((from[at] ?? 0) - (to[other] ?? 0)),
              Math.abs((from[at + 1] ?? 0) - (to[other + 1] ?? 0)),
              Math.abs((from[at + 2] ?? 0) - (to[other + 2] ?? 0)),
            )
            if (gap <= 85) return true
          }
        }
        return false
      }
      let different = 0
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          if (!isNear(a, b, x, y) || !isNear(b, a, x, y)) different += 1
        }
      }
      return different / (width * height)
    },
    {
      bounds: drawing.bounds,
      paper: PALETTES[theme].paper,
      list: deeds as CanvasDeed[],
      url: `data:image/png;base64,${picture.toString('base64')}`,
    },
  )
}

const TOLERANCE = 0.0001

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each([
    ['three services with a legend', drawScenario(threeServices, { language: 'en', legend: true })],
    ['three services at a step of a run', drawScenario(threeServices, sampleMarks('ru'))],
    ['every protocol', drawScenario(everyProtocol, { language: 'ru', legend: true })],
  ])('%s: the PNG and the painted board show the same', async (_, drawing) => {
    const comparison = { drawing, theme, png: await png(drawing, theme) }
    const deeds = painted(drawing, theme)
    expect(await difference({ ...comparison, deeds })).toBeLessThan(TOLERANCE)
  })

  test('a missing label is noticed', async () => {
    const drawing = drawScenario(threeServices, { language: 'en' })
    const shapes = drawing.shapes.filter(
      (shape) => !(shape.shape === 'text' && shape.text === 'SQL'),
    )
    expect(shapes.length).toBe(drawing.shapes.length - 1)
    const deeds = painted({ ...drawing, shapes }, theme)
    const share = await difference({ drawing, deeds, theme, png: await png(drawing, theme) })
    expect(share).toBeGreaterThan(TOLERANCE)
  })
})
