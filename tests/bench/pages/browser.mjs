/** The real Chromium that every page is measured in, and one page of it with the probe inside. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { chromiumArguments, findChromium } from '../../support/find-chromium.mjs'

const PROBE = fileURLToPath(new URL('probe.js', import.meta.url))
const VIEWPORT = { width: 1440, height: 900 }

/** @returns {Promise<import('@playwright/test').Browser>} */
export function launchBrowser() {
  const executablePath = findChromium(chromium.executablePath(), existsSync)
  if (!executablePath) throw new Error('No Chromium found: run `npm test` once, or set CHROMIUM.')
  return chromium.launch({ executablePath, args: chromiumArguments() })
}

/**
 * A page with a cache and a storage of its own.
 * @param {import('@playwright/test').Browser} browser
 * @param {Record<string, unknown>} [given] put on `window` before the page's own scripts run
 */
export async function freshPage(browser, given = {}) {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en' })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  page.on('pageerror', (error) => process.stderr.write(`bench: the page threw: ${error.message}\n`))
  await page.addInitScript({ path: PROBE })
  if (Object.keys(given).length > 0) {
    await page.addInitScript((values) => Object.assign(window, values), given)
  }
  return page
}

/** @param {import('@playwright/test').Page} page */
export const closePage = (page) => page.context().close()

/**
 * Presses the keys and says how long until the page is calm again, in milliseconds.
 * @param {import('@playwright/test').Page} page
 * @param {string} keys as Playwright writes them
 * @returns {Promise<number>}
 */
export async function keyToCalm(page, keys) {
  await page.evaluate(() => window.benchProbe.armCalm())
  await page.keyboard.press(keys)
  return page.evaluate(() => window.benchProbe.measured())
}

/** Waits until nothing has kept the page busy for a third of a second. */
export const untilCalm = (page) => page.evaluate(() => window.benchProbe.calm(() => {}))
