import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FONT_FAMILIES, type Font, textWidth } from '../../src/shared/drawing/font'
import { cssFont } from '../../src/shared/drawing/paint'
import { launchChromium } from '../support/chromium'
import { openFontPage } from '../support/font-page'

const SAMPLES = [
  'Orders',
  'AVAToTy fi ffl => != 1100',
  'POST /orders/{id}?limit=10',
  'Сервис уведомлений покупателей',
  'Съешь ещё этих мягких французских булок, да выпей же чаю',
  'Žluťoučký kůň, ÀÉÎÕÜ ßøł',
  '201 → “o1” — 5,3 мс · №7 ≤ 9 × 3 ₽',
  'λμσ Ωμέγα',
]
const SIZES = [9, 10, 11, 12, 14, 33]
const FONTS = Object.keys(FONT_FAMILIES) as Font[]

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  page = await openFontPage(browser)
})

afterAll(() => browser.close())

const cases = FONTS.flatMap((font) =>
  SIZES.flatMap((sizePx) => SAMPLES.map((text) => ({ font, sizePx, text }))),
)

test('texts on a canvas are as wide as the metrics say', async () => {
  const asked = cases.map(({ font, sizePx, text }) => ({ css: cssFont(font, sizePx), text }))
  const widths = await page.evaluate((list) => {
    const context = document.createElement('canvas').getContext('2d')
    if (!context) throw new Error('no canvas')
    context.textRendering = 'geometricPrecision'
    return list.map(({ css, text }) => {
      context.font = css
      return context.measureText(text).width
    })
  }, asked)
  cases.forEach(({ font, sizePx, text }, index) => {
    const known = textWidth(text, sizePx, font)
    expect(Math.abs(known - (widths[index] ?? 0)), `${font} ${sizePx} ${text}`).toBeLessThan(0.5)
  })
})

test('texts in an SVG are as wide as the metrics say', async () => {
  const asked = cases.map(({ font, sizePx, text }) => ({ ...FONT_FAMILIES[font], sizePx, text }))
  const widths = await page.evaluate((list) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    svg.setAttribute('text-rendering', 'geometricPrecision')
    document.body.append(svg)
    return list.map(({ family, weight, sizePx, text }) => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', 'text')
      element.setAttribute('font-family', family)
      element.setAttribute('font-weight', String(weight))
      element.setAttribute('font-size', String(sizePx))
      element.textContent = text
      svg.append(element)
      return element.getComputedTextLength()
    })
  }, asked)
  cases.forEach(({ font, sizePx, text }, index) => {
    const known = textWidth(text, sizePx, font)
    expect(Math.abs(known - (widths[index] ?? 0)), `${font} ${sizePx} ${text}`).toBeLessThan(0.5)
  })
})
