/** A page in Chromium that has the bundled fonts and nothing else. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { FONT_FAMILIES } from '../../src/shared/drawing/font'

export const RESOURCES = join(import.meta.dirname, '../../resources')

function fontFaces(): string {
  return Object.values(FONT_FAMILIES)
    .map(({ family, weight, file }) => {
      const data = readFileSync(join(RESOURCES, 'fonts', file)).toString('base64')
      return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/opentype;base64,${data})}`
    })
    .join('\n')
}

export async function openFontPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.setContent(`<!doctype html><style>${fontFaces()}</style><body></body>`)
  await page.evaluate(
    (fonts) => Promise.all(fonts.map((font) => document.fonts.load(font))),
    Object.values(FONT_FAMILIES).map(({ family, weight }) => `${weight} 14px "${family}"`),
  )
  return page
}
