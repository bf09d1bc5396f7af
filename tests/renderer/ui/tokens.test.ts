import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { INKS } from '../../../src/shared/drawing/shape'
import { PALETTES } from '../../../src/shared/drawing/theme'

const css = readFileSync('src/renderer/ui/tokens.css', 'utf8')

function variables(theme: string): Readonly<Record<string, string>> {
  const block = new RegExp(`data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}

test.each(['light', 'dark'] as const)('the page has the inks of the %s drawing', (theme) => {
  const page = variables(theme)
  for (const ink of INKS) expect(page[ink], ink).toBe(PALETTES[theme][ink])
})

/** WCAG 2.2, relative luminance of a #rrggbb colour. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a = '', b = ''): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

test.each(['light', 'dark'])('text of the %s theme is readable on every panel', (theme) => {
  const page = variables(theme)
  for (const ground of ['panel', 'paper', 'card']) {
    // The faintest ink is for panels and cards alone.
    const faint = ground === 'paper' ? [] : ['ink-3']
    for (const text of ['ink', 'ink-2', 'bad', 'ok', ...faint]) {
      expect(contrast(page[text], page[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  }
})
