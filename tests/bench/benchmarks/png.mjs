/**
 * The picture of the whole drawing at 2x: ours from the text of the scenario to the PNG's bytes, as the app makes
 * it; the peers' from the page that shows the same drawing already.
 */
import { graphOf } from '../graph/graph.mjs'
import { scenarioText } from '../graph/graph-scenario.mjs'
import { closePage, freshPage } from '../pages/browser.mjs'
import { openExcalidraw } from '../pages/excalidraw-page.mjs'
import { openFlow } from '../pages/flow-page.mjs'
import { compared } from '../report/row.mjs'
import { median } from '../report/statistics.mjs'

const SCALE = 2

/** A program that takes minutes is not asked again and again. */
const BUDGET_MS = 20_000

/** Times in milliseconds of up to `runs` pictures after one that warms up, and the size of the last. */
async function timed(runs, draw) {
  const times = []
  const started = performance.now()
  let size = await draw()
  for (let round = 0; round < runs; round += 1) {
    if (times.length > 0 && performance.now() - started > BUDGET_MS) break
    const begun = performance.now()
    size = await draw()
    times.push(performance.now() - begun)
  }
  return { ms: median(times), size: `${size.width} x ${size.height}` }
}

async function ours(browser, origin, graph, runs) {
  const page = await freshPage(browser)
  await page.goto(`${origin}/ours/picture.html`)
  const text = scenarioText(graph)
  await page.waitForFunction(() => 'benchPicture' in window)
  const picture = await timed(runs, () =>
    page.evaluate(([given, scale]) => window.benchPicture(given, scale), [text, SCALE]),
  )
  await closePage(page)
  return picture
}

async function theirs(page, runs) {
  const picture = await timed(runs, () =>
    page.evaluate((scale) => window.benchPage.png(scale), SCALE),
  )
  await closePage(page)
  return picture
}

/**
 * @param {number} count of services
 * @param {{ htmlToImage: number, excalidraw: number }} goals how many times faster
 */
function png(count, goals) {
  /** @param {import('../workshop.mjs').Workshop} workshop */
  async function run({ browser, peers, runs }) {
    const graph = graphOf(count)
    const chromium = await browser()
    const { origin } = await peers()
    const mine = await ours(chromium, origin, graph, runs)
    const flow = await theirs(await openFlow(chromium, origin, { graph, mountsAll: true }), runs)
    const excalidraw = await theirs(await openExcalidraw(chromium, origin, graph), runs)
    const row = (peer, picture, ratio) => {
      const measure = `${mine.size} pixels (peer's ${picture.size})`
      const goal = { text: `${ratio} x faster`, ratio }
      return compared(measure, 'ms', mine.ms, { peer, theirs: picture.ms }, goal)
    }
    return [
      row('html-to-image on React Flow', flow, goals.htmlToImage),
      row('Excalidraw', excalidraw, goals.excalidraw),
    ]
  }
  return { title: `PNG of ${count} services at ${SCALE}x, warm`, run }
}

/** The goals are stated for 1,000; the smaller pictures are held to the same. */
const GOALS = { htmlToImage: 20, excalidraw: 4 }

export const png50 = png(50, GOALS)
export const png500 = png(500, GOALS)
export const png1000 = png(1_000, GOALS)
