/** Dryrun in the browser host, driven by its own keys; of its page only labels and React Flow's classes are known. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closePage, freshPage, untilCalm } from './browser.mjs'

/** The button of a run that can be stepped. */
export const FORWARD = 'button[aria-label="Step forward"]:not([aria-disabled="true"])'

/**
 * Opens a file as the command line does, and the page that shows it.
 * @param {import('../workshop.mjs').Workshop} workshop
 * @param {string} text of the scenario file
 */
export async function openApp({ browser, folder, serve }, text) {
  const file = join(folder, 'opened.dryrun.json')
  writeFileSync(file, text)
  const host = await serve(file)
  const page = await freshPage(await browser())
  await page.goto(host.address)
  await page.waitForSelector('.react-flow__viewport', { state: 'attached' })
  await untilCalm(page)
  const close = async () => {
    await closePage(page)
    await host.close()
  }
  return { page, close }
}

/** Shows the whole drawing. */
export async function fitApp(page) {
  await page.keyboard.press('Shift+Digit1')
  await untilCalm(page)
}

const RUN_MS = 600_000

/** Starts the run of what is on the board and says how long until it can be stepped, in milliseconds. */
export async function runApp(page) {
  const begun = performance.now()
  await page.keyboard.press('r')
  await page.waitForSelector(FORWARD, { timeout: RUN_MS })
  const ms = performance.now() - begun
  await untilCalm(page)
  return ms
}

/**
 * Drops a file on the window and says how long until the page is calm again, in milliseconds.
 * @param {import('@playwright/test').Page} page
 * @param {string} text of the scenario file
 * @returns {Promise<number>}
 */
export function dropOnApp(page, text) {
  return page.evaluate((content) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([content], 'dropped.dryrun.json'))
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
    return window.benchProbe.calm(() => document.body.dispatchEvent(drop))
  }, text)
}
