/** Excalidraw's page with the benchmark's drawing. */
import { freshPage, untilCalm } from './browser.mjs'

/** The first of its tools that can be used: until it is there nobody can do anything. */
export const EXCALIDRAW_READY = '[data-testid="toolbar-rectangle"]'

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin of the peers' server
 * @param {import('../graph/graph.mjs').Graph} graph
 */
export async function openExcalidraw(browser, origin, graph) {
  const page = await freshPage(browser, { benchGraph: graph })
  await page.goto(`${origin}/peers/excalidraw.html`)
  await page.waitForSelector(EXCALIDRAW_READY, { state: 'attached' })
  await untilCalm(page)
  return page
}
