/** The tuned React Flow page, driven as a user would; also what its moving transform says of places on screen. */
import { BOX } from '../graph/graph.mjs'
import { freshPage, untilCalm } from './browser.mjs'

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin of the peers' server
 * @param {object} options
 * @param {import('../graph/graph.mjs').Graph} options.graph shown at once
 * @param {{ width: number, height: number }} [options.size] of the drawing's part of the window
 * @param {boolean} [options.mountsAll] also what is out of sight
 */
export async function openFlow(browser, origin, { graph, size, mountsAll = false }) {
  const page = await freshPage(browser, { benchGraph: graph, ...(size && { benchSize: size }) })
  await page.goto(`${origin}/peers/flow.html${mountsAll ? '?all' : ''}`)
  await page.waitForSelector('.react-flow__node')
  await untilCalm(page)
  return page
}

/**
 * Where the middle of a box is in the window. Reads React Flow's transform, which Dryrun's board has as well.
 * @param {import('@playwright/test').Page} page
 * @param {{ x: number, y: number }} box top left corner in board units
 */
export function middleOnScreen(page, box) {
  const middle = { x: box.x + BOX.width / 2, y: box.y + BOX.height / 2 }
  return page.evaluate(({ x, y }) => {
    const viewport = document.querySelector('.react-flow__viewport')
    const { a: zoom, e: left, f: top } = new DOMMatrix(getComputedStyle(viewport).transform)
    const board = document.querySelector('.react-flow').getBoundingClientRect()
    return { x: board.left + left + x * zoom, y: board.top + top + y * zoom, zoom }
  }, middle)
}

/** The part of the window that the drawing has. */
export async function boardBounds(page) {
  const bounds = await page.locator('.react-flow').boundingBox()
  if (!bounds) throw new Error('the page shows no board')
  return bounds
}
